import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Sheet } from "./synthetic-sheets.ts";

const day = (number: number): string => new Date(Date.UTC(2026, 0, 1) + number * 60_000).toISOString();

/** What the CMS publishes and how it tells so, held in memory: ten thousand sheets are there at once, and publishing one takes no time. */
export class SyntheticCms {
  readonly token = "synthetic-reader";
  readonly #sheets: Map<string, { sheet: Sheet; version: number }>;
  readonly #changes: { uid: string; version: number }[] = [];
  readonly #waiting = new Set<() => void>();
  readonly #server = createServer((request, response) => void this.#answer(request, response));

  constructor(sheets: readonly Sheet[]) {
    this.#sheets = new Map(sheets.map((sheet) => [sheet.uid, { sheet, version: 1 }]));
    for (const { uid } of sheets) this.#changes.push({ uid, version: 1 });
  }

  async listen(port: number): Promise<string> {
    this.#server.listen(port, "127.0.0.1");
    await once(this.#server, "listening");
    return `http://127.0.0.1:${port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, "close");
  }

  get last(): number {
    return this.#changes.length;
  }

  /** Publishes another version of a sheet. */
  publish(sheet: Sheet): void {
    const version = (this.#sheets.get(sheet.uid)?.version ?? 0) + 1;
    this.#sheets.set(sheet.uid, { sheet, version });
    this.#changes.push({ uid: sheet.uid, version });
    for (const wake of this.#waiting) wake();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://cms");
    const send = (body: unknown) =>
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
    if (url.pathname === "/api/changes") return void send(await this.#page(url.searchParams));
    if (url.pathname === "/api/published/batch") return void send(this.#batch(await bodyOf(request)));
    if (url.pathname === "/api/published/adopters") return void send({ adopters: {} });
    if (url.pathname.endsWith("-counts")) return void send({ counts: {}, from: [] });
    send({ items: [], total: 0 });
  }

  async #page(query: URLSearchParams): Promise<object> {
    const after = Number(query.get("after"));
    if (this.last <= after) await this.#nextChange(1000 * Number(query.get("wait")));
    const rows = this.#changes.slice(after, after + Number(query.get("limit")));
    const changes = rows.map(({ uid, version }, place) => ({
      ...{ seq: after + place + 1, type: "solution", documentId: uid, uid, locale: "fr", version },
      ...{ action: "publish", at: day(after + place) },
    }));
    return { feed: "synthetic", last: this.last, changes };
  }

  #nextChange(patienceMs: number): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        this.#waiting.delete(end);
        resolve();
      };
      const timer = setTimeout(end, patienceMs);
      this.#waiting.add(end);
    });
  }

  #batch(body: unknown): object {
    const refs = (body as { refs: { type: string; documentId: string; locale: string }[] }).refs;
    const items = refs.map(({ type, documentId, locale }) => {
      const known = type === "solution" && locale === "fr" ? this.#sheets.get(documentId) : undefined;
      return known ? documentOf(known.sheet, known.version) : null;
    });
    return { items };
  }
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return JSON.parse(Buffer.concat(chunks).toString());
}

function documentOf({ uid, title, summary, paragraphs, theme }: Sheet, version: number): object {
  const themeUid = `theme-${theme}`;
  const card = {
    ...{ type: "theme", documentId: themeUid, uid: themeUid, slug: themeUid, locale: null },
    labels: { fr: `Thème ${theme}` },
  };
  const number = Number(uid.split("-")[1]);
  return {
    ...{
      type: "solution",
      documentId: uid,
      uid,
      slug: uid,
      locale: "fr",
      sourceLocale: "fr",
      version,
      etag: `${version}`,
    },
    ...{ publishedAt: day(number), updatedAt: day(number + version), locales: [{ locale: "fr", slug: uid }] },
    mentions: [`solution/${uid}`, `theme/${themeUid}`],
    data: {
      ...{ title, slug: uid, summary, themes: [card], audiences: [], tools: [], centres: [], contributors: [] },
      startingSituation: paragraphs.map((text) => ({ type: "paragraph", children: [{ type: "text", text }] })),
      ...{ related: [], maturity: number % 3 === 0 ? "tested" : "idea", licence: "CC-BY-SA-4.0" },
      ...{ preparationDays: number % 100, cost: { min: 0, max: (number % 30) * 100 }, groupSize: { min: 4, max: 12 } },
    },
  };
}
