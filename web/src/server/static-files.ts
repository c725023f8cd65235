import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join, relative, sep } from "node:path";
import { lookup } from "mrmime";
import { chooseEncoding } from "./encoding.ts";
import type { Encoding } from "./page-cache/page.ts";
import { commonHeaders } from "./send.ts";

/** Files whose name carries a hash of their bytes, or that never change under their name. */
const lasting = /^\/(?:_astro|fonts)\//;

const endings = { br: ".br", gzip: ".gz" } as const satisfies Partial<Record<Encoding, string>>;

interface StaticFile {
  readonly etag: string;
  readonly headers: readonly string[];
  readonly bodies: Readonly<Record<Encoding, Buffer>>;
}

/**
 * Reads the build's static files, with their precompressed twins, and answers them from memory; calls `next` for anything else.
 * They are half a megabyte, and a build that replaces them on disk must not take them from pages that still ask for them.
 */
export async function createStaticFiles(folder: string) {
  const files = await readFiles(folder);
  return (req: IncomingMessage, res: ServerResponse, next: () => void): void => {
    const file = files.get((req.url ?? "").split("?", 1)[0] ?? "");
    if (!file) {
      next();
      return;
    }
    if (req.headers["if-none-match"] === file.etag) {
      res.writeHead(304, [...file.headers]).end();
      return;
    }
    const wanted = chooseEncoding(req.headers["accept-encoding"]);
    const body = file.bodies[wanted];
    const encoding = body === file.bodies.identity ? [] : ["Content-Encoding", wanted];
    res.writeHead(200, [...file.headers, ...encoding, "Content-Length", String(body.length)]);
    res.end(req.method === "HEAD" ? undefined : body);
  };
}

async function readFiles(folder: string): Promise<ReadonlyMap<string, StaticFile>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const originals = paths.filter((path) => !Object.values(endings).some((ending) => path.endsWith(ending)));
  return new Map(
    await Promise.all(
      originals.map(async (path) => {
        const address = `/${relative(folder, path).replaceAll(sep, "/")}`;
        return [address, await readStaticFile(path, address)] as const;
      }),
    ),
  );
}

async function readStaticFile(path: string, address: string): Promise<StaticFile> {
  const identity = await readFile(path);
  const twin = (ending: string) => readFile(path + ending).catch(() => identity);
  const etag = `"${createHash("sha256").update(identity).digest("base64url").slice(0, 22)}"`;
  const headers = [
    ["Content-Type", contentTypeOf(address)],
    ...commonHeaders,
    ["Cache-Control", lasting.test(address) ? "public, max-age=31536000, immutable" : "no-cache"],
    ["Vary", "Accept-Encoding"],
    ["ETag", etag],
  ].flat();
  return { etag, headers, bodies: { identity, br: await twin(endings.br), gzip: await twin(endings.gzip) } };
}

function contentTypeOf(address: string): string {
  const type = lookup(address) ?? "application/octet-stream";
  return /^text\/|javascript$|json$|xml$/.test(type) ? `${type}; charset=utf-8` : type;
}
