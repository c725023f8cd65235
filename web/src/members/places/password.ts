import { passwordSchema, secretIdSchema } from "@essaim/content";
import { originOf } from "../form.ts";
import { lineOf, type MakePlace, noticeOf } from "../outcome.ts";

const place = "password";

/** Asking for a link to choose a new password, and choosing it. */
export const passwordPlace: MakePlace = (client) => ({
  async show({ query }) {
    const link = secretIdSchema.safeParse(new URLSearchParams(query).get("lien")).data;
    return { visit: { place, ...(link !== undefined && { link }) } };
  },
  async act({ req, locale }, form) {
    const link = secretIdSchema.safeParse(form.get("lien")).data;
    if (link === undefined) {
      const refusal = await client.tell("forgotten", { email: lineOf(form, "email"), locale, origin: originOf(req) });
      if (refusal) return { status: refusal.refused, visit: { place, notice: noticeOf(refusal) } };
      return { visit: { place, notice: "sent" } };
    }
    const password = passwordSchema.safeParse(form.get("password")).data;
    if (password === undefined) return { status: 400, visit: { place, link, notice: "invalidPassword" } };
    const refusal = await client.tell("password", { link, password });
    if (refusal) return { status: refusal.refused, visit: { place, notice: noticeOf(refusal) } };
    return { visit: { place: "signIn", notice: "changed" }, session: null };
  },
});
