import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, request, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { afterEach, expect, it } from "vitest";
import { createStaticFiles } from "./static-files.ts";

const stylesheet = "body { color: #12302d }".repeat(40);
const compressed = brotliCompressSync(stylesheet);
let server: Server | undefined;
let folder: string;

async function serve(): Promise<void> {
  folder = await mkdtemp(join(tmpdir(), "essaim-static-"));
  await mkdir(join(folder, "_astro"));
  await writeFile(join(folder, "_astro/page.css"), stylesheet);
  await writeFile(join(folder, "_astro/page.css.br"), compressed);
  await writeFile(join(folder, "favicon.svg"), "<svg/>");
  const answer = await createStaticFiles(folder);
  server = createServer((req, res) => answer(req, res, () => res.writeHead(404).end("next")));
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
}

afterEach(async () => {
  server?.closeAllConnections();
  await new Promise((resolve) => server?.close(resolve));
  await rm(folder, { recursive: true, force: true });
});

function get(path: string, headers: Record<string, string> = {}) {
  const address = server?.address();
  if (typeof address !== "object" || address === null) throw new Error("The server does not listen");
  const { port } = address;
  return new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>((resolve, reject) => {
    request({ port, path, headers }, (res) => {
      const chunks: Buffer[] = [];
      res.on("data", (chunk: Buffer) => chunks.push(chunk));
      res.on("end", () => resolve({ status: res.statusCode ?? 0, headers: res.headers, body: Buffer.concat(chunks) }));
    })
      .on("error", reject)
      .end();
  });
}

it("answers the precompressed twin to readers who take it, and the file to others", async () => {
  await serve();
  const small = await get("/_astro/page.css", { "accept-encoding": "br, gzip" });
  expect(small.body).toEqual(compressed);
  expect(small.headers).toMatchObject({ "content-encoding": "br", "content-type": "text/css; charset=utf-8" });
  expect(small.headers["cache-control"]).toContain("immutable");
  const plain = await get("/_astro/page.css", { "accept-encoding": "gzip" });
  expect(plain.headers["content-encoding"]).toBeUndefined();
  expect(plain.body.toString()).toBe(stylesheet);
});

it("says that a reader’s copy is still good", async () => {
  await serve();
  const { headers } = await get("/favicon.svg");
  expect((await get("/favicon.svg", { "if-none-match": String(headers["etag"]) })).status).toBe(304);
});

it("goes on serving its files when a new build has taken them from the disk", async () => {
  await serve();
  await rm(folder, { recursive: true });
  expect((await get("/_astro/page.css?v=1")).body.toString()).toBe(stylesheet);
});

it("leaves every other address to the pages, and serves no compressed twin by its own name", async () => {
  await serve();
  for (const path of ["/fr/", "/_astro/page.css.br", "/../package.json", "/_astro"])
    expect((await get(path)).status).toBe(404);
});
