import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { z } from "zod";
import { Desk } from "../../../scripts/desk.ts";
import { accessibilityProblems } from "../accessibility.ts";
import { chromiumPath, openBrowser } from "../browser.ts";
import { signedIn } from "../signed-in.ts";

const portal = inject("portal");
const { site } = portal;
const sheet = "atelier-de-reparation";
const within = { timeout: 10_000, interval: 50 };
const answerSchema = z.object({
  hits: z.array(z.object({ uid: z.string() })),
  facets: z.object({ adoptedIn: z.record(z.string(), z.int()) }),
});

const answerTo = async (query: Record<string, string>) =>
  answerSchema.parse(await (await fetch(`${site}/api/search?${new URLSearchParams(query)}`)).json());
const foundIn = async (adoptedIn: string, locale = "fr") =>
  (await answerTo({ adoptedIn, locale, limit: "100" })).hits.map(({ uid }) => uid);

/** A centre of the Béthunois takes a sheet of elsewhere up. */
describe.skipIf(!chromiumPath)("What was taken up nearby", () => {
  let browser: Browser;
  let remise: Page;
  beforeAll(async () => {
    browser = await openBrowser();
    remise = await signedIn(browser, { site, email: "amina@remise.example" });
  });
  afterAll(() => browser?.close());

  test("is found by readers of the territory as soon as a centre there prepares it, in every language", async () => {
    expect(await foundIn("Béthunois")).not.toContain(sheet);
    const before = (await answerTo({})).facets.adoptedIn["Béthunois"] ?? 0;
    await remise.goto(`${site}/fr/solutions/${sheet}/`);
    await remise.getByRole("link", { name: "Essaimer cette solution" }).first().click();
    await remise.locator('input[name="stage"][value="preparing"]').check();
    await remise.getByRole("button", { name: "Essaimer", exact: true }).click();
    await remise.getByText("C’est noté").waitFor();
    await expect.poll(() => foundIn("Béthunois"), within).toContain(sheet);
    await expect.poll(() => foundIn("Béthunois", "en"), within).toContain(sheet);
    expect((await answerTo({})).facets.adoptedIn["Béthunois"]).toBe(before + 1);
  });

  test("is one step from « Mon centre », with a filter that says what it is and can be taken off", async () => {
    await remise.goto(`${site}/fr/mon-centre/`);
    await remise.getByRole("link", { name: "Ce que reprennent les centres près de nous (Béthunois)" }).click();
    await remise.waitForURL(/adoptedIn=/);
    await remise.locator(`.result a[href*="${sheet}"]`).waitFor();
    await remise.getByRole("link", { name: /Retirer le filtre Repris près de chez vous\s: Béthunois/ }).waitFor();
    await remise.getByText("Filtrer (1 filtre actif)").click();
    const nearby = remise.getByRole("group", { name: "Repris près de chez vous" });
    expect(await nearby.getByRole("checkbox", { name: "Béthunois" }).isChecked()).toBe(true);
    expect(await accessibilityProblems(remise)).toEqual([]);
  });

  test("can be left out where it is why nothing is found", async () => {
    const query = new URLSearchParams({ adoptedIn: "Calaisis", centre: "estran-dunkerque" });
    const html = await (await fetch(`${site}/fr/recherche/?${query}`)).text();
    expect(html.replaceAll(/\s/g, " ")).toContain("Retirer le filtre Repris près de chez vous : Calaisis");
  });

  test("follows the centre that took it up to another territory", async () => {
    const desk = await Desk.signIn(portal);
    const { documentId } = await desk.find("centre", "remise-bethune");
    await desk.save("centre", documentId, { territory: "Pays de l’Alloeu" });
    await expect.poll(() => foundIn("Pays de l’Alloeu"), within).toContain(sheet);
    expect(await foundIn("Béthunois")).toEqual([]);
    await desk.save("centre", documentId, { territory: "Béthunois" });
    await expect.poll(() => foundIn("Béthunois"), within).toContain(sheet);
  });

  test("is found there no longer once the centre stops", async () => {
    await remise.goto(`${site}/fr/mon-centre/`);
    await remise.locator(`a[href*="/essaimage/"][href*="${sheet}"]`).first().click();
    await remise.getByText("Arrêter cet essaimage").first().click();
    await remise.getByLabel("Pourquoi vous arrêtez").fill("Plus assez de bénévoles.");
    await remise.getByRole("button", { name: "Arrêter", exact: true }).click();
    await expect.poll(() => foundIn("Béthunois"), within).not.toContain(sheet);
  });
});
