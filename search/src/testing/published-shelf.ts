import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import {
  adoptersRequestSchema,
  batchRequestSchema,
  canonicalJson,
  contentType,
  type Key,
  keyOf,
  type Locale,
  type PublishedType,
  referencesOf,
  resolveReferences,
  type Stored,
} from "@essaim/content";

/** One published document as a test writes it: references by uid. */
export interface ShelfDocument {
  readonly type: PublishedType;
  readonly uid: string;
  readonly locale: Locale | null;
  readonly data: Stored;
}

interface Row extends ShelfDocument {
  readonly version: number;
  readonly publishedAt: string;
  readonly updatedAt: string;
}

interface ChangeRow {
  readonly seq: number;
  readonly type: PublishedType;
  readonly documentId: string;
  readonly uid: string;
  readonly locale: Locale | null;
  readonly version: number | null;
  readonly action: "publish" | "delete";
  readonly at: string;
}

const nameOf = ({ type, uid, locale }: Omit<ShelfDocument, "data">): string => `${type}/${uid}/${locale}`;

/** The CMS's id of a document on the shelf. */
export const documentIdOf = ({ type, uid }: Pick<ShelfDocument, "type" | "uid">): string =>
  `${type}0${uid}`.replaceAll("-", "");

/** What a CMS publishes and how it tells so: the feed and the read routes over HTTP, kept in memory. */
export class PublishedShelf {
  feed = "feed-1";
  /** Every request is refused while this is true. */
  down = false;
  /** The feed answers while this is true, but no document can be read. */
  ailing = false;
  readonly token = "reader";
  /** Requests by the first part of their path. */
  readonly asked: string[] = [];
  #rows = new Map<string, Row>();
  #changes: ChangeRow[] = [];
  #waiting = new Set<() => void>();
  #versions = new Map<string, number>();
  readonly #server: Server = createServer((request, response) => void this.#answer(request, response));

