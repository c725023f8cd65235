import type { PendingInvitation } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { RequestError } from "../request-error.ts";
import { type Account, accountUid, lockAccounts, memberOf, readAccounts } from "./accounts.ts";
import { countInvitation, sendInvitation } from "./invitations.ts";
import { accountsWithLink } from "./links.ts";

/** The invitations into a centre that nobody has accepted yet, the oldest first; of all the network where none is named. */
export async function pendingInvitations(strapi: Core.Strapi, centre?: { uid: string }): Promise<PendingInvitation[]> {
  const notOpened = {
    $or: [{ confirmed: false }, { confirmed: null }],
    ...(centre && { centre: { uid: centre.uid } }),
  };
  const accounts = (await readAccounts(strapi, notOpened)).filter((account) => isPending(account, centre));
  const open = await accountsWithLink(strapi, accounts, "invitation");
  return accounts
    .toSorted((one, other) => one.id - other.id)
    .map(({ id, documentId, email, name, centre: into, invitedAt }) => ({
      ...{ id: documentId, email, name: name ?? null, centre: into?.name ?? null },
      ...{ sentAt: invitedAt ?? null, isOver: !open.has(id) },
    }));
}

/** Whom the federation takes into its own team is no centre's business. */
const isPending = ({ confirmed, blocked, federation }: Account, centre: object | undefined): boolean =>
  confirmed !== true && blocked !== true && (centre === undefined || federation !== true);

/** Sends an invitation again, with a new link: the old one ends. Throws a RequestError of 404 where it waits no longer. */
export async function inviteAgain(strapi: Core.Strapi, member: Account, id: string): Promise<void> {
  const account = await findPending(strapi, member, id);
  countInvitation(member);
  await sendInvitation(strapi, account, { by: memberOf(member).name });
}

/** Takes an invitation back: its link opens nothing any more. Throws a RequestError of 404 where it waits no longer. */
export async function cancelInvitation(strapi: Core.Strapi, member: Account, id: string): Promise<void> {
  await strapi.db.transaction(async () => {
    await lockAccounts(strapi);
    const { documentId } = await findPending(strapi, member, id);
    await strapi.documents(accountUid).delete({ documentId });
  });
}

/** An invitation that a member may decide on: into their own centre, for the federation into any. */
async function findPending(strapi: Core.Strapi, { centre, federation }: Account, id: string): Promise<Account> {
  const within = federation === true ? undefined : (centre ?? { uid: "" });
  const [account] = await readAccounts(strapi, {
    documentId: id,
    ...(within && { centre: { uid: within.uid } }),
  });
  if (!account || !isPending(account, within)) throw new RequestError(404, "unknown", "no such invitation waits");
  return account;
}
