import {
  adoptersAnswerSchema,
  type Change,
  changeSchema,
  type Key,
  type Locale,
  localeSchema,
  type PublishedType,
} from "@essaim/content";
import { z } from "zod";
import type { Adopters } from "../document/project.ts";
import type { SearchableType } from "../document/search-document.ts";

/** The CMS can't be reached, takes too long or answers nonsense. */
export class CmsUnavailable extends Error {
  override readonly name = "CmsUnavailable";
}

/** A stretch of the change feed. */
export interface FeedPage {
  /** Names the database: another one means that all positions are void. */
  readonly feed: string;
  /** Head of the feed. */
  readonly last: number;
  /** Position of the last row read, those that break the contract included. */
  readonly reached: number;
  readonly changes: readonly Change[];
}

/** A row of the feed that breaks the contract. */
export interface RowRefusal {
  readonly seq: number;
  readonly field: string;
  readonly message: string;
}

/** Names a published document of any type. */
export interface PublishedRef {
  readonly type: PublishedType;
  readonly documentId: string;
  readonly locale: Locale | null;
}

/** What search reads of the CMS. */
export interface CmsReader {
  /** Rows after a position; waits up to `waitSeconds` for the first. */
  changes(after: number, waitSeconds: number, stop?: AbortSignal): Promise<FeedPage>;
  /** Documents as they are now, in the order asked for, null for those that aren't published. At most 500. */
  batch(refs: readonly PublishedRef[]): Promise<readonly unknown[]>;
  /** Who has taken each resource up, by key; nobody for other keys. At most 500. */
  adopters(keys: readonly Key[]): Promise<Adopters>;
  /** All documents of a type in a language, page by page. */
  list(type: SearchableType | "synonym", locale: Locale): AsyncGenerator<readonly ListedDocument[]>;
}

const listedSchema = z.looseObject({ documentId: z.string(), locale: localeSchema.nullable() });
/** A document of a list, not yet checked. */
export type ListedDocument = z.infer<typeof listedSchema>;

/** How to reach the CMS; `refused` hears of rows that break the contract. */
export interface CmsOptions {
  readonly url: string;
  readonly token: string;
  readonly refused: (refusal: RowRefusal) => void;
}

const rowsPerPage = 1000;
const documentsPerPage = 100;
const patienceMs = 20_000;
const feedSchema = z.object({
  feed: z.string().min(1),
  last: z.int().min(0),
  changes: z.array(z.looseObject({ seq: z.int().min(1) })),
});
const batchSchema = z.object({ items: z.array(z.unknown()) });
const listSchema = z.object({ items: z.array(listedSchema), total: z.int().min(0) });

/** Makes a reader of the CMS. */
export function createCmsReader({ url, token, refused }: CmsOptions): CmsReader {
  const read = createRead(url, token);
  return {
    async changes(after, waitSeconds, stop) {
      const path = `/api/changes?after=${after}&limit=${rowsPerPage}&wait=${waitSeconds}`;
      const { feed, last, changes: rows } = await read(path, feedSchema, { waitSeconds, ...(stop && { stop }) });
      const changes = rows.flatMap((row) => {
        const parsed = changeSchema.safeParse(row);
        if (parsed.success) return parsed.data;
        const [issue] = parsed.error.issues;
        refused({ seq: row.seq, field: issue?.path.join(".") ?? "", message: issue?.message ?? "" });
        return [];
      });
      return { feed, last, changes, reached: rows.at(-1)?.seq ?? after };
    },
    async batch(refs) {
      if (refs.length === 0) return [];
      const { items } = await read("/api/published/batch", batchSchema, { body: { refs } });
      if (items.length === refs.length) return items;
      throw new CmsUnavailable(`The CMS answered ${items.length} documents to ${refs.length} references.`);
    },
    async adopters(keys) {
      if (keys.length === 0) return new Map();
      const { adopters } = await read("/api/published/adopters", adoptersAnswerSchema, { body: { keys } });
      return new Map(Object.entries(adopters));
    },
    async *list(type, locale) {
      for (let offset = 0; ; offset += documentsPerPage) {
        const path = `/api/published/${type}?locale=${locale}&limit=${documentsPerPage}&offset=${offset}`;
        const { items, total } = await read(path, listSchema);
        yield items;
        if (items.length === 0 || offset + items.length >= total) return;
      }
    },
  };
}

interface ReadOptions {
  readonly body?: object;
  readonly waitSeconds?: number;
  readonly stop?: AbortSignal;
}

function createRead(url: string, token: string) {
  return async <T>(path: string, schema: z.ZodType<T>, options: ReadOptions = {}): Promise<T> => {
    const { body, waitSeconds = 0, stop } = options;
    const patience = AbortSignal.timeout(patienceMs + waitSeconds * 1000);
    try {
      const response = await fetch(url + path, {
        method: body ? "POST" : "GET",
        headers: { authorization: `Bearer ${token}`, ...(body && { "content-type": "application/json" }) },
        body: body ? JSON.stringify(body) : null,
        signal: stop ? AbortSignal.any([stop, patience]) : patience,
      });
      if (response.ok) return schema.parse(await response.json());
      await response.body?.cancel();
      throw new CmsUnavailable(`The CMS answered ${response.status} to ${path}.`);
    } catch (cause) {
      if (cause instanceof CmsUnavailable) throw cause;
      throw new CmsUnavailable(`The CMS did not answer ${path} as agreed.`, { cause });
    }
  };
}
