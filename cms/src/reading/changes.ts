import { type EventEmitter, once } from "node:events";
import { setTimeout } from "node:timers/promises";
import type { Changes } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { z } from "zod";
import { isPostgres, type Sql, whole } from "../database.ts";
import { committed } from "../publication/feed.ts";
import { tables } from "../publication/tables.ts";

/** Query of `GET /api/changes`; `wait` in seconds; with `mentions` each publication comes with what it refers to. */
export const changesQuerySchema = z.strictObject({
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(1000).default(1000),
  wait: z.coerce.number().min(0).max(25).default(0),
  mentions: z
    .enum(["true", "false"])
    .default("false")
    .transform((text) => text === "true"),
});

/** Another process's commits are looked for this often, in milliseconds. */
const pollInterval = 200;

const rowSchema = z
  .object({
    id: whole,
    type: z.string(),
    document_id: z.string(),
    uid: z.string(),
    locale: z.string(),
    version: whole.nullable(),
    action: z.string(),
    at: z.string(),
  })
  .transform(({ id, document_id, locale, ...row }) => ({
    seq: id,
    documentId: document_id,
    locale: locale || null,
    ...row,
  }));

/** Ends the waiting of all long polls; set while the CMS shuts down. */
const closing = new AbortController();

/** Answers that are not yet sent. */
const unsent = new Set<Promise<unknown>>();

/** Remembers an answer until it is sent or its reader gone. */
export function expectAnswer(response: EventEmitter): void {
  const sent = once(response, "close").catch(() => {});
  unsent.add(sent);
  sent.finally(() => unsent.delete(sent));
}

/** Answers all long polls at once: the web server, which closes next, cuts every connection. */
export async function stopWaiting(): Promise<void> {
  closing.abort();
  await Promise.race([Promise.all(unsent), setTimeout(2000, undefined, { ref: false })]);
}

/** The rows of the feed after a position, waiting for the next one up to `wait` seconds when there is none. */
export async function readChanges(
  strapi: Core.Strapi,
  query: z.infer<typeof changesQuerySchema>,
  gone: AbortSignal,
): Promise<Changes> {
  const sql = strapi.db.connection;
  const deadline = Date.now() + query.wait * 1000;
  const stop = AbortSignal.any([gone, closing.signal]);
  for (;;) {
    // Listened for before reading: a commit between the two must not be slept through.
    const next = nextCommit(Math.max(0, deadline - Date.now()), isPostgres(strapi), stop);
    try {
      const changes = await pageOf(sql, query);
      if (changes.changes.length > 0 || changes.last < query.after || Date.now() >= deadline || stop.aborted)
        return changes;
      await next.happened;
    } finally {
      next.cancel();
    }
  }
}

async function pageOf(
  sql: Sql,
  { after, limit, mentions }: { after: number; limit: number; mentions: boolean },
): Promise<Changes> {
  const feed = await sql(tables.feed).first("feed");
  const [head] = await sql(tables.changes).max({ last: "id" });
  const rows: unknown = await sql(tables.changes).where("id", ">", after).orderBy("id").limit(limit);
  const changes = z.array(rowSchema).parse(rows);
  const last = Math.max(Number(head?.["last"] ?? 0), changes.at(-1)?.seq ?? 0);
  const told = mentions ? await withMentions(sql, changes) : changes;
  return { feed: String(feed?.feed ?? ""), last, changes: told } as Changes;
}

const referenceSchema = z.object({ type: z.string(), document_id: z.string(), target: z.string() });

/** What was published later than the change is told too: whoever reads the feed reads the later change as well. */
async function withMentions<C extends { type: string; documentId: string; action: string }>(
  sql: Sql,
  changes: readonly C[],
): Promise<(C & { mentions?: string[] })[]> {
  const published = [...new Set(changes.flatMap(({ action, documentId }) => (action === "publish" ? documentId : [])))];
  const references: z.infer<typeof referenceSchema>[] = [];
  for (let start = 0; start < published.length; start += 500) {
    const part: unknown = await sql(tables.references)
      .whereIn("document_id", published.slice(start, start + 500))
      .whereNot("target", "like", "media/%")
      .distinct("type", "document_id", "target");
    references.push(...z.array(referenceSchema).parse(part));
  }
  const targets = Map.groupBy(references, ({ type, document_id }) => `${type}/${document_id}`);
  return changes.map((change) =>
    change.action === "publish"
      ? {
          ...change,
          mentions: (targets.get(`${change.type}/${change.documentId}`) ?? []).map(({ target }) => target),
        }
      : change,
  );
}

function nextCommit(
  milliseconds: number,
  elsewhere: boolean,
  stop: AbortSignal,
): { happened: Promise<void>; cancel: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  const wake = () => resolve();
  const timer = globalThis.setTimeout(wake, elsewhere ? Math.min(milliseconds, pollInterval) : milliseconds);
  committed.once("changes", wake);
  stop.addEventListener("abort", wake, { once: true });
  const cancel = () => {
    clearTimeout(timer);
    committed.off("changes", wake);
    stop.removeEventListener("abort", wake);
  };
  return { happened: promise, cancel };
}
