import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { accessibilityProblems } from "../accessibility.ts";
import { chromiumPath, openBrowser } from "../browser.ts";
import { signedIn } from "../signed-in.ts";

const { site } = inject("portal");
const sheet = "/fr/solutions/cafe-des-demarches/";
const adapted = "/fr/solutions/le-cafe-des-demarches-du-soir/";
const within = { timeout: 10_000, interval: 50 };
/** A change of stage is on the public page within a second; the time that a busy machine takes to ask is on top. */
const atOnce = { timeout: 3_000, interval: 20 };
const textOf = async (path: string) => (await fetch(site + path)).text();

/** From the sheet of one centre to the better sheet that another centre's adaptation made of it; each step is seen on the public page. */
describe.skipIf(!chromiumPath)("The whole loop, between two centres", () => {
  let browser: Browser;
  let remise: Page;
  let escale: Page;
  beforeAll(async () => {
    browser = await openBrowser();
    remise = await signedIn(browser, { site, email: "amina@remise.example" });
    escale = await signedIn(browser, { site, email: "lucie@escale.example" }, { javaScriptEnabled: false });
  });
  afterAll(() => browser?.close());

  const heard = async (page: Page, words: string) => {
    await expect
      .poll(async () => {
        await page.goto(`${site}/fr/nouvelles/`);
        return page.locator("main").textContent();
      }, within)
      .toContain(words);
    // The other centre's browser runs no script, not even the one that looks for problems.
    if (page === remise) expect(await accessibilityProblems(page)).toEqual([]);
  };

  test("a centre publishes a new version of its sheet, with what changed in its own words", async () => {
    await remise.goto(`${site}/fr/adapter/?id=solution/cafe-des-demarches`);
    await remise.getByLabel("En bref (nécessaire)").fill("Le jeudi matin, chacun tape, quelqu’un s’assoit à côté.");
    await remise.getByRole("button", { name: "Relire et publier" }).click();
    await remise.getByLabel("Qu’avez-vous changé, et pourquoi ?").fill("Le matin convient mieux.");
    await remise.getByRole("button", { name: "Publier pour tous" }).click();
    await expect.poll(() => textOf(sheet), within).toContain("Le jeudi matin, chacun tape");
    expect(await textOf(`${sheet}historique/`)).toContain("Le matin convient mieux.");
  });

  test("another centre adopts it from its page: the public page says so at once, and the first centre is told", async () => {
    await escale.goto(site + sheet);
    await escale.getByRole("link", { name: "Essaimer cette solution" }).first().click();
    await escale.locator('input[name="stage"][value="interested"]').check();
    await escale.getByLabel("Un mot pour les autres (facultatif)").fill("Nos permanences débordent.");
    await escale.getByRole("button", { name: "Essaimer", exact: true }).click();
    await escale.getByText("C’est noté").waitFor();
    await expect.poll(() => textOf(sheet), atOnce).toContain("Nos permanences débordent.");
    await heard(remise, "L’Escale a repéré");
  });

  test("it moves on to preparing, and gets a plan with dates", async () => {
    await escale.goto(`${site}/fr/mon-centre/`);
    await escale
      .getByRole("link", { name: /café des démarches/i })
      .first()
      .click();
    await escale.locator('input[name="stage"][value="preparing"]').check();
    await escale.getByLabel("Un mot pour les autres (facultatif)").fill("Début en janvier.");
    await escale.getByRole("button", { name: "Enregistrer cette étape" }).click();
    await expect.poll(() => textOf(sheet), atOnce).toContain("Début en janvier.");
    await escale.getByRole("link", { name: "Votre plan est prêt" }).click();
    await escale
      .getByText(/étapes? faites? sur \d+/)
      .first()
      .waitFor();
    await escale.getByText("Décaler le plan").click();
    await escale.getByLabel("Nouveau jour de départ").fill("2027-01-11");
    await escale.getByRole("button", { name: "Décaler", exact: true }).click();
    await escale.waitForURL(/fait=kept/);
    expect(await escale.locator('input[name="startDate"]').inputValue()).toBe("2027-01-11");
    expect(await textOf(sheet)).not.toContain("2027-01-11");
  });

  test("it adapts the sheet and publishes its own: each of the two pages leads to the other", async () => {
    await escale.goto(site + sheet);
    await escale.getByRole("link", { name: "Adapter", exact: true }).click();
    await escale.getByLabel("Titre de votre adaptation").fill("Le café des démarches du soir");
    await escale.getByRole("button", { name: "Créer notre adaptation" }).click();
    await escale.getByLabel("En bref (nécessaire)").fill("Le jeudi soir, après le travail.");
    await escale.getByRole("button", { name: "Relire et publier" }).click();
    await escale.getByLabel("Qu’avez-vous changé, et pourquoi ?").fill("Nos habitants travaillent le matin.");
    await escale.getByRole("button", { name: "Publier pour tous" }).click();
    await expect.poll(async () => (await fetch(site + adapted)).status, within).toBe(200);
    await expect.poll(() => textOf(sheet), within).toContain(adapted);
    expect(await textOf(adapted)).toContain(sheet);
    await heard(remise, "a publié une adaptation de");
  });

  test("it reports back, and its report is on the sheet", async () => {
    await escale.goto(`${site}/fr/mon-centre/`);
    await escale
      .getByRole("link", { name: /café des démarches/i })
      .first()
      .click();
    await escale.locator('input[name="stage"][value="running"]').check();
    await escale.getByRole("button", { name: "Enregistrer cette étape" }).click();
    await escale.getByRole("link", { name: "Écrire le bilan" }).first().click();
    await escale.getByLabel("Comment cela s’est passé chez vous").fill("Douze personnes un soir de pluie.");
    await escale.getByLabel("Votre conseil à un centre qui commence").fill("Prévoir une rallonge.");
    await escale.getByRole("button", { name: "Publier le bilan" }).click();
    await expect.poll(() => textOf(sheet), within).toContain("Prévoir une rallonge.");
    await heard(remise, "L’Escale a publié son bilan");
  });

  test("the first centre takes one change into its sheet, and the other is told", async () => {
    await remise.goto(`${site}${adapted}origine/`);
    await remise.getByRole("link", { name: "Reprendre dans la fiche d’origine" }).click();
    const offer = remise.locator("li.offer", { hasText: "après le travail" });
    await offer.getByRole("button", { name: "Prendre" }).click();
    await remise.getByText("Pris dans le brouillon").first().waitFor();
    await remise.getByRole("link", { name: "Relire et publier le brouillon" }).click();
    await remise.getByRole("button", { name: "Publier pour tous" }).click();
    await expect.poll(() => textOf(sheet), within).toContain("Le jeudi soir, après le travail.");
    expect(await textOf(`${sheet}historique/`)).toContain("Le café des démarches du soir");
    await heard(escale, "a repris dans");
  });
});
