import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { chromiumPath, openBrowser } from "./browser.ts";
import { together } from "./together.ts";

const portal = inject("portal");
const root = new URL("../../", import.meta.url).pathname;
/** Static hosts serve editions from any folder. */
const subPath = "/sous/chemin/";

let folder = "";
let server: Server;
let host = "";

/** Runs the command as people type it; what it printed. */
async function exportSite(target = folder): Promise<string> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["scripts/run.mjs", "scripts/site-export/main.ts", target],
    {
      cwd: root,
      env: {
        ...process.env,
        PORT: new URL(portal.site).port,
        CMS_PORT: new URL(portal.cms).port,
        DATA_DIR: portal.dataDir,
      },
    },
  );
  return stdout;
}

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
};

/** A host that knows nothing but files. */
async function serve(): Promise<void> {
  server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://host");
    if (!pathname.startsWith(subPath)) return void response.writeHead(404).end();
    const path = normalize(decodeURIComponent(pathname.slice(subPath.length)));
    const file = path === "." || path.endsWith("/") ? join(path, "index.html") : path;
    try {
      const body = await readFile(join(folder, file));
      response.writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream" }).end(body);
    } catch {
      const body = await readFile(join(folder, "404.html"));
      response.writeHead(404, { "content-type": "text/html; charset=utf-8" }).end(body);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  host = `http://127.0.0.1:${port}`;
}

let printed = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "essaim-edition-"));
  printed = await exportSite();
  await serve();
}, 300_000);
afterAll(async () => {
  server?.close();
  await rm(folder, { recursive: true, force: true });
});

const links = /\s(?:href|src|action|srcset)="([^"]*)"/g;
const decode = (value: string) => value.replaceAll("&#38;", "&").replaceAll("&amp;", "&");

/** Addresses that a page links to or loads, but those of other sites. */
function linksOf(html: string, page: string): string[] {
  return [...html.matchAll(links)]
    .flatMap(([whole, value = ""]) =>
      whole.includes("srcset") ? value.split(",").map((each) => each.trim().split(" ")[0] ?? "") : value,
    )
    .map(decode)
    .filter((value) => value !== "" && !/^[a-z][a-z0-9+.-]*:/.test(value))
    .map((value) => new URL(value, page).href);
}

