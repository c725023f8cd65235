import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { chromiumPath, openBrowser } from "./browser.ts";

const { site } = inject("portal");

describe.skipIf(!chromiumPath)("A reader of another centre", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  const open = async (path: string, options: Parameters<Browser["newContext"]>[0] = {}) => {
    const context = await browser.newContext({ locale: "fr-FR", viewport: { width: 390, height: 844 }, ...options });
    const page = await context.newPage();
    await page.goto(site + path);
    return page;
  };

  it("arrives in French, searches « hackathon » and opens the kit, without JavaScript", async () => {
    const page = await open("/", { javaScriptEnabled: false });
    expect(new URL(page.url()).pathname).toBe("/fr/");
    await page.getByRole("searchbox").first().fill("hackathon");
    await page.getByRole("button", { name: "Chercher" }).first().click();
    await page
      .getByRole("main")
      .getByRole("link", { name: /hackathon/i })
      .first()
      .click();
    expect(new URL(page.url()).pathname).toBe("/fr/kits/hackathon/");
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toMatch(/hackathon/i);
    await page.context().close();
  });

  it("finds results as they type, and the address says what was asked", async () => {
    const page = await open("/fr/recherche/");
    await page.getByRole("searchbox").first().pressSequentially("hackaton", { delay: 20 });
    await page
      .locator('[data-state="ready"]')
      .getByRole("link", { name: /hackathon/i })
      .first()
      .waitFor();
    await expect.poll(() => new URL(page.url()).searchParams.get("q")).toBe("hackaton");
    await page.context().close();
  });

  it("goes back to a search from before a filter was chosen, with what was typed", async () => {
    const page = await open("/fr/recherche/?q=atelier", { viewport: { width: 1280, height: 900 } });
    const links = page.locator('[data-part="results"][data-state="ready"] .result a');
    const before = await links.first().textContent();
    const count = await links.count();
    const box = page.locator('input[name="type"][value="guide"]');
    await box.evaluate((input: HTMLInputElement) => input.click());
    await page.waitForURL(/type=guide/);
    await expect.poll(() => links.count()).toBeLessThan(count);
    await page.getByRole("searchbox").first().fill("numérique");
    await page.waitForURL(/q=num/);
    await page.goBack();
    await page.waitForURL(/\?q=atelier$/);
    await expect.poll(() => links.count()).toBe(count);
    expect(await links.first().textContent()).toBe(before);
    expect([await page.getByRole("searchbox").first().inputValue(), await box.isChecked()]).toEqual(["atelier", false]);
    await page.context().close();
  });

  it("is led from a search in another language to the same one among the French sheets", async () => {
    const page = await open("/en/search/?q=hackathon", { javaScriptEnabled: false });
    await page.getByRole("link", { name: "Search the sheets written in French, too" }).click();
    expect(new URL(page.url()).pathname).toBe("/fr/recherche/");
    expect(new URL(page.url()).searchParams.get("q")).toBe("hackathon");
    await page
      .getByRole("main")
      .getByRole("link", { name: /hackathon/i })
      .first()
      .waitFor();
    await page.context().close();
  });

  it("reads every fact of the real sheet in French and in English", async () => {
    const facts: Record<string, RegExp[]> = {
      "/fr/": [
        /Des Centres Sociaux Connectés/,
        /Fédération des Centres Sociaux du Nord/,
        /Laetitia Mandon/,
        /FEDER/,
        /Faches/,
        /Roubaix/,
        /Tourcoing/,
        /février 2017/i,
        /novembre 2017/i,
        /janvier 2018/i,
        /décembre 2019/i,
        /7 animateurs/,
        /7 spécialistes numériques/i,
        /2 coordinat/,
        /1 chargée de diffusion/,
      ],
      "/en/": [/Laetitia Mandon/, /ERDF|FEDER/, /Roubaix/, /February 2017/, /November 2017/, /December 2019/],
    };
    for (const [prefix, patterns] of Object.entries(facts)) {
      const page = await open(`${prefix}solutions/centres-sociaux-connectes/`);
      const words = String(await page.evaluate("document.body.innerText")).replaceAll(/[\u00a0\u202f\s]+/g, " ");
      for (const fact of patterns) expect.soft(words, `${prefix} ${fact}`).toMatch(fact);
      for (const figure of [/\b8\b/, /\b19\b/, /\b70\b/, /\b2[ ,.]?500\b/])
        expect.soft(words, `${prefix} ${figure}`).toMatch(figure);
      expect(
        await page
          .locator('a[href="https://www.cestpossible.me/action/des-centres-sociaux-connectes-avec-les-habitants/"]')
          .count(),
      ).toBeGreaterThan(0);
      await page.context().close();
    }
  });

  it("changes language and stays on the same sheet", async () => {
    const page = await open("/fr/solutions/centres-sociaux-connectes/");
    await page.getByRole("link", { name: "English" }).first().click();
    expect(new URL(page.url()).pathname).toMatch(/^\/en\/solutions\/[a-z0-9-]+\/$/);
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
    await page.context().close();
  });

  it("sees the promise, the search field and the three tasks on a small phone without scrolling", async () => {
    const page = await open("/fr/", { viewport: { width: 360, height: 640 } });
    const heading = page.getByRole("heading", { level: 1 });
    const parts = [
      heading,
      page.getByRole("searchbox").first(),
      page.getByText("Trouver une solution"),
      page.getByText("Préparer un atelier"),
    ];
    for (const part of parts) {
      const box = await part.first().boundingBox();
      expect((box?.y ?? 9999) + (box?.height ?? 0)).toBeLessThanOrEqual(640);
    }
    await page.context().close();
  });

  it("makes no request to anyone else, gets no cookie, and meets no error of the content policy", async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    const elsewhere: string[] = [];
    const errors: string[] = [];
    page.on("request", (request) => request.url().startsWith(site) || elsewhere.push(request.url()));
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    page.on("pageerror", (error) => errors.push(error.message));
    for (const path of [
      "/fr/",
      "/fr/recherche/?q=atelier",
      "/fr/kits/hackathon/",
      "/fr/solutions/centres-sociaux-connectes/",
    ]) {
      await page.goto(site + path, { waitUntil: "networkidle" });
    }
    expect(elsewhere).toEqual([]);
    expect(errors).toEqual([]);
    expect(await context.cookies()).toEqual([]);
    await context.close();
  });
});
