import type { invitationAnswerSchema, inviteSchema } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import type { z } from "zod";
import { RequestError } from "../request-error.ts";
import { type Account, accountUid, findAccount, languageOf, lockAccounts, memberOf } from "./accounts.ts";
import { countAttempts } from "./attempts.ts";
import { centreOfUid } from "./centre-of-uid.ts";
import { findLink, makeLink, useLink } from "./links.ts";
import { sendLink } from "./messages.ts";
import { linkEnded, setPassword } from "./passwords.ts";

const byMember = countAttempts({ most: 20, withinMs: 86_400_000 });

/** Counts an invitation that a member sends. Throws a RequestError of 429. */
export function countInvitation({ documentId }: Account): void {
  if (!byMember.take(documentId)) throw new RequestError(429, "too-many-attempts", "too many invitations today");
}

/** A member invites a colleague into their own centre, the federation into any. Whether the address is known already is not told. */
export async function inviteColleague(
  strapi: Core.Strapi,
  member: Account,
  { email, locale, centre: uid }: z.output<typeof inviteSchema>,
): Promise<void> {
  const centre = await centreToJoin(strapi, member, uid);
  countInvitation(member);
  const invited = await strapi.db.transaction(async () => {
    await lockAccounts(strapi);
    const known = await findAccount(strapi, { email });
    if (known && !canInvite(member, known, centre)) return null;
    const own = { blocked: false, centre: centre.documentId };
    const { documentId } = known ?? {};
    if (documentId !== undefined) await strapi.documents(accountUid).update({ documentId, data: own });
    else await strapi.documents(accountUid).create({ data: { email, confirmed: false, language: locale, ...own } });
    return findAccount(strapi, { email });
  });
  if (!invited) return;
  await sendInvitation(strapi, invited, { by: memberOf(member).name });
}

/**
 * Whether somebody who has an account already is invited into a centre: it was never opened, and belongs to no other. What was closed the federation
 * alone opens again, and whom it takes into its team it invites itself.
 */
const canInvite = (
  { federation }: Account,
  { confirmed, blocked, centre, ...known }: Account,
  into: { readonly documentId: string },
): boolean =>
  confirmed !== true &&
  (!centre || centre.documentId === into.documentId) &&
  (federation === true || (blocked !== true && known.federation !== true));

async function centreToJoin(
  strapi: Core.Strapi,
  { centre, federation }: Account,
  uid: string | undefined,
): Promise<{ readonly documentId: string }> {
  if (uid !== undefined && federation === true) return centreOfUid(strapi, uid);
  if (!centre || (uid !== undefined && uid !== centre.uid))
    throw new RequestError(403, "no-centre", "members invite into their own centre");
  return centre;
}

/** Why somebody is invited: `by` is the colleague who does it, `isAccepted` whether they had asked to join. */
export interface Invitation {
  readonly by?: string;
  readonly isAccepted?: boolean;
}

/** Sends whoever an account is for the link that opens it, in their language; earlier links end. */
export async function sendInvitation(
  strapi: Core.Strapi,
  account: Account,
  { by, isAccepted = false }: Invitation = {},
): Promise<void> {
  const link = await makeLink(strapi, account, "invitation");
  const said = { to: account.email, locale: languageOf(account), link, by, isAccepted, centre: account.centre?.name };
  if ((await sendLink(strapi, "invitation", said)) !== "sent") return;
  await strapi.db.query(accountUid).update({ where: { id: account.id }, data: { invitedAt: new Date() } });
}

/** Whom an invitation is for. */
export async function readInvitation(
  strapi: Core.Strapi,
  link: string,
): Promise<z.output<typeof invitationAnswerSchema>> {
  const account = await findLink(strapi, link, "invitation");
  if (!account) throw linkEnded();
  return { email: account.email, name: account.name ?? null, centre: account.centre?.name ?? null };
}

/** Opens the account that an invitation made. */
export async function acceptInvitation(
  strapi: Core.Strapi,
  { link, ...chosen }: { link: string; name: string; password: string },
): Promise<Account> {
  const account = await strapi.db.transaction(async () => {
    // Whoever takes the invitation back at the same moment waits, or is waited for.
    await lockAccounts(strapi);
    const found = await useLink(strapi, link, "invitation");
    if (!found) return null;
    await setPassword(strapi, found, chosen);
    return findAccount(strapi, { id: found.id });
  });
  if (!account) throw linkEnded();
  return account;
}
