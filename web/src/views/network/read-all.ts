import type { PublishedDocument, PublishedType } from "@essaim/content";
import type { ListQuery } from "../../content/load.ts";
import type { Reading } from "../../content/reading.ts";

const pageSize = 500;

/** Every document of a type that a query keeps, however many there are. */
export async function readAll<T extends PublishedType>(
  locals: Reading,
  type: T,
  query: Omit<ListQuery, "limit" | "offset" | "locale"> = {},
): Promise<PublishedDocument<T>[]> {
  const documents: PublishedDocument<T>[] = [];
  for (let offset = 0; ; offset += pageSize) {
    const { items, total } = await locals.list(type, { ...query, locale: locals.locale, limit: pageSize, offset });
    documents.push(...items);
    if (offset + pageSize >= total) return documents;
  }
}
