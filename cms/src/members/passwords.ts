import { type Locale, memberEmailSchema } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { RequestError } from "../request-error.ts";
import { type Account, accountUid, findAccount, isOpen } from "./accounts.ts";
import { countAttempts } from "./attempts.ts";
import { makeLink, useLink } from "./links.ts";
import { sendLink } from "./messages.ts";
import { forgiveAttempts } from "./sign-in.ts";

const hour = 3_600_000;
const byAccount = countAttempts({ most: 5, withinMs: hour });
const byOrigin = countAttempts({ most: 20, withinMs: hour });

/** Sends whoever has an account a link to choose a new password; nobody is told whether there is one. */
export async function forgetPassword(
  strapi: Core.Strapi,
  given: { email: string; locale: Locale; origin: string },
): Promise<void> {
  if (!byOrigin.take(given.origin)) throw new RequestError(429, "too-many-attempts", "too many attempts, wait an hour");
  const email = memberEmailSchema.safeParse(given.email).data;
  if (email === undefined || !byAccount.take(email)) return;
  const account = await findAccount(strapi, { email });
  if (!account || !isOpen(account)) return;
  const link = await makeLink(strapi, account, "password");
  // Not waited for: the time that a message takes would tell that there is an account.
  void sendLink(strapi, "password", { to: email, locale: given.locale, link });
}

/** Gives an account the password that its member chose, by the link of a message; all its sessions end. */
export async function choosePassword(strapi: Core.Strapi, link: string, password: string): Promise<void> {
  const account = await strapi.db.transaction(async () => {
    const found = await useLink(strapi, link, "password");
    if (found) await setPassword(strapi, found, { password });
    return found;
  });
  if (!account) throw linkEnded();
  forgiveAttempts(account);
}

/** Writes a password and what comes with it; all sessions of the account end with the old one (guard-accounts.ts). */
export async function setPassword(
  strapi: Core.Strapi,
  account: Account,
  data: { password: string; name?: string },
): Promise<void> {
  await strapi.documents(accountUid).update({ documentId: account.documentId, data: { ...data, confirmed: true } });
}

/** A link was used, is too old, or never was. */
export const linkEnded = (): RequestError => new RequestError(410, "link-ended", "this link was used or has ended");
