import { applyChanges, type MergeOffer, referencesOf } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { z } from "zod";
import { sqlNow, whole } from "../database.ts";
import type { Account } from "../members/accounts.ts";
import { parseLiveRows } from "../publication/live.ts";
import { tables } from "../publication/tables.ts";
import { loadCards } from "../reading/cards.ts";
import { isBy } from "./draft-sheet.ts";
import type { FamilyPair } from "./family-pair.ts";

const mergeRowSchema = z.object({
  id: whole,
  base: whole,
  version: whole,
  change: z.string(),
  state: z.enum(["taken", "left"]),
});

/** What a member is shown of what a draft could take over. */
export async function mergeOffer(strapi: Core.Strapi, member: Account, pair: FamilyPair): Promise<MergeOffer> {
  const { into, from, direction, base, fields, before, after, changes } = pair;
  const sql = await sqlNow(strapi);
  const fromKey: MergeOffer["from"]["key"] = `${from.row.type}/${from.row.uid}`;
  const rows: unknown = await sql(tables.merges).where({ from_key: fromKey, into_key: into.key, base }).orderBy("id");
  const decided = new Map(
    z
      .array(mergeRowSchema)
      .parse(rows)
      .filter(({ version }) => version === from.number)
      .map((row) => [row.change, row] as const),
  );
  const { outcomes, own } = applyChanges({ fields, before, after }, changes, into.stored);
  const [live] = parseLiveRows(await sql(tables.live).where({ document_id: into.documentId, locale: into.locale }));
  const cards = await loadCards(sql, [...referencesOf(fields, before), ...referencesOf(fields, after)], into.locale);
  return {
    from: { key: fromKey, title: String(from.stored["title"]), version: from.number, slug: from.row.slug },
    into: {
      ...{ key: into.key, title: String(into.stored["title"]) },
      ...{ version: live?.version ?? null, slug: live?.slug ?? null },
    },
    ...{ direction, base, version: from.number, locale: into.locale, before, after, cards: Object.fromEntries(cards) },
    changes: changes.map(({ id }) => {
      const row = decided.get(id);
      if (row?.state === "taken") return { id, state: "taken", taken: row.id };
      const outcome = outcomes.get(id);
      if (outcome === "already") return { id, state: "already" };
      if (row) return { id, state: "left", taken: row.id };
      return outcome === "conflict" ? { id, state: "conflict", own: own.get(id) } : { id, state: "open" };
    }),
    isOwn: isBy(into, member),
  };
}
