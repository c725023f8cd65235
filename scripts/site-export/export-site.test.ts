import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { PlainError } from "../launch/plain-error.mjs";
import { exportSite } from "./export-site.ts";

/** Pages of a site by path; each answer carries an ETag of its text, as the portal’s do. */
let pages: Map<string, string>;
let asked: string[];
/** The site ends after so many more answers. */
let answersLeft = Number.POSITIVE_INFINITY;
let server: Server;
let site = "";
let folder = "";
let indexes = "";

beforeEach(async () => {
  [folder, indexes] = [await mkdtemp(join(tmpdir(), "essaim-site-")), await mkdtemp(join(tmpdir(), "essaim-index-"))];
  for (const locale of ["fr", "en", "nl"]) {
    const name = "0123456789abcdef";
    await mkdir(join(indexes, locale, name), { recursive: true });
    await writeFile(join(indexes, locale, "entry.json"), JSON.stringify({ folder: name }));
    await writeFile(join(indexes, locale, name, "lexicon.json"), "{}");
    await writeFile(join(indexes, locale, name, "lexicon.json.gz"), "packed");
  }
  pages = new Map([
    ["/fr/", '<a href="/fr/kits/a/">a</a><a href="/fr/kits/b/?lecture=simplifiee">b</a>'],
    ["/fr/kits/a/", '<a href="/fr/">home</a>'],
    ["/fr/kits/b/", "b"],
    ["/fr/kits/b/?lecture=simplifiee", "b in few words"],
    ["/fr/recherche/?hors-ligne=1", '<essaim-search data-offline="/pagefind/"></essaim-search>'],
  ]);
  asked = [];
  answersLeft = Number.POSITIVE_INFINITY;
  server = createServer((request, response) => {
    const path = request.url ?? "";
    asked.push(path);
    if (answersLeft-- <= 0) return void request.socket.destroy();
    const map = [...pages.keys()].filter((each) => !each.includes("?")).map((each) => `<loc>${site}${each}</loc>`);
    if (path === "/sitemap-index.xml") return void response.end(`<loc>${site}/sitemap-fr-1.xml</loc>`);
    if (path === "/sitemap-fr-1.xml") return void response.end(map.join(""));
    const text = pages.get(path);
    if (text === undefined) return void response.writeHead(404).end();
    const etag = `"${text.length}-${text.slice(0, 9)}"`;
    if (request.headers["if-none-match"] === etag) return void response.writeHead(304).end();
    response.writeHead(200, { "content-type": "text/html; charset=utf-8", etag }).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  site = `http://127.0.0.1:${port}`;
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  for (const each of [folder, indexes]) await rm(each, { recursive: true, force: true });
});

async function run() {
  const count = { done: 0, known: 0, written: 0, removed: 0 };
  await exportSite({ site, folder, indexes, count });
  return count;
}
const text = (file: string) => readFile(join(folder, file), "utf8");

describe("An export of the site", () => {
  it("writes pages, choices that pages lead to, the search page and the indexes", async () => {
    await run();
    expect(await text("fr/index.html")).toBe('<a href="kits/a/">a</a><a href="kits/b/lecture-simplifiee/">b</a>');
    expect(await text("fr/kits/b/lecture-simplifiee/index.html")).toBe("b in few words");
    expect(await text("fr/recherche/index.html")).toContain('data-offline="../../pagefind/"');
    expect(await readdir(join(folder, "pagefind", "fr", "0123456789abcdef"))).toEqual(["lexicon.json"]);
  });

  it("writes a page for addresses that lead nowhere, without links of its own to any place", async () => {
    await run();
    expect(await text("404.html")).not.toMatch(/\s(?:href|src)=/);
  });

  it("writes only what changed, and takes away what is gone", async () => {
    await run();
    expect(await run()).toMatchObject({ written: 0, removed: 0 });
    pages.set("/fr/kits/a/", "a, changed");
    pages.delete("/fr/kits/b/");
    pages.delete("/fr/kits/b/?lecture=simplifiee");
    pages.set("/fr/", '<a href="/fr/kits/a/">a</a>');
    expect(await run()).toMatchObject({ written: 2, removed: 2 });
    expect(await text("fr/kits/a/index.html")).toBe("a, changed");
    expect(await readdir(join(folder, "fr", "kits"))).toEqual(["a"]);
  });

  it("writes a file again that somebody took away", async () => {
    await run();
    await rm(join(folder, "fr/kits/a/index.html"));
    expect((await run()).written).toBe(1);
  });

  it("goes on after being cut off, and says so when the portal doesn’t answer", async () => {
    answersLeft = 4;
    await expect(run()).rejects.toThrow(PlainError);
    answersLeft = Number.POSITIVE_INFINITY;
    await run();
    expect(await text("fr/kits/a/index.html")).toBe('<a href="../../">home</a>');
  });

  it("writes nothing into a folder that holds other things", async () => {
    await writeFile(join(folder, "letter.txt"), "mine");
    await expect(run()).rejects.toThrow(/n'est pas une édition hors ligne/);
    expect(await readdir(folder)).toEqual(["letter.txt"]);
  });
});
