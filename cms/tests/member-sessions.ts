import { sessionHeader } from "@essaim/content";
import type { Answer, Cms, Json } from "./harness.ts";

const password = "Un-mot-de-passe-2026";

/** Asks below `/api/member/` in one member’s session: with a body it tells, else it reads. */
export type AsMember = (path: string, body?: object) => Promise<Answer>;

/** Opens an account of a centre, or of none, and signs in. */
export async function signInAs(cms: Cms, name: string, centre?: string, federation = false): Promise<AsMember> {
  const email = `${name.toLowerCase()}@essaim.test`;
  await cms.run(
    async (strapi, [called, address, word, uid, isTeam]) => {
      const of = uid && (await strapi.db.query("api::centre.centre").findOne({ where: { uid } }));
      const data: Json = {
        ...{ username: address, email: address, password: word, provider: "local", confirmed: true, name: called },
        ...(of && { centre: of.documentId }),
        federation: isTeam,
      };
      await strapi.documents("plugin::users-permissions.user").create({ data });
    },
    [name, email, password, centre ?? "", federation] as const,
  );
  const ask = (path: string, body: object | undefined, session: string) =>
    cms.ask(`/api/member/${path}`, {
      method: body ? "POST" : "GET",
      token: cms.readToken,
      ...(body && { body }),
      headers: { [sessionHeader]: session },
    });
  const { body } = await ask("sign-in", { email, password, origin: `test of ${email}` }, "");
  return (path, told) => ask(path, told, body.session);
}
