import { sessionAnswerSchema } from "@essaim/content";
import { originOf } from "../form.ts";
import { nextAddress, startPath } from "../member-address.ts";
import { isRefusal } from "../member-client.ts";
import { lineOf, type MakePlace, noticeOf } from "../outcome.ts";

/** Signing in, and going on to where somebody was going. */
export const signInPlace: MakePlace = (client) => ({
  async show({ query }) {
    const next = nextAddress(new URLSearchParams(query).get("suite"));
    return { visit: { place: "signIn", ...(next !== undefined && { next }) } };
  },
  async act({ req, locale }, form) {
    const email = lineOf(form, "email");
    const next = nextAddress(form.get("suite"));
    const password = lineOf(form, "password");
    const answer = await client.post(sessionAnswerSchema, "sign-in", { email, password, origin: originOf(req) });
    if (!isRefusal(answer)) return { to: next ?? startPath(answer.member, locale), session: answer.session };
    const visit = { place: "signIn", email, notice: noticeOf(answer), ...(next !== undefined && { next }) } as const;
    return { status: answer.refused, visit };
  },
});