  async listen(port: number): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(port, "127.0.0.1", resolve));
    return `http://127.0.0.1:${port}`;
  }

  async close(): Promise<void> {
    this.#wake();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  get last(): number {
    return this.#changes.at(-1)?.seq ?? 0;
  }

  get documents(): readonly ShelfDocument[] {
    return [...this.#rows.values()];
  }

  /** Publishes a document, as a new version when it was there. */
  publish(document: ShelfDocument): void {
    const name = nameOf(document);
    const version = (this.#versions.get(name) ?? 0) + 1;
    this.#versions.set(name, version);
    const now = new Date(Date.UTC(2026, 0, 1) + this.last * 1000).toISOString();
    this.#rows.set(name, {
      ...document,
      version,
      publishedAt: this.#rows.get(name)?.publishedAt ?? now,
      updatedAt: now,
    });
    this.#append(document, version, "publish");
  }

  /** Withdraws a document in its locale. */
  withdraw(document: Omit<ShelfDocument, "data">): void {
    if (this.#rows.delete(nameOf(document))) this.#append(document, null, "delete");
  }

  /** Withdraws a document and publishes it again as it was: the CMS makes no new version of the same text. */
  restore(document: ShelfDocument): void {
    const row = this.#rows.get(nameOf(document));
    if (row === undefined) return;
    this.#append(document, null, "delete");
    this.#append(document, row.version, "publish");
  }

  /** Changes a document behind the feed's back. */
  alterSilently(document: ShelfDocument): void {
    const row = this.#rows.get(nameOf(document));
    if (row) this.#rows.set(nameOf(document), { ...row, data: document.data });
  }

  /** Another database under the same address. */
  replaceFeed(feed: string, documents: readonly ShelfDocument[]): void {
    this.feed = feed;
    this.#rows.clear();
    this.#changes = [];
    for (const document of documents) this.publish(document);
    this.#wake();
  }

  #append(
    { type, uid, locale }: Omit<ShelfDocument, "data">,
    version: number | null,
    action: "publish" | "delete",
  ): void {
    const seq = this.last + 1;
    const at = new Date(Date.UTC(2026, 0, 1) + seq * 1000).toISOString();
    this.#changes.push({ seq, type, documentId: documentIdOf({ type, uid }), uid, locale, version, action, at });
    this.#wake();
  }

  #wake(): void {
    for (const wake of this.#waiting) wake();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://shelf");
    this.asked.push(url.pathname);
    const send = (status: number, body: unknown) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    if (this.down || request.headers.authorization !== `Bearer ${this.token}`) return void send(503, {});
    if (url.pathname === "/api/changes") return void send(200, await this.#page(url.searchParams));
    if (this.ailing) return void send(500, {});
    if (url.pathname === "/api/published/batch") return void send(200, this.#batch(await bodyOf(request)));
    if (url.pathname === "/api/published/adopters") return void send(200, this.#adopters(await bodyOf(request)));
    const type = url.pathname.split("/").at(-1);
    return void send(200, this.#list(type, url.searchParams));
  }

  async #page(query: URLSearchParams): Promise<object> {
    const after = Number(query.get("after"));
    const deadline = Date.now() + Number(query.get("wait")) * 1000;
    const feed = this.feed;
    while (this.feed === feed && this.last === after && Date.now() < deadline && this.#server.listening) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, deadline - Date.now());
        const wake = () => {
          clearTimeout(timer);
          this.#waiting.delete(wake);
          resolve();
        };
        this.#waiting.add(wake);
      });
    }
    const changes = this.#changes.filter(({ seq }) => seq > after).slice(0, Number(query.get("limit")));
    return { feed: this.feed, last: this.last, changes };
  }

  #batch(body: unknown): object {
    const { refs } = batchRequestSchema.parse(body);
    const rows = [...this.#rows.values()];
    const items = refs.map(({ type, documentId, locale }) => {
      const row = rows.find((one) => one.type === type && one.locale === locale && documentIdOf(one) === documentId);
      return row ? this.#toDocument(row) : null;
    });
    return { items };
  }

  #adopters(body: unknown): object {
    const { keys } = adoptersRequestSchema.parse(body);
    const taken = [...this.#rows.values()].filter(
      ({ type, data }) => type === "adoption" && data["stage"] !== "stopped",
    );
    const adopterOf = ({ data: { centre = null } }: Row) => ({ centre, territory: this.#territoryOf(centre) });
    const adoptersOf = (key: Key) => taken.filter(({ data }) => data["resource"] === key).map(adopterOf);
    return { adopters: Object.fromEntries(keys.map((key) => [key, adoptersOf(key)])) };
  }

  #territoryOf(centre: unknown): unknown {
    return this.#rows.get(nameOf({ type: "centre", uid: String(centre), locale: null }))?.data["territory"] ?? null;
  }

  #list(type: string | undefined, query: URLSearchParams): object {
    const [limit, offset] = [Number(query.get("limit")), Number(query.get("offset"))];
    const rows = [...this.#rows.values()].filter(
      (row) => row.type === type && (row.locale === null || row.locale === query.get("locale")),
    );
    return { items: rows.slice(offset, offset + limit).map((row) => this.#toDocument(row)), total: rows.length };
  }

  #toDocument(row: Row): object {
    const { type, uid, locale, data, version, publishedAt, updatedAt } = row;
    const { fields } = contentType(type);
    const key = keyOf(type, uid);
    const document = {
      type,
      documentId: documentIdOf(row),
      uid,
      locale,
      sourceLocale: "fr",
      slug: uid,
      version,
      publishedAt,
      updatedAt,
      mentions: [key, ...referencesOf(fields, data).filter((other) => other !== key)],
      locales: [],
      data: resolveReferences(fields, data, (other) => this.#cardOf(other, locale)),
    };
    return { ...document, etag: createHash("sha256").update(canonicalJson(document)).digest("hex").slice(0, 16) };
  }

  #cardOf(key: Key, locale: Locale | null): unknown {
    const row = [...this.#rows.values()].find(
      ({ type, uid, locale: its }) => keyOf(type, uid) === key && (its === null || its === locale),
    );
    return (
      row && {
        ...row.data,
        type: row.type,
        locale: row.locale,
        documentId: documentIdOf(row),
        uid: row.uid,
        slug: row.uid,
      }
    );
  }
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return JSON.parse(Buffer.concat(chunks).toString());
}
