import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { freePort } from "../engine/free-port.ts";
import { createCmsReader } from "../follow/cms-reader.ts";
import { searchRequestSchema } from "../query/search-request.ts";
import { library, solution } from "../testing/documents.ts";
import { PublishedShelf } from "../testing/published-shelf.ts";
import { createFolderClient, type FolderClient } from "./folder-client.ts";
import { keepOfflineIndexes } from "./keep-offline-indexes.ts";
import { readEntry } from "./write-offline-index.ts";

const shelf = new PublishedShelf();
let url = "";
let folder = "";
let client: FolderClient;
let ending: AbortController;
let keeping: Promise<void>;

beforeAll(async () => {
  url = await shelf.listen(await freePort());
  for (const document of library) shelf.publish(document);
});
afterAll(() => shelf.close());

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "essaim-kept-"));
  client = createFolderClient({ folder, urlOf: ({ type, slug }) => `/${type}/${slug}/` });
  ending = new AbortController();
  const cms = createCmsReader({ url, token: shelf.token, refused: () => undefined });
  keeping = keepOfflineIndexes({ cms, folder, log: () => undefined, stop: ending.signal });
});
afterEach(async () => {
  ending.abort();
  await keeping;
  await rm(folder, { recursive: true, force: true });
});

async function find(q: string, locale = "fr"): Promise<string[]> {
  const { hits } = await client.search(searchRequestSchema.parse({ q, locale }));
  return hits.map((hit) => hit.url);
}
const patience = { timeout: 25_000, interval: 200 };

describe("Keeping the offline indexes", { timeout: 60_000 }, () => {
  it("finds what is published, in each language, without a search server", async () => {
    await vi.waitFor(async () => expect(await find("hackathon")).toEqual(["/kit/hackathon/"]), patience);
    expect(await find("residents", "en")).toEqual(["/solution/connectes/"]);
  });

  it("takes up what changes, though the CMS was down meanwhile, and keeps the index of before for who reads it", async () => {
    await vi.waitFor(async () => expect(await find("hackathon")).toHaveLength(1), patience);
    const before = (await readEntry(join(folder, "fr")))?.folder;
    shelf.down = true;
    shelf.publish(solution("velo", "fr", { title: "Réparer son vélo" }));
    shelf.down = false;
    await vi.waitFor(async () => expect(await find("reparer velo")).toEqual(["/solution/velo/"]), patience);
    expect(await readdir(join(folder, "fr"))).toContain(before);
    shelf.withdraw({ type: "solution", uid: "velo", locale: "fr" });
    await vi.waitFor(async () => expect(await find("reparer velo")).toEqual([]), patience);
  });
});
