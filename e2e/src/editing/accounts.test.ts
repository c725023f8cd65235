import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { Desk } from "../../../scripts/desk.ts";
import { accessibilityProblems } from "../accessibility.ts";
import { chromiumPath, openBrowser } from "../browser.ts";
import { newestLink } from "../outbox.ts";

const portal = inject("portal");
const { site, dataDir } = portal;
const password = "Un-mot-de-passe-2026";
const [first, colleague, newcomer] = ["nadia@lisiere.example", "bruno@lisiere.example", "ines@port.example"];
const sheet = "solution/ecran-d-accueil";
const within = { timeout: 10_000, interval: 50 };

/** Accounts come to be at the desk, from a colleague and from outside, and end there. */
describe.skipIf(!chromiumPath)("Members’ accounts, from the first message to the last", () => {
  let browser: Browser;
  let desk: Desk;
  const pages = new Map<string, Page>();
  beforeAll(async () => {
    [browser, desk] = await Promise.all([openBrowser(), Desk.signIn(portal)]);
  });
  afterAll(() => browser?.close());

  const newPage = async () => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, bypassCSP: true });
    return context.newPage();
  };
  const pageOf = (email: string): Page => {
    const page = pages.get(email);
    if (!page) throw new Error(`${email} has no account yet`);
    return page;
  };
  /** Opens an account from the message that invites to it, as somebody with a browser of their own. */
  async function openAccount(email: string, name: string, page?: Page): Promise<Page> {
    const own = page ?? (await newPage());
    pages.set(email, own);
    await own.goto(await newestLink(dataDir, email));
    expect(await own.locator("main").textContent()).toContain(email);
    expect(await accessibilityProblems(own)).toEqual([]);
    await own.getByLabel("Votre nom").fill(name);
    await own.getByLabel("Nouveau mot de passe").fill(password);
    await own.getByRole("button", { name: "Ouvrir le compte" }).click();
    await own.waitForURL("**/fr/mon-centre/");
    return own;
  }
  const heading = (page: Page) => page.getByRole("heading", { level: 1 }).textContent();
  const published = async () => (await fetch(`${site}/fr/solutions/ecran-d-accueil/`)).text();

  test("who is invited at the desk opens an account, and invites a colleague, who does likewise", async () => {
    await desk.invite(first, "lisiere-maubeuge");
    const page = await openAccount(first, "Nadia");
    expect(await heading(page)).toBe("La Lisière");
    await page.getByLabel("Adresse e-mail").fill(colleague);
    await page.getByRole("button", { name: "Envoyer l’invitation" }).click();
    await page.getByText("L’invitation est partie").waitFor();
    const other = await openAccount(colleague, "Bruno");
    expect(await heading(other)).toBe("La Lisière");
    expect(await other.locator("main").textContent()).toContain("Nadia");
    expect(await accessibilityProblems(other)).toEqual([]);
  });

  test("a centre from outside asks to join, is accepted at the desk, and its account opens", async () => {
    const page = await newPage();
    await page.goto(`${site}/fr/rejoindre/`);
    await page.getByLabel("Nom de votre centre").fill("Le Centre du Port");
    await page.getByLabel("Code postal").fill("59140");
    await page.getByLabel("Ville").fill("Dunkerque");
    await page.getByLabel("Votre nom").fill("Inès");
    await page.getByLabel("Votre adresse e-mail").fill(newcomer);
    await page.getByLabel("Qu’aimeriez-vous faire avec le réseau").fill("Partager notre repair café.");
    await page.getByRole("button", { name: "Envoyer la demande" }).click();
    await page.getByText("Votre demande est partie").waitFor();
    expect(await (await fetch(`${site}/fr/centres/`)).text()).not.toContain("Le Centre du Port");
    await desk.acceptJoining(newcomer);
    await openAccount(newcomer, "Inès", page);
    expect(await heading(page)).toBe("Le Centre du Port");
    await page.getByRole("link", { name: "Voir la page publique du centre" }).click();
    await expect
      .poll(async () => {
        await page.reload();
        return heading(page);
      }, within)
      .toBe("Le Centre du Port");
  });

  const beginToAdopt = async (page: Page, words: string) => {
    await page.goto(`${site}/fr/essaimer/?fiche=${sheet}`);
    await page.getByLabel("Un mot pour les autres (facultatif)").fill(words);
    return () => page.getByRole("button", { name: "Essaimer", exact: true }).click();
  };

  test("who is taken out of the centre with a page open is refused in words, and nothing is written", async () => {
    const page = pageOf(colleague);
    const send = await beginToAdopt(page, "Écrit trop tard.");
    await desk.takeOut(colleague);
    await send();
    await page.getByText("Votre compte n’est rattaché à aucun centre").waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    expect(await published()).not.toContain("Écrit trop tard.");
  });

  test("whose account is removed with a page open is asked to sign in, can’t, and nothing is written", async () => {
    const page = pageOf(newcomer);
    const send = await beginToAdopt(page, "Après la fin.");
    await desk.closeAccount(newcomer);
    await send();
    await page.getByRole("heading", { name: "Ce que vous aviez écrit" }).waitFor();
    expect(await page.locator("main").textContent()).toContain("Après la fin.");
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByLabel("Adresse e-mail").fill(newcomer);
    await page.getByLabel("Mot de passe", { exact: true }).fill(password);
    await page.locator("main").getByRole("button", { name: "Se connecter" }).click();
    await page.getByText("ne vont pas ensemble").waitFor();
    expect(await published()).not.toContain("Après la fin.");
  });

  test("who signs out everywhere is signed out in the other browser, too", async () => {
    const page = pageOf(first);
    const elsewhere = await newPage();
    await elsewhere.goto(`${site}/fr/connexion/`);
    await elsewhere.getByLabel("Adresse e-mail").fill(first);
    await elsewhere.getByLabel("Mot de passe", { exact: true }).fill(password);
    await elsewhere.locator("main").getByRole("button", { name: "Se connecter" }).click();
    await elsewhere.waitForURL("**/fr/mon-centre/");
    await page.goto(`${site}/fr/mon-profil/`);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole("button", { name: "Sur tous les appareils" }).click();
    await page.waitForURL("**/fr/connexion/**");
    await elsewhere.goto(`${site}/fr/mon-centre/`);
    expect(new URL(elsewhere.url()).pathname).toBe("/fr/connexion/");
  });
});
