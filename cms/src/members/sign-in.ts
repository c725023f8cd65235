import { memberEmailSchema } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { RequestError } from "../request-error.ts";
import { type Account, findAccount, isOpen } from "./accounts.ts";
import { countAttempts } from "./attempts.ts";
import { newSecretId } from "./secret-id.ts";

const quarter = 15 * 60_000;
const byAccount = countAttempts({ most: 10, withinMs: quarter });
/** A centre's whole staff may come from one address. */
const byOrigin = countAttempts({ most: 60, withinMs: quarter });

interface Passwords {
  validatePassword(password: string, hash: string): Promise<boolean>;
  ensureHashedPasswords(values: { password: string }): Promise<{ password: string }>;
}

/** What passwords of accounts that aren't there are compared with: an answer must not come sooner for them. */
let nobodys: string | undefined;

/** The account that an address and a password open. Unknown, wrong, closed and not yet accepted are one answer. */
export async function signIn(
  strapi: Core.Strapi,
  given: { email: string; password: string; origin: string },
): Promise<Account> {
  const email = memberEmailSchema.safeParse(given.email).data ?? "";
  // Whoever is stopped already counts against nobody's account.
  if (!byOrigin.take(given.origin) || !byAccount.take(email))
    throw new RequestError(429, "too-many-attempts", "too many attempts, wait a quarter of an hour");
  const account = email === "" ? null : await findAccount(strapi, { email });
  const open = account && isOpen(account) ? account : null;
  const service: Passwords = strapi.plugin("users-permissions").service("user");
  nobodys ??= (await service.ensureHashedPasswords({ password: newSecretId() })).password;
  const matches = await service.validatePassword(given.password, open?.password ?? nobodys);
  if (!open || !matches) throw wrongCredentials();
  byAccount.forgive(email);
  return open;
}

/** The one answer to whoever may not come in. */
export const wrongCredentials = (): RequestError =>
  new RequestError(401, "wrong-credentials", "address and password don't go together");

/** Has a member who signed in say their password again, for what can't be undone. */
export async function checkPassword(strapi: Core.Strapi, { email, password }: Account, given: string): Promise<void> {
  if (!byAccount.take(email)) throw new RequestError(429, "too-many-attempts", "too many attempts");
  const service: Passwords = strapi.plugin("users-permissions").service("user");
  if (!(await service.validatePassword(given, password ?? "")))
    throw new RequestError(403, "wrong-password", "this is not the password", { field: "password" });
  byAccount.forgive(email);
}

/** Lets an account be tried again: its member came by a message. */
export const forgiveAttempts = ({ email }: Account): void => byAccount.forgive(email);
