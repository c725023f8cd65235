import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { accessibilityProblems } from "../accessibility.ts";
import { chromiumPath, openBrowser } from "../browser.ts";
import { type Extreme, loadExtremes } from "./extreme-package.ts";

const portal = inject("portal");
const sections = ["solutions", "guides", "kits"] as const;
const names = ["long", "mixed", "least"] as const satisfies readonly Extreme[];
const pages = [
  ...sections.flatMap((section) => names.map((name) => `/fr/${section}/extreme-${name}/`)),
  "/fr/solutions/extreme-long/?lecture=simplifiee",
  ...sections.map((section) => `/fr/${section}/`),
  "/fr/solutions/?theme=extreme-long&cost=2000",
  "/fr/",
];

/** Headings that say nothing, or that nothing follows in their section. */
const emptyHeadings = `[...document.querySelectorAll("main :is(h1, h2, h3, h4, h5)")]
  .filter((heading) => heading.textContent.trim() === "" || (heading.nextElementSibling ?? heading.parentElement.nextElementSibling ?? heading.closest("section, article")?.nextElementSibling) === null)
  .map((heading) => heading.outerHTML.slice(0, 200))`;

describe.skipIf(!chromiumPath)("Documents that go as far as their fields allow", () => {
  let browser: Browser;
  beforeAll(async () => {
    await loadExtremes(portal);
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  for (const path of pages) {
    it(`neither break nor widen ${path}, and run nothing`, async () => {
      const context = await browser.newContext({ viewport: { width: 320, height: 800 }, bypassCSP: true });
      const page = await context.newPage();
      const response = await page.goto(portal.site + path);
      expect(response?.status()).toBe(200);
      for (const width of [320, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        const overflow = await page.evaluate(
          "document.documentElement.scrollWidth - document.documentElement.clientWidth",
        );
        expect.soft(overflow, `${path} ${width} scrolls sideways`).toBe(0);
      }
      expect.soft(await page.evaluate(emptyHeadings), "empty headings").toEqual([]);
      expect.soft(await page.evaluate("globalThis.ran"), "script of an author").toBeUndefined();
      expect.soft(await accessibilityProblems(page)).toEqual([]);
      await context.close();
    });
  }
});
