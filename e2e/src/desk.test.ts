import { setTimeout as sleep } from "node:timers/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { chromiumPath, openBrowser } from "./browser.ts";
import { englishAmong, englishMessages } from "./desk/english.ts";
import { everythingSaid } from "./desk/said.ts";
import { screens } from "./desk/screens.ts";

const portal = inject("portal");

describe.runIf(chromiumPath)("The desk speaks French to whoever prefers English", () => {
  let browser: Browser;
  let page: Page;
  let messages: ReadonlySet<string>;
  beforeAll(async () => {
    browser = await openBrowser();
    page = await browser.newPage({ locale: "en-GB", viewport: { width: 1280, height: 900 } });
    messages = await englishMessages();
    // The desk is built behind the site: whoever comes early finds a page that waits.
    while (!(await (await fetch(`${portal.cms}/admin`)).text()).includes("<script")) await sleep(1000);
  }, 420_000);
  afterAll(() => browser?.close());

  // Strapi's pages fetch in several rounds: a screen that was read between two of them is looked at once more.
  it.each(screens)("$name", { retry: 1 }, async ({ reach }) => {
    await reach(page, portal);
    await page.waitForLoadState("networkidle");
    await expect.poll(async () => englishAmong(await everythingSaid(page), messages), { timeout: 15_000 }).toEqual([]);
    expect(await page.locator("html").getAttribute("lang")).toBe("fr");
  });

  it("finds English where there is some", async () => {
    await page.evaluate(() => {
      for (const words of ["Save", "Get started by uploading files"]) {
        const paragraph = document.createElement("p");
        paragraph.textContent = words;
        document.querySelector("main")?.append(paragraph);
      }
    });
    const found = englishAmong(await everythingSaid(page), messages);
    expect(found.map((one) => one.replace(/^.*: /, ""))).toEqual(["Save", "Get started by uploading files"]);
  });
});
