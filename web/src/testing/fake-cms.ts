import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import {
  type Change,
  type ExportedLine,
  keySchema,
  type LiveMedia,
  type Locale,
  type PublishedType,
} from "@essaim/content";
import { z } from "zod";

/** A document as the fake holds it; `data` may break the contract. */
export interface FakeDocument {
  readonly type: PublishedType;
  readonly uid: string;
  readonly slug?: string;
  readonly locale?: Locale | null;
  readonly mentions?: readonly string[];
  readonly data: Readonly<Record<string, unknown>>;
}

/** How the fake treats requests: as it should, never answering, or with a 500. */
type Mood = "well" | "silent" | "broken";

/**
 * Speaks the CMS's read interface from memory, so that the site's own behaviour (a CMS that hangs, a feed that
 * starts over) can be brought about at will. The real CMS is tried by the journeys.
 */
export class FakeCms {
  feed = "feed-1";
  mood: Mood = "well";
  /** What is answered to whoever asks how far resources have spread. */
  adoptionCounts: { counts: Record<string, object>; from: string[] } = { counts: {}, from: [] };
  /** What is answered to whoever asks how many documents refer to something. */
  mentionCounts: Record<string, Record<string, number>> = {};
  /** What is published, as packages hold it. */
  packaged: ExportedLine[] = [];
  /** Number of requests for documents. */
  reads = 0;
  /** How far the site had read the feed when it last asked for more; the offline indexes, which have no use for mentions, follow it on their own. */
  followed = 0;
  /** Files by hash: their bytes by name, and the documents that show them. */
  readonly media = new Map<string, LiveMedia & { readonly files: ReadonlyMap<string, Buffer> }>();
  /** Whether the CMS fails for files alone. */
  mediaDown = false;
  readonly #documents = new Map<string, Record<string, unknown> & { readonly slug: string }>();
  readonly #changes: Change[] = [];
  readonly #waiting = new Set<() => void>();
  readonly #server = createServer((req, res) => this.#answer(req, res));
  readonly #held = new Set<ServerResponse>();

