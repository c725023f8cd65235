import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { pathsOfKinds } from "./addresses.ts";
import { chromiumPath, openBrowser } from "./browser.ts";

const { site } = inject("portal");
const phone = { width: 390, height: 844 };

/** What a reader sees of the page's own content. */
const wordsOf = async (page: Page) => String(await page.evaluate("document.querySelector('main').innerText"));

describe.skipIf(!chromiumPath)("Without JavaScript", () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await openBrowser();
    page = await (await browser.newContext({ javaScriptEnabled: false, locale: "fr-FR", viewport: phone })).newPage();
  });
  afterAll(() => browser.close());

  const count = () => page.locator("main h2 a, main h3 a, main article a").count();

  it("every kind of page shows its title and its text", async () => {
    for (const path of (await pathsOfKinds(site)).filter((one) => one.startsWith("/fr/"))) {
      await page.goto(site + path);
      expect.soft(await page.getByRole("heading", { level: 1 }).count(), `${path}: one title`).toBe(1);
      expect.soft((await wordsOf(page)).length, `${path}: a text`).toBeGreaterThan(150);
    }
  });

  it("a list is narrowed by a filter, and the address says by which", async () => {
    await page.goto(`${site}/fr/solutions/`);
    const all = await count();
    const filters = page
      .locator("main form")
      .filter({ has: page.locator("select, input") })
      .first();
    await page.locator("main details:not([open]) > summary").first().click();
    const select = filters.locator("select").first();
    const [, choice] = await select.locator("option").all();
    await select.selectOption((await choice?.getAttribute("value")) ?? "");
    await filters.locator("button[type=submit], button:not([type])").first().click();
    expect(new URL(page.url()).search).toMatch(/=[a-z0-9-]+/);
    const kept = await count();
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(all);
  });

  it("search answers, in results that can be narrowed", async () => {
    await page.goto(`${site}/fr/`);
    await page.getByRole("searchbox").first().fill("atelier");
    await page.getByRole("button", { name: "Chercher" }).first().click();
    expect(new URL(page.url()).searchParams.get("q")).toBe("atelier");
    expect(await count()).toBeGreaterThan(0);
  });

  it("a sheet can be taken away as text and as data", async () => {
    await page.goto(`${site}/fr/solutions/centres-sociaux-connectes/`);
    for (const ending of ["md", "json"]) {
      const link = page.locator(`main a[href$=".${ending}"]`).first();
      const answer = await fetch(new URL((await link.getAttribute("href")) ?? "", page.url()));
      expect((await answer.text()).length, ending).toBeGreaterThan(1000);
    }
  });
});

describe.skipIf(!chromiumPath)("On a phone", () => {
  it("a solution is found, understood and printed in four clicks from the home page", async () => {
    const browser = await openBrowser();
    const page = await (await browser.newContext({ locale: "fr-FR", viewport: phone })).newPage();
    await page.addInitScript("window.print = () => document.documentElement.setAttribute('data-printed', '')");
    await page.goto(`${site}/fr/`);
    let clicks = 0;
    const click = async (target: ReturnType<Page["locator"]>) => {
      clicks += 1;
      await target.first().click();
    };
    await click(page.getByRole("main").getByRole("link", { name: "Trouver une solution" }));
    await click(page.locator('main a[href^="/fr/solutions/"]:not([href*="?"])').filter({ visible: true }));
    expect(new URL(page.url()).pathname).toMatch(/^\/fr\/solutions\/[a-z0-9-]+\/$/);
    const words = await wordsOf(page);
    for (const needed of [/en bref|d’un coup d’œil/i, /ce qu’il faut|moyens/i]) expect.soft(words).toMatch(needed);
    await click(page.getByRole("button", { name: /imprimer/i }).filter({ visible: true }));
    await page.locator("html[data-printed]").waitFor();
    expect(clicks).toBeLessThanOrEqual(4);
    await browser.close();
  });
});
