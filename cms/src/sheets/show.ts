import {
  canonicalJson,
  type Key,
  keyOf,
  type Locale,
  type OwnSheet,
  referencesOf,
  resourceTypes,
  type Stored,
} from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { z } from "zod";
import { type Sql, sqlNow } from "../database.ts";
import { environment } from "../environment.ts";
import { signedAddress } from "../preview/preview-address.ts";
import { parentOf } from "../publication/lasting-parent.ts";
import { parseLiveRows, versionsOf } from "../publication/live.ts";
import { tables } from "../publication/tables.ts";
import { loadCards } from "../reading/cards.ts";
import { loadVersions } from "../reading/library.ts";
import { RequestError } from "../request-error.ts";
import type { DraftSheet } from "./draft-sheet.ts";
import { licencesOf } from "./lineage.ts";
import { type PublishedCopy, publishedCopy } from "./published-copy.ts";
import { withdrawnLanguages } from "./withdrawn-languages.ts";

/** What a member is shown of a draft of their centre. */
export async function showDraft(strapi: Core.Strapi, draft: DraftSheet): Promise<OwnSheet> {
  const { key, type, documentId, locale, stored, note, revision } = draft;
  const sql = await sqlNow(strapi);
  const [live] = parseLiveRows(await sql(tables.live).where({ type: type.name, document_id: documentId, locale }));
  const version = live && (await loadVersions(sql, [live.version_id])).get(live.version_id);
  const [newest] = live ? await versionsOf(sql, [live.version_id]) : [];
  const parent = parentOf(stored);
  const licences = await licencesOf(sql, draft);
  const copy = parent && (await readable(() => publishedCopy(sql, parent.key, locale, parent.version)));
  const told = [stored, version ?? {}, copy?.stored ?? {}];
  const cards = await loadCards(
    sql,
    told.flatMap((one) => referencesOf(type.fields, one)),
    locale,
  );
  const own = copy && parent && originalOf(copy, cards, parent.key);
  return {
    ...{ key, locale, revision, note, data: stored, preview: (await previewOf(draft)) ?? null },
    published: live ? { slug: live.slug, version: live.version, data: version ?? {} } : null,
    withdrawn: live ? [] : await withdrawnLanguages(strapi, draft),
    differs: version === undefined || canonicalJson(version) !== canonicalJson(stored),
    parent: parent ? { key: parent.key, version: parent.version ?? null, title: own?.title ?? null } : null,
    original: own ?? null,
    taken: await takenSince(sql, key, newest?.at ?? "", locale),
    ...{ centres: centreNames(stored, cards), cards: Object.fromEntries(cards) },
    licences: licences ? [...licences] : null,
  };
}

/** What can still be read; undefined where it was withdrawn. */
async function readable(read: () => Promise<PublishedCopy>): Promise<PublishedCopy | undefined> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof RequestError && error.status === 404) return undefined;
    throw error;
  }
}

const titleSchema = z.object({ title: z.string() });
const nameSchema = z.object({ name: z.string() });

function originalOf(
  { stored, row }: PublishedCopy,
  cards: ReadonlyMap<Key, unknown>,
  key: Key,
): NonNullable<OwnSheet["original"]> & { title: string } {
  const title = titleSchema.safeParse(cards.get(key)).data?.title ?? String(stored["title"]);
  return { title, slug: row.slug, centres: centreNames(stored, cards), data: stored };
}

const centreNames = (stored: Stored, cards: ReadonlyMap<Key, unknown>): string[] =>
  z
    .array(z.string())
    .catch([])
    .parse(stored["centres"])
    .flatMap((uid) => nameSchema.safeParse(cards.get(keyOf("centre", uid))).data?.name ?? []);

const takenSchema = z.array(z.object({ from_key: z.templateLiteral([z.string(), "/", z.string()]) }));

/** What a draft took over from its relatives since its newest version. */
async function takenSince(sql: Sql, key: Key, since: string, locale: Locale): Promise<OwnSheet["taken"]> {
  const rows: unknown = await sql(tables.merges).where({ into_key: key, state: "taken" }).where("at", ">", since);
  const byRelative = Map.groupBy(takenSchema.parse(rows), (row) => row.from_key);
  const taken: OwnSheet["taken"] = [];
  for (const [from, { length: count }] of byRelative) {
    const copy = await readable(() => publishedCopy(sql, from, locale));
    if (!copy) continue;
    const cards = await loadCards(sql, referencesOf(copy.type.fields, copy.stored), locale);
    taken.push({ key: from, title: String(copy.stored["title"]), centres: centreNames(copy.stored, cards), count });
  }
  return taken;
}

async function previewOf({ type, documentId, locale }: DraftSheet): Promise<string | undefined> {
  const name = resourceTypes.find((one) => one === type.name);
  if (!name || !environment.PUBLIC_URL) return undefined;
  const desk = new URL(environment.PUBLIC_URL).origin;
  return signedAddress({ type: name, documentId, locale, status: "draft", desk });
}