describe("The offline edition", () => {
  it("tells how far it is while it is written", () => {
    expect(printed).toMatch(/\d+ pages et fichiers, dont \d+ écrits/);
  });

  it("works under any path: every link leads to a page or a place in one", async () => {
    const visited = new Map<string, ReadonlySet<string>>();
    const broken: string[] = [];
    const places: { from: string; page: string; id: string }[] = [];
    for (let round = [{ from: "the start", page: host + subPath }]; round.length > 0; ) {
      const next: typeof round = [];
      const fresh = [...new Map(round.map((link) => [link.page, link])).values()].filter(
        ({ page }) => !visited.has(page),
      );
      await together(fresh, async ({ from, page }) => {
        visited.set(page, new Set());
        const response = await fetch(page);
        if (response.status !== 200) broken.push(`${from} → ${page}: ${response.status}`);
        const isPage = response.headers.get("content-type")?.startsWith("text/html") === true;
        const text = await response.text();
        if (!isPage) return;
        visited.set(page, new Set([...text.matchAll(/\sid="([^"]+)"/g)].map(([, id = ""]) => decode(id))));
        for (const link of linksOf(text, page)) {
          const url = new URL(link);
          const id = decodeURIComponent(url.hash.slice(1));
          // What stands in the query is for the search page’s script.
          const target = url.origin + url.pathname;
          if (id !== "") places.push({ from: page, page: target, id });
          next.push({ from: page, page: target });
        }
      });
      round = next;
    }
    expect(visited.size).toBeGreaterThan(300);
    for (const { from, page, id } of places)
      if (visited.get(page)?.size && !visited.get(page)?.has(id)) broken.push(`${from} → ${page}#${id}: no such place`);
    expect(broken).toEqual([]);
  }, 240_000);

  it("shows no form that nothing answers, and says so in its place", async () => {
    for (const path of ["fr/reseau/", "fr/kits/hackathon/"]) {
      const html = await (await fetch(host + subPath + path)).text();
      expect(html.match(/<form/g) ?? [], path).toEqual([]);
      expect(html).toMatch(/« [^»]+ » : ce choix ne marche que sur le site en ligne\./);
    }
  });

  it("writes nothing again when nothing changed", async () => {
    // The portal may still be building its offline indexes while the first edition is written.
    await expect.poll(() => exportSite(), { timeout: 110_000, interval: 5_000 }).toMatch(/dont 0 écrits et 0 retirés/);
  }, 120_000);

  it("leaves a folder with other things alone", async () => {
    await expect(exportSite(root)).rejects.toThrow(/n’est pas une édition hors ligne/);
  }, 60_000);
});

describe.skipIf(chromiumPath === undefined)("A page that the offline edition has not", () => {
  it("leads home and to the search in the language of its address, from any depth", async () => {
    const browser = await openBrowser();
    try {
      const page = await browser.newPage();
      for (const [path, language] of [
        ["fr/kits/nulle-part/plus/loin/", "fr"],
        ["nl/zoek", "nl"],
        ["nulle-part", "fr"],
      ] as const) {
        expect((await page.goto(host + subPath + path))?.status()).toBe(404);
        await page.locator(`section[lang="${language}"] li a[href]`).first().waitFor();
        const ways = await page
          .locator("li a:visible")
          .evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href));
        expect(ways.length).toBe(path === "nulle-part" ? 6 : 2);
        for (const way of ways) expect((await fetch(way)).status, way).toBe(200);
        expect(ways[0]).toBe(`${host}${subPath}${language}/`);
      }
    } finally {
      await browser.close();
    }
  }, 60_000);
});

describe.skipIf(chromiumPath === undefined)("The search of the offline edition", () => {
  it("answers a question, narrows it and keeps it in the address, without any server", async () => {
    const browser = await openBrowser();
    try {
      const page = await browser.newPage();
      const faults: string[] = [];
      page.on("pageerror", (error) => faults.push(error.message));
      page.on("requestfailed", (request) => faults.push(request.url()));
      await page.goto(
        `${host}${subPath}fr/recherche/?q=${encodeURIComponent("comment créer un outil numérique avec les habitants")}`,
      );
      const results = page.locator('[data-part="results"]');
      await results.and(page.locator('[data-state="ready"]')).waitFor();
      const first = results.locator(".result a");
      await first.first().waitFor();
      // The page comes with what is newest, until its own search has answered.
      await expect.poll(() => results.locator("mark").count(), { timeout: 10_000 }).toBeGreaterThan(0);
      const before = await first.count();

      const box = page.locator('input[name="type"][value="kit"]');
      await box.evaluate((input: HTMLInputElement) => input.click());
      await page.waitForURL(/type=kit/);
      await expect.poll(() => first.count()).toBeLessThan(before);
      await page.goBack();
      await expect.poll(() => first.count()).toBe(before);
      expect(await box.isChecked()).toBe(false);
      await page.goForward();
      await expect.poll(() => first.count()).toBeLessThan(before);

      await page.locator("#q").fill("xylophone");
      await page.getByRole("heading", { name: /^Rien pour « xylophone »/ }).waitFor();
      // The filter in force can still be taken away.
      expect(await page.locator("fieldset:visible").count()).toBe(1);
      await page.locator("#q").fill("outil");

      await first.first().waitFor();
      const href = await first.first().getAttribute("href");
      expect(href).toContain(`${subPath}fr/kits/`);
      expect((await page.goto(href ?? ""))?.status()).toBe(200);
      expect(faults).toEqual([]);
    } finally {
      await browser.close();
    }
  }, 120_000);
});
