import { cards, type Key, mergeFacts, type Stored, splitKey, type TargetType } from "@essaim/content";
import type { Sql } from "../database.ts";
import type { LiveRow } from "../publication/live.ts";
import { loadVersions, sourceVersions, typeOf } from "./library.ts";
import { liveOfUids } from "./live-rows.ts";
import { nearest } from "./nearest.ts";

const isTarget = (type: string): type is TargetType => Object.hasOwn(cards, type);

/** The cards of the documents with these keys, in a reader's language where they have it; what isn't published has none. */
export async function loadCards(sql: Sql, keys: Iterable<Key>, locale: string): Promise<Map<Key, unknown>> {
  const uidsByType = Map.groupBy([...new Set(keys)].map(splitKey), ({ type }) => type);
  const live: LiveRow[] = [];
  for (const [type, group] of uidsByType)
    live.push(
      ...(await liveOfUids(
        sql,
        type,
        group.map(({ uid }) => uid),
      )),
    );
  const shown: LiveRow[] = [];
  for (const rows of Map.groupBy(live, ({ type, uid }) => `${type}/${uid}`).values()) {
    const row = nearest(rows, locale);
    if (row) shown.push(row);
  }
  const sources = await sourceVersions(sql, shown, live);
  const versions = await loadVersions(sql, [...shown.map(({ version_id }) => version_id), ...sources.values()]);
  return new Map(shown.flatMap((row) => cardOf(row, versions, sources)));
}

function cardOf(
  row: LiveRow,
  versions: ReadonlyMap<number, Stored>,
  sources: ReadonlyMap<string, number>,
): [Key, unknown][] {
  if (!isTarget(row.type)) return [];
  const key: Key = `${row.type}/${row.uid}`;
  const merged = mergeFacts(
    typeOf(row).fields,
    versions.get(row.version_id) ?? {},
    versions.get(sources.get(key) ?? row.version_id) ?? {},
  );
  const card = cards[row.type].safeParse({
    ...merged,
    type: row.type,
    locale: row.locale,
    documentId: row.document_id,
    uid: row.uid,
    slug: row.slug,
  });
  return card.success ? [[key, card.data]] : [];
}
