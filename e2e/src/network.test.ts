import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { z } from "zod";
import { chromiumPath, openBrowser } from "./browser.ts";
import { together } from "./together.ts";

const { site } = inject("portal");
const seed = new URL("../../seed/package/content.jsonl", import.meta.url);
const lineSchema = z.object({
  type: z.string(),
  data: z.object({ name: z.string().optional(), listed: z.boolean().optional() }),
});
const seeded = readFileSync(seed, "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => lineSchema.parse(JSON.parse(line)));
const namesOfPeople = (listed: boolean): string[] =>
  seeded.flatMap(({ type, data }) =>
    type === "person" && (data.listed ?? false) === listed && data.name ? [data.name] : [],
  );

const addressesIn = (page: Page, selector: string): Promise<string[]> =>
  page.locator(selector).evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));

describe.skipIf(!chromiumPath)("Someone who looks for help in the network", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  const open = async (path: string): Promise<Page> => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    const answer = await page.goto(site + path);
    expect(answer?.status()).toBe(200);
    return page;
  };

  it("finds in the list every place that the map shows, and nothing on the map that isn’t in the list", async () => {
    const page = await open("/fr/reseau/");
    const onMap = await addressesIn(page, ".targets a");
    const inList = await addressesIn(page, "[data-place] a");
    expect(onMap.length).toBeGreaterThan(0);
    expect(onMap.toSorted()).toEqual(inList.toSorted());
    expect(await page.locator('svg[role="img"]').getAttribute("aria-label")).toContain(`${onMap.length} centre`);
    await page.context().close();
  });

  it("sees who works on a theme, and comes back to the whole network", async () => {
    const page = await open("/fr/reseau/");
    const all = await addressesIn(page, "[data-place] a");
    const theme = page.getByLabel("Qui travaille sur quoi");
    await theme.selectOption({ value: "inclusion-numerique" });
    await page.getByRole("button", { name: "Afficher" }).first().click();
    expect(new URL(page.url()).searchParams.get("theme")).toBe("inclusion-numerique");
    const some = await addressesIn(page, "[data-place] a");
    expect(some.length).toBeGreaterThan(0);
    expect(all).toEqual(expect.arrayContaining(some));
    expect((await addressesIn(page, ".targets a")).toSorted()).toEqual(some.toSorted());
    await page.getByRole("link", { name: "Tout le réseau" }).click();
    expect(await addressesIn(page, "[data-place] a")).toEqual(all);
    await page.context().close();
  });

  it("finds someone for a need near a town, and who did not agree to be shown nowhere", async () => {
    const page = await open("/fr/reseau/");
    const shown = namesOfPeople(true);
    const hidden = namesOfPeople(false);
    expect(hidden.length).toBeGreaterThan(0);
    const text = (await page.getByRole("main").textContent()) ?? "";
    expect(text).toContain(`${shown.length} personnes`);
    for (const name of hidden) expect(text).not.toContain(name);
    await page.getByLabel("J’ai besoin de").fill("réparer un ordinateur");
    await page.getByRole("button", { name: "Afficher" }).last().click();
    expect(await page.locator("article h3").allInnerTexts()).toEqual(["Samir Haddad"]);
    await page.getByLabel("J’ai besoin de").fill("");
    await page.getByLabel("Près de").selectOption({ label: "Douai" });
    await page.getByRole("button", { name: "Afficher" }).last().click();
    const distances = await page
      .locator("article")
      .filter({ hasText: /sur place|à \d+ km/ })
      .count();
    expect(distances).toBeGreaterThan(0);
    expect(distances).toBe(await page.locator("#people article").count());
    await page.context().close();
  });

  it("gets no address of anyone, in any language", async () => {
    for (const path of [
      "/fr/reseau/",
      "/en/network/",
      "/nl/netwerk/",
      "/fr/centres/escale-douai/",
      "/fr/outils/umap/",
    ]) {
      const html = await (await fetch(site + path)).text();
      expect(html).not.toMatch(/mailto:|[a-z0-9.]+@[a-z0-9-]+\.[a-z]{2,}/i);
    }
  });

  it("reads on from a centre to what it shares and takes up, to its people, tools and themes, with no broken link", async () => {
    for (const path of [
      "/fr/reseau/",
      "/fr/centres/",
      "/fr/centres/escale-douai/",
      "/fr/outils/",
      "/fr/outils/umap/",
      "/fr/themes/",
      "/fr/themes/inclusion-numerique/",
    ]) {
      const page = await open(path);
      const own = (await addressesIn(page, "main a")).filter((address) => address.startsWith("/"));
      await page.context().close();
      await together(new Set(own.map((each) => each.replace(/#.*/, ""))), async (address) => {
        const { status } = await fetch(site + address, { redirect: "manual" });
        expect.soft(status, `${path} leads to ${address}`).toBe(200);
      });
    }
  });

  it("meets the same pages in every language, each with a title of its own", async () => {
    for (const path of [
      "/en/network/",
      "/nl/netwerk/",
      "/en/centres/",
      "/nl/centra/",
      "/en/tools/",
      "/nl/hulpmiddelen/",
      "/en/themes/",
      "/nl/themas/",
      "/en/tools/umap/",
      "/nl/centra/escale-douai/",
    ]) {
      const page = await open(path);
      expect(await page.locator("html").getAttribute("lang")).toBe(path.slice(1, 3));
      expect(await page.getByRole("heading", { level: 1 }).count()).toBe(1);
      await page.context().close();
    }
  });
});