  /** Listens on a port of its own, or on the one it had. */
  async listen(port = 0): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(port, "127.0.0.1", resolve));
    return `http://127.0.0.1:${this.port}`;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get last(): number {
    return this.#changes.length;
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  publish({ type, uid, slug = uid, locale = "fr", mentions = [], data }: FakeDocument): void {
    const now = new Date().toISOString();
    this.#documents.set(`${type}/${uid}@${locale}`, {
      type,
      documentId: `id-${uid}`,
      uid,
      locale,
      sourceLocale: "fr",
      slug,
      version: 1,
      publishedAt: now,
      updatedAt: now,
      etag: now,
      mentions: [`${type}/${uid}`, ...mentions],
      locales: locale === null ? [] : [{ locale, slug }],
      data,
    });
    this.#append(type, uid, locale, "publish", mentions);
  }

  withdraw(type: PublishedType, uid: string, locale: Locale | null = "fr"): void {
    this.#documents.delete(`${type}/${uid}@${locale}`);
    this.#append(type, uid, locale, "delete");
  }

  /** Becomes another database: nothing of the old one is left. */
  startOver(feed: string): void {
    this.feed = feed;
    this.#documents.clear();
    this.#changes.length = 0;
    this.#wake();
  }

  #append(
    type: PublishedType,
    uid: string,
    locale: Locale | null,
    action: Change["action"],
    mentioned: readonly string[] = [],
  ): void {
    const seq = this.#changes.length + 1;
    const at = new Date().toISOString();
    const version = action === "publish" ? 1 : null;
    const mentions = z.array(keySchema).parse(mentioned);
    this.#changes.push({ seq, type, documentId: `id-${uid}`, uid, locale, version, action, at, mentions });
    this.#wake();
  }

  #wake(): void {
    for (const send of this.#waiting) send();
    this.#waiting.clear();
  }

  #answer(req: IncomingMessage, res: ServerResponse): void {
    const url = new URL(req.url ?? "/", "http://cms");
    if (this.mood === "silent") {
      this.#held.add(res);
      return;
    }
    if (this.mood === "broken") {
      res.writeHead(500).end();
      return;
    }
    if (url.pathname === "/api/changes") this.#sendChanges(url.searchParams, res);
    else if (url.pathname.startsWith("/api/media/")) this.#sendMedia(url.pathname, res);
    else if (url.pathname === "/api/package/export") this.#sendPackage(url.searchParams, res);
    else if (url.pathname === "/api/published/adoption-counts") sendJson(res, this.adoptionCounts);
    else if (url.pathname === "/api/published/descendants") sendJson(res, { items: [], withdrawn: [] });
    else if (url.pathname === "/api/published/mention-counts") sendJson(res, { counts: this.mentionCounts });
    else this.#sendDocuments(url, res);
  }

  #sendMedia(path: string, res: ServerResponse): void {
    this.reads++;
    const [, , , hash = "", name] = path.split("/");
    const found = this.media.get(hash);
    const bytes = name === undefined ? undefined : found?.files.get(name);
    if (this.mediaDown) res.writeHead(500).end();
    else if (!found || found.shownBy.length === 0 || (name !== undefined && !bytes)) res.writeHead(404).end();
    else if (bytes) res.writeHead(200, { "content-length": bytes.length }).end(bytes);
    else sendJson(res, { media: found.media, shownBy: found.shownBy });
  }

  #sendPackage(query: URLSearchParams, res: ServerResponse): void {
    this.reads++;
    const start = Number(query.get("after") ?? 0);
    const end = start + Number(query.get("limit"));
    const items = this.packaged.slice(start, end).map((line) => ({ line, updatedAt: "2026-02-03T10:00:00.000Z" }));
    sendJson(res, { items, next: end < this.packaged.length ? String(end) : null });
  }

  #sendChanges(query: URLSearchParams, res: ServerResponse): void {
    const after = Number(query.get("after"));
    if (query.get("mentions") === "true") this.followed = after;
    const send = () => {
      const changes = this.#changes.filter(({ seq }) => seq > after).slice(0, Number(query.get("limit")));
      sendJson(res, { feed: this.feed, last: this.last, changes });
    };
    if (this.last > after || this.last < after || query.get("wait") === "0") send();
    else this.#waiting.add(send);
  }

  #sendDocuments(url: URL, res: ServerResponse): void {
    this.reads++;
    const [, , , type, documentId] = url.pathname.split("/");
    const wanted = ["locale", "slug", "uid"].flatMap((name) => {
      const value = url.searchParams.get(name);
      return value === null ? [] : [[name, value] as const];
    });
    const mentions = url.searchParams.get("mentions")?.split(",");
    const through = url.searchParams.get("through");
    const refersTo = (document: Record<string, unknown>, keys: readonly unknown[]) =>
      keys.some((key) => [document["mentions"]].flat().slice(1).includes(key));
    const from =
      through && mentions
        ? [...this.#documents.values()].flatMap((document) =>
            document["type"] === through && refersTo(document, mentions) ? [`${through}/${document["uid"]}`] : [],
          )
        : undefined;
    const mentioned = from ?? mentions;
    const found = [...this.#documents.values()].filter(
      (document) =>
        document["type"] === type &&
        (documentId === undefined || document["documentId"] === documentId) &&
        (mentioned === undefined || refersTo(document, mentioned)) &&
        wanted.every(([name, value]) => document[name] === value || (name === "locale" && document["locale"] === null)),
    );
    if (documentId !== undefined) {
      sendJson(res, found[0] ?? null, found[0] ? 200 : 404);
      return;
    }
    const offset = Number(url.searchParams.get("offset") ?? 0);
    const limit = Number(url.searchParams.get("limit") ?? 24);
    sendJson(res, { items: found.slice(offset, offset + limit), total: found.length, ...(from && { from }) });
  }
}

function sendJson(res: ServerResponse, value: unknown, status = 200): void {
  res.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
}

/** Waits until something holds; fails after five seconds. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 5_000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error("It did not come about in five seconds.");
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
