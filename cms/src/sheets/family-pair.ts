import {
  changesBetween,
  comparedFields,
  type Fields,
  type Key,
  type Stored,
  saidIn,
  type VersionChange,
} from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { sqlNow } from "../database.ts";
import type { Account } from "../members/accounts.ts";
import { parentOf } from "../publication/lasting-parent.ts";
import { RequestError } from "../request-error.ts";
import { type DraftSheet, findDraft, isBy } from "./draft-sheet.ts";
import { type PublishedCopy, publishedCopy } from "./published-copy.ts";

/** A draft and a published sheet, one of which was made from the other. */
export interface FamilyPair {
  readonly into: DraftSheet;
  readonly from: PublishedCopy;
  readonly direction: "up" | "down";
  /** The version that both come from. */
  readonly base: number;
  readonly fields: Fields;
  readonly before: Stored;
  readonly after: Stored;
  readonly changes: readonly VersionChange[];
}

/** The federation’s team and its members look after everybody’s sheets. */
const isFederation = ({ federation, centre }: Account): boolean => federation === true || centre?.kind === "federation";

/** Finds what a draft could take over from a relative. Throws a RequestError of 403, 404 or 409. */
export async function familyPair(
  strapi: Core.Strapi,
  member: Account,
  { from: fromKey, into: intoKey }: { readonly from: Key; readonly into: Key },
): Promise<FamilyPair> {
  const sql = await sqlNow(strapi);
  const into = await findDraft(strapi, intoKey);
  if (!into || !(isBy(into, member) || isFederation(member)))
    throw new RequestError(403, "not-yours", "no such sheet is by this centre", { field: "into" });
  const from = await publishedCopy(sql, fromKey, into.locale);
  if (from.row.locale !== into.locale || from.row.locale !== from.row.source_locale)
    throw new RequestError(409, "other-language", "the two are written in different languages", { field: "from" });
  const [parentOfFrom, parentOfInto] = [parentOf(from.stored), parentOf(into.stored)];
  const isUp = parentOfFrom?.key === intoKey;
  if (!isUp && parentOfInto?.key !== fromKey)
    throw new RequestError(404, "not-related", "neither was made from the other", { field: "from" });
  const base = (isUp ? parentOfFrom.version : parentOfInto?.version) ?? 1;
  const common = await publishedCopy(sql, isUp ? intoKey : fromKey, into.locale, base);
  const fields = comparedFields(into.type.fields, false);
  const [before, after] = [saidIn(fields, common.stored), saidIn(fields, from.stored)];
  const changes = changesBetween({ fields, before, after });
  return { into, from, direction: isUp ? "up" : "down", base, fields, before, after, changes };
}
