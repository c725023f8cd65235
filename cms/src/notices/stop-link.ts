import { createHmac, timingSafeEqual } from "node:crypto";
import { memberPath } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { siteAddress } from "../mail/send.ts";
import { type Account, findAccount, languageOf } from "../members/accounts.ts";
import { secretKey } from "../secret-keys.ts";

const proofOf = (documentId: string): string =>
  createHmac("sha256", secretKey("stop-notices")).update(documentId).digest("base64url");

/** The address at which somebody ends the portal's e-mails, without signing in. */
export const stopAddress = (account: Account): string =>
  `${siteAddress(memberPath("notices", languageOf(account)))}?stop=${account.documentId}~${proofOf(account.documentId)}`;

/** Whose link it is; null of one that was not sent to anybody. */
export async function readStopLink(strapi: Core.Strapi, link: string): Promise<Account | null> {
  const [documentId = "", proof = ""] = link.split("~");
  const [given, expected] = [Buffer.from(proof), Buffer.from(proofOf(documentId))];
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  return findAccount(strapi, { documentId });
}
