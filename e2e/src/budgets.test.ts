import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { z } from "zod";
import { pathsOfKinds } from "./addresses.ts";
import { chromiumPath, openBrowser } from "./browser.ts";
import { together } from "./together.ts";

const { site } = inject("portal");

/** What a page may cost a reader on a slow line; photographs come on top. */
const budget = { kilobytes: 100, scriptKilobytes: 20, requests: 15 };

const receivedSchema = z.object({
  requestId: z.string(),
  type: z.string(),
  response: z.object({ mimeType: z.string() }),
});
const finishedSchema = z.object({ requestId: z.string(), encodedDataLength: z.number() });

describe.skipIf(!chromiumPath)("Every kind of page", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  /** What a first visit transfers, as Chromium counts it: compressed bytes with their headers. */
  async function costOf(path: string) {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    const kinds = new Map<string, { type: string; mimeType: string }>();
    const cost = { bytes: 0, scriptBytes: 0, requests: 0, elsewhere: [] as string[], cookies: 0 };
    page.on("request", (request) => {
      const address = request.url();
      if (!address.startsWith(site) && !address.startsWith("data:")) cost.elsewhere.push(address);
    });
    devtools.on("Network.responseReceived", (event) => {
      const { requestId, type, response } = receivedSchema.parse(event);
      kinds.set(requestId, { type, mimeType: response.mimeType });
    });
    devtools.on("Network.loadingFinished", (event) => {
      const { requestId, encodedDataLength } = finishedSchema.parse(event);
      const kind = kinds.get(requestId);
      cost.requests += 1;
      if (kind?.type === "Image" && !kind.mimeType.includes("svg")) return;
      cost.bytes += encodedDataLength;
      if (kind?.type === "Script") cost.scriptBytes += encodedDataLength;
    });
    await devtools.send("Network.enable");
    await page.goto(site + path, { waitUntil: "networkidle" });
    cost.cookies = (await context.cookies()).length;
    await context.close();
    return cost;
  }

  it("is light, asks nobody else for anything and sets no cookie", { timeout: 300_000 }, async () => {
    const paths = (await pathsOfKinds(site)).filter((one) => one.startsWith("/fr/"));
    await together(paths, async (path) => {
      const cost = await costOf(path);
      expect.soft(cost.bytes / 1000, `${path}: kilobytes`).toBeLessThanOrEqual(budget.kilobytes);
      expect.soft(cost.bytes, `${path}: nothing was counted`).toBeGreaterThan(5000);
      expect.soft(cost.scriptBytes / 1000, `${path}: kilobytes of script`).toBeLessThanOrEqual(budget.scriptKilobytes);
      expect.soft(cost.requests, `${path}: requests`).toBeLessThanOrEqual(budget.requests);
      expect.soft([cost.elsewhere, cost.cookies], `${path}: requests to others, cookies`).toEqual([[], 0]);
    });
  });
});
