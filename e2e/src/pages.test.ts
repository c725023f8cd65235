import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { accessibilityProblems } from "./accessibility.ts";
import { chromiumPath, openBrowser } from "./browser.ts";
import { together } from "./together.ts";

const { site } = inject("portal");

/** One address of every kind of page. */
export const kinds = {
  home: "/fr/",
  "home in English": "/en/",
  "list of solutions": "/fr/solutions/",
  "list of guides": "/fr/guides/",
  "list of kits": "/fr/kits/",
  "solution sheet": "/fr/solutions/centres-sociaux-connectes/",
  "solution sheet in English": "/en/solutions/centres-sociaux-connectes/",
  "simplified sheet": "/fr/solutions/centres-sociaux-connectes/?lecture=simplifiee",
  guide: "/fr/guides/methode-centres-sociaux-connectes/",
  kit: "/fr/kits/atelier-collaboratif/",
  "kit of two days": "/fr/kits/hackathon/",
  network: "/fr/reseau/",
  "network in Dutch": "/nl/netwerk/",
  "network filtered": "/fr/reseau/?theme=inclusion-numerique&besoin=ordinateur&pres=douai",
  "network without an answer": "/fr/reseau/?theme=zzz&besoin=zzzzqqq",
  "list of centres": "/fr/centres/",
  centre: "/fr/centres/escale-douai/",
  "list of tools": "/fr/outils/",
  tool: "/fr/outils/umap/",
  "list of themes": "/fr/themes/",
  theme: "/fr/themes/inclusion-numerique/",
  search: "/fr/recherche/?q=atelier",
  "search without a result": "/fr/recherche/?q=zzzzqqq",
  "signing in": "/fr/connexion/",
  "joining the network": "/fr/rejoindre/",
  "joining, in Dutch": "/nl/aansluiten/",
  "not found": "/fr/solutions/cette-fiche-n-existe-pas/",
} as const;

const widths = [320, 768, 1280];
const schemes = ["light", "dark"] as const;

describe.skipIf(!chromiumPath)("Every kind of page", () => {
  let browser: Browser;
  let contexts: readonly (readonly [string, BrowserContext])[];
  beforeAll(async () => {
    browser = await openBrowser();
    // axe is added to the page as a script, which the portal's own policy rightly refuses.
    const open = async (colorScheme: (typeof schemes)[number]) =>
      [colorScheme, await browser.newContext({ colorScheme, bypassCSP: true })] as const;
    contexts = await Promise.all(schemes.map(open));
  });
  afterAll(() => browser?.close());

  for (const [kind, path] of Object.entries(kinds)) {
    it(`has no accessibility problem and no sideways scrolling: ${kind}`, async () => {
      await together(contexts, async ([scheme, context]) => {
        const page = await context.newPage();
        await page.goto(site + path);
        for (const width of widths) {
          await page.setViewportSize({ width, height: 800 });
          expect.soft(await accessibilityProblems(page), `${kind} ${width} ${scheme}`).toEqual([]);
          const overflow = await page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth",
          );
          expect.soft(overflow, `${kind} ${width} scrolls sideways`).toBe(0);
        }
        await page.close();
      });
    });
  }
});
