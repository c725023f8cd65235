import { sessionAnswerSchema } from "@essaim/content";
import { originOf } from "../form.ts";
import { nextAddress, startPath } from "../member-address.ts";
import { isRefusal } from "../member-client.ts";
import { lineOf, type MakePlace, noticeOf } from "../outcome.ts";
import { carriedIn } from "../written.ts";

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
    const written = carriedIn(form);
    if (!isRefusal(answer)) {
      const { session, member } = answer;
      const to = next ?? startPath(member, locale);
      return written.length === 0
        ? { to, session }
        : { session, visit: { place: "signIn", written, next: to, isBack: true } };
    }
    const kept = { ...(written.length > 0 && { written }), ...(next !== undefined && { next }) };
    return { status: answer.refused, visit: { place: "signIn", email, notice: noticeOf(answer), ...kept } };
  },
});
