import { z } from "zod";
import type { Ask, Interfaces } from "./interfaces.ts";

const languages = ["fr", "en", "nl"] as const;
const searchable = ["solution", "guide", "kit", "centre"] as const;
const others = ["theme", "adoption"] as const;

const labelled = z.object({ uid: z.string(), labels: z.object({ fr: z.string() }) });
const named = z.object({ uid: z.string(), name: z.string() });
const documentSchema = z.object({
  type: z.string(),
  documentId: z.string(),
  uid: z.string(),
  locale: z.enum(languages).nullable(),
  slug: z.string(),
  version: z.int(),
  updatedAt: z.iso.datetime(),
  data: z.object({
    title: z.string().optional(),
    name: z.string().optional(),
    labels: z.object({ fr: z.string() }).optional(),
    stage: z.string().optional(),
    themes: z.array(labelled).default([]),
    centres: z.array(named).default([]),
    centre: named.optional(),
    resource: z.object({ type: z.string(), uid: z.string() }).optional(),
  }),
});
const listSchema = z.object({ items: z.array(documentSchema), total: z.int() });

/** A document as the CMS publishes it. */
export type Published = z.infer<typeof documentSchema>;

const entrySchema = z.object({
  id: z.string(),
  uid: z.string(),
  slug: z.string(),
  title: z.string(),
  version: z.int(),
  updatedAt: z.int(),
  adoptions: z.int(),
  theme: z.array(z.string()),
  centre: z.array(z.string()),
  names: z.string(),
});

/** What an index holds of a document, as far as this test knows what it must be. */
export type Entry = z.infer<typeof entrySchema>;

/** Everything that the CMS publishes, read page by page. */
export async function publishedDocuments(read: Ask): Promise<Published[]> {
  const found = new Map<string, Published>();
  for (const type of [...searchable, ...others])
    for (const locale of languages)
      for await (const { items } of pages(read, `/api/published/${type}?locale=${locale}`))
        for (const item of items) found.set(`${type}/${item.uid}/${item.locale}`, item);
  return [...found.values()];
}

async function* pages(read: Ask, path: string) {
  for (let offset = 0; ; offset += 100) {
    const page = listSchema.parse(await read(`${path}&limit=100&offset=${offset}`));
    yield page;
    if (offset + page.items.length >= page.total) return;
  }
}

/** All documents by the name that readers know them by: titles by `type/uid/language`, names and stages by `type/uid`. */
export const namesIn = (documents: readonly Published[]): Map<string, string> =>
  new Map(
    documents.map(({ type, uid, locale, data: { title, name, labels, stage } }) => [
      locale === null ? `${type}/${uid}` : `${type}/${uid}/${locale}`,
      title ?? name ?? labels?.fr ?? stage ?? "",
    ]),
  );

const goingOn = new Set(["preparing", "running", "adopted"]);

/** What the index of a language must hold of what is published. */
export function entriesOf(documents: readonly Published[], language: (typeof languages)[number]): Entry[] {
  const adopters = new Map<string, Set<string>>();
  for (const { data } of documents) {
    if (!data.resource || !data.centre || !goingOn.has(data.stage ?? "")) continue;
    const key = `${data.resource.type}/${data.resource.uid}`;
    adopters.set(key, (adopters.get(key) ?? new Set()).add(data.centre.uid));
  }
  return documents
    .filter(({ type, locale }) => searchable.some((one) => one === type) && (locale ?? language) === language)
    .map(({ type, documentId, uid, slug, version, updatedAt, data: { title, name, themes, centres } }) => ({
      id: `${type}_${documentId}`,
      ...{ uid, slug, version, title: title ?? name ?? "", updatedAt: Date.parse(updatedAt) },
      adoptions: adopters.get(`${type}/${uid}`)?.size ?? 0,
      theme: themes.map((one) => one.uid),
      centre: centres.map((one) => one.uid),
      // A centre's territory has the same name here.
      names: [...new Set([...themes.map(({ labels }) => labels.fr), ...centres.map((one) => one.name)])].join("\n"),
    }))
    .sort(byId);
}

/** Everything that the index of a language holds. */
export async function indexedEntries(engine: Ask, language: (typeof languages)[number]): Promise<Entry[]> {
  const asked = { limit: 10_000, fields: Object.keys(entrySchema.shape) };
  const { results } = z
    .object({ results: z.array(entrySchema) })
    .parse(await engine(`/indexes/essaim_${language}/documents/fetch`, asked));
  return results.sort(byId);
}

const byId = (a: Entry, b: Entry): number => (a.id < b.id ? -1 : 1);

const feedSchema = z.object({ feed: z.string(), last: z.int() });
const cursorSchema = z.object({ feed: z.string(), seq: z.int() });

/** How many rows of the feed the indexes have yet to take in. */
export async function lag({ read, engine }: Interfaces): Promise<number> {
  const { feed, last } = feedSchema.parse(await read(`/api/changes?after=${Number.MAX_SAFE_INTEGER}&limit=1&wait=0`));
  const cursor = cursorSchema.parse(await engine("/indexes/essaim_state/documents/cursor"));
  return cursor.feed === feed ? last - cursor.seq : Number.POSITIVE_INFINITY;
}

export { languages };
