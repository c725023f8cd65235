import type { Core } from "@strapi/strapi";
import { z } from "zod";
import { refuse } from "../desk/refusal.ts";
import { messages } from "../mail/messages/index.ts";
import { oneLine, sendMessage } from "../mail/send.ts";
import { accountUid, findAccount, lockAccounts } from "../members/accounts.ts";
import { sendInvitation } from "../members/invitations.ts";
import type { WriteParams } from "../publication/identity.ts";
import { centreSchema, joinUid, type StoredJoin, storedJoinSchema } from "./join-requests.ts";

const dataSchema = z.record(z.string(), z.unknown());

/** Has an editor's decision do what it says, once. To be called in `register`. */
export function guardJoinRequests(strapi: Core.Strapi): void {
  strapi.documents.use(async (context, next) => {
    if (context.uid !== joinUid || context.action !== "update") return next();
    const params: WriteParams = context.params;
    const decided = await strapi.db.transaction(async () => {
      await lockAccounts(strapi);
      const before = await read(strapi, params.documentId);
      const data = dataSchema.parse(params.data ?? {});
      if (before.state !== "waiting") refuseSecondThoughts(before, data);
      const wanted = data["state"] ?? before.state;
      const isDecided = before.state === "waiting" && wanted !== "waiting";
      params.data = { ...data, ...(isDecided && { decidedAt: new Date() }) };
      const result = await next();
      if (isDecided && wanted === "accepted") await accept(strapi, await read(strapi, params.documentId));
      return { result, isDecided };
    });
    if (decided.isDecided) await tellAsker(strapi, await read(strapi, params.documentId));
    return decided.result;
  });
}

async function read(strapi: Core.Strapi, documentId: string | undefined): Promise<StoredJoin> {
  const row: unknown = await strapi.db.query(joinUid).findOne({ where: { documentId }, populate: { centre: true } });
  return storedJoinSchema.parse(row);
}

function refuseSecondThoughts({ state }: StoredJoin, data: Record<string, unknown>): void {
  if (data["state"] === undefined || data["state"] === state) return;
  const said = state === "accepted" ? "acceptée, et son compte existe" : "refusée, et la personne le sait";
  refuse("state", `Cette demande a déjà été ${said}\u00a0: on ne revient pas dessus ici.`);
}

/** Makes the centre, unless the editor named one that is there, and the account of whoever asked. */
async function accept(strapi: Core.Strapi, request: StoredJoin): Promise<void> {
  const { documentId, email, name, language, centreName, kind, city, postcode, website } = request;
  if (await findAccount(strapi, { email }))
    refuse("email", "Cette adresse a déjà un compte\u00a0: voyez «\u00a0Comptes des centres\u00a0».");
  const facts = Object.entries({ name: centreName, kind, city, postcode, website }).filter(([, value]) => value);
  const joinedOn = new Date().toISOString().slice(0, 10);
  const centre =
    request.centre ??
    centreSchema.parse(
      await strapi.documents("api::centre.centre").create({ data: { ...Object.fromEntries(facts), joinedOn } }),
    );
  await strapi.db.query(joinUid).update({ where: { documentId }, data: { centre: centre.id } });
  await strapi.documents(accountUid).create({
    data: { email, confirmed: false, blocked: false, language, centre: centre.documentId, ...(name && { name }) },
  });
}

async function tellAsker(strapi: Core.Strapi, request: StoredJoin): Promise<void> {
  const { state, email, language, answer } = request;
  if (state === "declined") {
    const centre = oneLine(request.centreName);
    await sendMessage(strapi, email, messages[language].joinDeclined({ centre, answer: answer?.trim() ?? "" }));
  }
  const account = state === "accepted" ? await findAccount(strapi, { email }) : null;
  if (account) await sendInvitation(strapi, account, { isAccepted: true });
}
