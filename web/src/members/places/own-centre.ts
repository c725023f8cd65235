import { memberPath } from "@essaim/content";
import { lineOf, type MakePlace, noticeOf, signedIn } from "../outcome.ts";

const place = "ownCentre";

/** A member's own centre, and their way out. */
export const ownCentrePlace: MakePlace = (client) => ({
  show: (request) => signedIn(client, request, async ({ member }) => ({ visit: { place, member } })),
  act: (request, form) =>
    signedIn(client, request, async ({ session, member }) => {
      const { locale } = request;
      const act = form.get("act");
      if (act !== "invite") {
        await client.tell(act === "everywhere" ? "sign-out-everywhere" : "sign-out", {}, session);
        return { to: memberPath("signIn", locale), session: null };
      }
      const refusal = await client.tell("invitations", { email: lineOf(form, "email"), locale }, session);
      return { visit: { place, member, notice: refusal ? noticeOf(refusal) : "invited" } };
    }),
});
