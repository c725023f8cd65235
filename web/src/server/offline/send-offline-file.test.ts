import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, it } from "vitest";
import { sendOfflineFile } from "./send-offline-file.ts";

let folder = "";
let server: Server;
let origin = "";
const index = "0123456789abcdef";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "essaim-offline-files-"));
  await mkdir(join(folder, "fr", index, "fragment"), { recursive: true });
  await writeFile(join(folder, "state.json"), "{}");
  await writeFile(join(folder, "fr", "entry.json"), "{}");
  await writeFile(join(folder, "fr", index, "lexicon.json"), '"words"');
  await writeFile(join(folder, "fr", index, "lexicon.json.gz"), gzipSync('"words"'));
  await writeFile(join(folder, "fr", index, "fragment", "unknown_1a.pf_fragment"), "x");
  server = createServer(async (req, res) => {
    const isSent = await sendOfflineFile(req, res, folder, (req.url ?? "").slice(1));
    if (!isSent) res.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  origin = `http://127.0.0.1:${port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true, force: true });
});

it("keeps what never changes in browsers for good, and asks anew which index is the present one", async () => {
  const fragment = await fetch(`${origin}/fr/${index}/fragment/unknown_1a.pf_fragment`);
  expect([fragment.status, fragment.headers.get("cache-control")]).toEqual([
    200,
    "public, max-age=31536000, immutable",
  ]);
  expect((await fetch(`${origin}/fr/entry.json`)).headers.get("cache-control")).toBe("no-cache");
});

it("sends words packed to readers who unpack them", async () => {
  const response = await fetch(`${origin}/fr/${index}/lexicon.json`, { headers: { "accept-encoding": "gzip" } });
  expect(response.headers.get("content-encoding")).toBe("gzip");
  expect(await response.json()).toBe("words");
  const plain = await fetch(`${origin}/fr/${index}/lexicon.json`, { headers: { "accept-encoding": "identity" } });
  expect([plain.headers.get("content-encoding"), await plain.text()]).toEqual([null, '"words"']);
});

it("hands out nothing else", async () => {
  for (const path of [
    "/state.json",
    "/fr/",
    "/fr/nothing.json",
    `/de/${index}/lexicon.json`,
    `/fr/${index}/../entry.json.new`,
  ])
    expect((await fetch(origin + path)).status).toBe(404);
});
