import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { accessibilityProblems } from "../accessibility.ts";
import { chromiumPath, openBrowser } from "../browser.ts";
import { signedIn } from "../signed-in.ts";

const { site } = inject("portal");
const lucie = { site, email: "lucie@escale.example" };
const title = "La carte, à notre façon";
const adapted = "/fr/solutions/la-carte-a-notre-facon/";
const within = { timeout: 10_000, interval: 100 };
const textOf = async (path: string) => (await fetch(site + path)).text();

describe.skipIf(!chromiumPath)("Two centres and one sheet", () => {
  let browser: Browser;
  let original = "";
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  test("a member adapts the sheet of another centre, writes, and publishes; the original tells it", async () => {
    const page = await signedIn(browser, { site, email: "amina@remise.example" });
    original = "/fr/solutions/carte-du-quartier/";
    await page.goto(site + original);
    await page.getByRole("link", { name: "Adapter", exact: true }).click();
    await page.getByLabel("Titre de votre adaptation").fill(title);
    await page.getByRole("button", { name: "Créer notre adaptation" }).click();
    await page.getByLabel("En bref (nécessaire)").fill("Une carte du soir, chez nous.");
    await page.locator("summary", { hasText: "Étapes" }).click();
    const steps = page.locator('input[name^="steps."][name$=".title"]');
    const before = await steps.count();
    await page.getByRole("button", { name: "Ajouter une étape", exact: true }).click();
    await steps.nth(before).fill("Raconter aux voisins");
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole("button", { name: "Relire et publier" }).click();
    await page.getByLabel("Qu’avez-vous changé, et pourquoi ?").fill("Nos habitants viennent le soir.");
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole("button", { name: "Publier pour tous" }).click();
    await page.getByText("C’est publié").waitFor();
    await expect.poll(async () => (await fetch(site + adapted)).status, within).toBe(200);
    await expect.poll(() => textOf(original), within).toContain(`${adapted}origine/`);
    const difference = await textOf(`${adapted}origine/`);
    for (const words of ["Nos habitants viennent le soir.", "Raconter aux voisins"])
      expect(difference).toContain(words);
    await page.context().close();
  });

  test("a member of the original’s centre takes one change, without a script, and publishes it with credit", async () => {
    const page = await signedIn(browser, lucie, { javaScriptEnabled: false, bypassCSP: false });
    await page.goto(`${site}${adapted}origine/`);
    await page.getByRole("link", { name: "Reprendre dans la fiche d’origine" }).click();
    const offer = page.locator("li.offer", { hasText: "Raconter aux voisins" });
    await offer.getByRole("button", { name: "Prendre" }).click();
    expect(await page.locator("li.offer", { hasText: "Raconter aux voisins" }).textContent()).toContain(
      "Pris dans le brouillon",
    );
    expect(await textOf(original)).not.toContain("Raconter aux voisins");
    await page.getByRole("link", { name: "Relire et publier le brouillon" }).click();
    await page.getByRole("button", { name: "Publier pour tous" }).click();
    await expect.poll(() => textOf(original), within).toContain("Raconter aux voisins");
    expect(await textOf(`${original}historique/`)).toContain(title);
    await page.context().close();
  });

  test("the pages have no accessibility problem, light and dark", async () => {
    for (const colorScheme of ["light", "dark"] as const) {
      const page = await signedIn(browser, lucie, { colorScheme });
      await page.goto(`${site}${adapted}origine/`);
      expect(await accessibilityProblems(page)).toEqual([]);
      await page.getByRole("link", { name: "Reprendre dans la fiche d’origine" }).click();
      expect(await accessibilityProblems(page)).toEqual([]);
      await page.context().close();
    }
  });
});
