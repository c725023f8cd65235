import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import {
  canonicalJson,
  entriesRequestSchema,
  keyOf,
  reserveRequestSchema,
  type VersionLine,
  versionsRequestSchema,
} from "@essaim/content";

/** A portal's package routes kept in memory: it counts what is written, and can break off. */
export interface MemoryPortal {
  readonly url: string;
  /** Requests that would have changed the portal. */
  readonly writes: string[];
  readonly entries: Map<string, string>;
  readonly sourceLocales: Map<string, string>;
  readonly versions: Map<string, VersionLine>;
  readonly files: Map<string, Buffer>;
  /** Answers entries with this error, as the CMS does when it refuses one. */
  refuse: { status: number; body: unknown } | undefined;
  /** Breaks the connection once this many writes were done. */
  breakAfter: number;
  readonly close: () => Promise<void>;
}

export const memoryToken = "jeton-de-test";

/** Starts a portal on a free port of this machine. */
export async function startMemoryPortal(): Promise<MemoryPortal> {
  const server = createServer((request, response) => {
    answer(portal, request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const portal: MemoryPortal = {
    url: `http://127.0.0.1:${port}`,
    writes: [],
    entries: new Map(),
    sourceLocales: new Map(),
    versions: new Map(),
    files: new Map(),
    refuse: undefined,
    breakAfter: Number.POSITIVE_INFINITY,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return portal;
}

async function answer(portal: MemoryPortal, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? "/", portal.url);
  const route = url.pathname.replace("/api/package/", "");
  const body = await buffer(request);
  const reply = (value: unknown, status = 200) =>
    void response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
  if (request.headers.authorization !== `Bearer ${memoryToken}`) return reply({ error: {} }, 401);
  if (request.method === "POST") {
    if (route === "media/check") return checkFile(body) ? reply({}) : reply(unsupported, 422);
    const dryRun = route === "entries/compare";
    if (!dryRun) {
      if (portal.writes.length >= portal.breakAfter) return void request.socket.destroy();
      portal.writes.push(route);
    }
    if (route === "entries" && portal.refuse) return reply(portal.refuse.body, portal.refuse.status);
    if (route === "media") return reply(keepFile(portal, url.searchParams.get("name") ?? "", body));
    return reply(write(portal, route, JSON.parse(body.toString()), dryRun));
  }
  if (route.startsWith("media/")) {
    const file = portal.files.get(route.slice("media/".length).split(".")[0] ?? "");
    return file ? void response.writeHead(200).end(file) : reply({ error: { code: "unknown", message: "no" } }, 404);
  }
  return reply(read(portal, route, url.searchParams));
}

const unsupported = { error: { code: "unsupported-file", message: "not a file of a kind that is accepted" } };

/** The real portal looks further; here, a page is enough. */
const checkFile = (bytes: Buffer): boolean => bytes.at(0) !== "<".charCodeAt(0);

function keepFile(portal: MemoryPortal, name: string, bytes: Buffer) {
  const hash = createHash("sha256").update(bytes).digest("hex");
  portal.files.set(hash, bytes);
  return { hash, ext: name.split(".").at(-1), mime: "image/png", name, size: bytes.length };
}

function write(portal: MemoryPortal, route: string, body: unknown, dryRun: boolean): unknown {
  if (route === "reserve") return { reserved: reserveRequestSchema.parse(body).entries.length };
  if (route === "versions") {
    for (const { files, data, ...line } of versionsRequestSchema.parse(body).versions)
      portal.versions.set(`${keyOf(line.type, line.uid)} ${line.locale} ${line.number}`, {
        ...line,
        data: named(data, files),
      });
    return {};
  }
  const { entries, draft } = entriesRequestSchema.parse(body);
  const results = entries.map(({ type, uid, locale, sourceLocale, status, data, files }) => {
    const name = `${keyOf(type, uid)} ${locale}`;
    const text = canonicalJson({ type, uid, locale, status: draft ? "draft" : status, data: named(data, files) });
    const former = portal.entries.get(name);
    if (!dryRun) {
      portal.entries.set(name, text);
      portal.sourceLocales.set(keyOf(type, uid), sourceLocale);
    }
    return former === undefined ? "created" : former === text ? "unchanged" : "updated";
  });
  return { results };
}

/** Data with files named by their hash, as the portal would export them. */
function named(data: Record<string, unknown>, files: Record<string, string>): Record<string, unknown> {
  return JSON.parse(JSON.stringify(data), (_key, value: unknown) => {
    const hash = typeof value === "string" ? files[value] : undefined;
    return hash ? `media/${hash}.${String(value).split(".").at(-1)}` : value;
  });
}

const exportedAt = "2026-01-07T10:00:00.000Z";

function read(portal: MemoryPortal, route: string, query: URLSearchParams): unknown {
  const lines = [...portal.entries.values()].map((text) => JSON.parse(text));
  if (route === "keys")
    return { documents: [...portal.sourceLocales].map(([key, sourceLocale]) => ({ key, sourceLocale })) };
  const all = route === "export" ? lines : [...portal.versions.values()];
  const chosen = all.filter(({ type }) => type === query.get("type"));
  const from = Number(query.get("after") ?? 0);
  const to = from + Math.min(Number(query.get("limit")), 2);
  const items = chosen.slice(from, to).map((line) => (route === "export" ? { line, updatedAt: exportedAt } : line));
  return { items, next: to < chosen.length ? String(to) : null };
}
