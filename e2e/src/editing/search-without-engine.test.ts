import { access } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, inject, it, vi } from "vitest";
import { chromiumPath, openBrowser } from "../browser.ts";
import { type Conduct, type EngineStandIn, startStandIn } from "../engine-stand-in.ts";
import { type SecondSite, startSecondSite } from "../second-site.ts";
import { processOf, signalPart } from "./killed/processes.ts";

const portal = inject("portal");
const hasEngine = (await processOf(portal.dataDir, "engine")) !== undefined;
/** Readers are told so. */
const notice = "résultats d’une recherche de secours";
const path = `/fr/recherche/?q=${encodeURIComponent("Comment créer un outil numérique avec les habitants ?")}`;
/** A page takes 1.5 s at most on a machine that does nothing else; several times that still tells a page from one that waits in vain. */
const budgetMs = 4_000;
const recovery = { timeout: 30_000, interval: 200 };

interface Seen {
  readonly hasNotice: boolean;
  readonly results: number;
  readonly isReady: boolean;
}

async function see(site: string): Promise<Seen> {
  const response = await fetch(site + path, { signal: AbortSignal.timeout(budgetMs) });
  const html = await response.text();
  return {
    hasNotice: html.includes(notice),
    results: html.match(/<li class="result"/g)?.length ?? 0,
    isReady: response.status === 200 && html.includes('data-state="ready"'),
  };
}
const spare = { hasNotice: true, results: expect.toSatisfy((count: number) => count > 3), isReady: true };
const asUsual = { ...spare, hasNotice: false };

const indexIsThere = (dataDir: string): Promise<void> =>
  vi.waitFor(() => access(join(dataDir, "pagefind", "state.json")), { timeout: 50_000, interval: 200 });

async function askInterface(site: string): Promise<{ status: number; retryAfter: number; ms: number }> {
  const began = performance.now();
  const response = await fetch(`${site}/api/search?q=jardin&locale=fr`);
  await response.arrayBuffer();
  return {
    status: response.status,
    retryAfter: Number(response.headers.get("retry-after")),
    ms: performance.now() - began,
  };
}

describe.skipIf(!hasEngine)("A search server that hangs", () => {
  beforeAll(async () => {
    await indexIsThere(portal.dataDir);
    await signalPart(portal.dataDir, "engine", "SIGSTOP");
  });
  afterAll(() => signalPart(portal.dataDir, "engine", "SIGCONT"));

  it("leaves readers spare results and a notice, page after page", async () => {
    for (let page = 0; page < 3; page += 1) expect(await see(portal.site)).toEqual(spare);
  });

  it("makes the search interface say at once when to ask again", async () => {
    const { status, retryAfter, ms } = await askInterface(portal.site);
    expect(status).toBe(503);
    expect(retryAfter).toBeGreaterThan(0);
    expect(ms).toBeLessThan(budgetMs);
  });

  it.skipIf(chromiumPath === undefined)(
    "leaves those in place who type, and those whose browser runs no script",
    async () => {
      const browser = await openBrowser();
      try {
        for (const javaScriptEnabled of [true, false]) {
          const page = await browser.newPage({ javaScriptEnabled });
          await page.goto(`${portal.site}/fr/recherche/`);
          await page.locator("#q").fill("numérique");
          if (!javaScriptEnabled) await page.locator("#q").press("Enter");
          await page.waitForURL(/q=num/);
          const results = page.locator('[data-part="results"][data-state="ready"]');
          await results.locator(".result a").first().waitFor({ timeout: budgetMs });
          expect(await results.textContent()).toContain(notice);
          await page.close();
        }
      } finally {
        await browser.close();
      }
    },
  );

  it("is asked again as soon as it answers, and the notice leaves", async () => {
    await signalPart(portal.dataDir, "engine", "SIGCONT");
    await expect.poll(() => see(portal.site), recovery).toEqual(asUsual);
    expect((await askInterface(portal.site)).status).toBe(200);
  });
});

describe.skipIf(!hasEngine)("A search server that answers nonsense", () => {
  let standIn: EngineStandIn;
  let site: SecondSite;
  beforeAll(async () => {
    standIn = await startStandIn(portal.engine);
    site = await startSecondSite(portal, standIn.url);
    await indexIsThere(site.dataDir);
  });
  afterEach(() => {
    standIn.conduct = "passes on";
  });
  afterAll(async () => {
    await site.stop();
    standIn.close();
  });

  const bad: readonly Conduct[] = ["answers a web page", "answers other JSON", "trickles", "breaks off"];
  it.each(bad)("(it %s) leaves readers spare results and a notice until it makes sense again", async (conduct) => {
    await expect.poll(() => see(site.url), recovery).toEqual(asUsual);
    standIn.conduct = conduct;
    expect(await see(site.url)).toEqual(spare);
    expect(await askInterface(site.url)).toMatchObject({ status: 503 });
    standIn.conduct = "passes on";
    await expect.poll(() => see(site.url), recovery).toEqual(asUsual);
  });
});
