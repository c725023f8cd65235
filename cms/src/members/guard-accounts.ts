import { memberEmailSchema } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { z } from "zod";
import { refuse } from "../desk/refusal.ts";
import { forgetNoticesOf } from "../notices/notices.ts";
import type { WriteParams } from "../publication/identity.ts";
import { type Account, accountUid, findAccount, lockAccounts } from "./accounts.ts";
import { deskFields } from "./desk-fields.ts";
import { sendInvitation } from "./invitations.ts";
import { endLinksOf } from "./links.ts";
import { movePerson } from "./moving.ts";
import { endSessionsOf } from "./sessions.ts";

type Data = Record<string, unknown>;
const dataSchema = z.record(z.string(), z.unknown());
const requestStateSchema = z.object({ auth: z.object({ strategy: z.object({ name: z.string() }) }) });

/** Whether an editor asks for it at the desk: what comes inside a transaction is one of our own doings, which says itself what it wants. */
const isAtDesk = (strapi: Core.Strapi): boolean => {
  if (strapi.db.inTransaction()) return false;
  const state = requestStateSchema.safeParse(strapi.requestContext.get()?.state);
  return state.success && ["admin", "admin-token"].includes(state.data.auth.strategy.name);
};

/**
 * Stands around every write of an account: an address has one account, what is closed ends at once, and what the desk makes is invited.
 * To be called in `register`.
 */
export function guardAccounts(strapi: Core.Strapi): void {
  strapi.documents.use(async (context, next) => {
    if (context.uid !== accountUid) return next();
    const params: WriteParams = context.params;
    if (context.action === "clone") refuse("email", "Un compte ne se copie pas\u00a0: une adresse n’en a qu’un.");
    if (context.action === "create") return create(strapi, params, next);
    if (context.action === "update") return update(strapi, params, next);
    if (context.action === "delete") await forgetAll(strapi, params.documentId);
    return next();
  });
}

async function create<R>(strapi: Core.Strapi, params: WriteParams, next: () => R): Promise<Awaited<R>> {
  const atDesk = isAtDesk(strapi);
  const result = await strapi.db.transaction(async () => {
    await lockAccounts(strapi);
    const data = dataSchema.parse(params.data ?? {});
    const email = await freeAddress(strapi, data["email"]);
    const own = atDesk ? { ...chosenAtDesk(data), confirmed: false } : data;
    params.data = { ...own, email, username: email, provider: "local" };
    return await next();
  });
  if (atDesk) await inviteFromDesk(strapi, z.object({ documentId: z.string() }).parse(result).documentId);
  return result;
}

async function update<R>(strapi: Core.Strapi, params: WriteParams, next: () => R): Promise<Awaited<R>> {
  const { documentId } = params;
  const known = documentId === undefined ? null : await findAccount(strapi, { documentId });
  if (!known) return await next();
  const given = dataSchema.parse(params.data ?? {});
  const atDesk = isAtDesk(strapi);
  const wantsAgain = atDesk && given["inviteAgain"] === true;
  if (wantsAgain) refuseNeedlessInvitation(known, given);
  const result = await strapi.db.transaction(async () => {
    await lockAccounts(strapi);
    const data = atDesk ? chosenAtDesk(given) : given;
    const address = data["email"] === undefined ? {} : await addressOf(strapi, data["email"], known);
    params.data = { ...data, ...address };
    if (isShut(known, params.data)) await endAll(strapi, known.documentId);
    const written = await next();
    await movePerson(strapi, known);
    return written;
  });
  const isNew = dataSchema.parse(params.data)["email"] !== undefined && emailIn(params) !== known.email;
  if (wantsAgain || (atDesk && isNew && !known.confirmed)) await inviteFromDesk(strapi, known.documentId);
  return result;
}

const emailIn = ({ data }: WriteParams): unknown => dataSchema.parse(data)["email"];

const chosenAtDesk = (data: Data): Data =>
  Object.fromEntries(Object.entries(data).filter(([name]) => deskFields.some((field) => field === name)));

const addressOf = async (strapi: Core.Strapi, given: unknown, known: Account): Promise<Data> => {
  const email = await freeAddress(strapi, given, known);
  return { email, username: email };
};

/** An address that no other account has, as accounts write it. */
async function freeAddress(strapi: Core.Strapi, given: unknown, known?: Account): Promise<string> {
  const email = memberEmailSchema.safeParse(given).data;
  if (email === undefined) refuse("email", "Une adresse électronique est attendue, telle que prenom@centre.fr.");
  const holder = await findAccount(strapi, { email });
  if (holder && holder.id !== known?.id) refuse("email", "Cette adresse a déjà un compte.");
  return email;
}

/** Whoever had the account before must not keep it: closed, another password, or another address. */
const isShut = (known: Account, data: unknown): boolean => {
  const { blocked, password, email } = dataSchema.parse(data);
  return blocked === true || typeof password === "string" || (email !== undefined && email !== known.email);
};

function refuseNeedlessInvitation(known: Account, given: Data): void {
  if (known.confirmed)
    refuse(
      "inviteAgain",
      "Ce compte est déjà ouvert\u00a0: la personne peut demander un nouveau mot de passe sur la page de connexion.",
    );
  if (given["blocked"] ?? known.blocked) refuse("inviteAgain", "Ce compte est fermé\u00a0: rouvrez-le d’abord.");
}

async function endAll(strapi: Core.Strapi, documentId: string | undefined): Promise<Account | null> {
  const account = documentId === undefined ? null : await findAccount(strapi, { documentId });
  if (!account) return null;
  await endSessionsOf(strapi, account);
  await endLinksOf(strapi, account);
  return account;
}

async function forgetAll(strapi: Core.Strapi, documentId: string | undefined): Promise<void> {
  const account = await endAll(strapi, documentId);
  if (account) await forgetNoticesOf(strapi, account);
}

async function inviteFromDesk(strapi: Core.Strapi, documentId: string): Promise<void> {
  const account = await findAccount(strapi, { documentId });
  if (account && !account.blocked) await sendInvitation(strapi, account);
}
