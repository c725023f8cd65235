import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { z } from "zod";
import { Desk } from "../../../scripts/desk.ts";
import { accessibilityProblems } from "../accessibility.ts";
import { openBrowser } from "../browser.ts";

const portal = inject("portal");
const { site } = portal;
const sheet = "/fr/solutions/cafe-des-demarches/";
const note = "Le résumé dit maintenant pour qui c’est.";
const within = { timeout: 5000, interval: 50 };

const versionsSchema = z.object({
  versions: z.array(
    z.object({ number: z.int(), at: z.iso.datetime(), author: z.string().nullable(), note: z.string().nullable() }),
  ),
});
const diffSchema = z.object({
  from: z.looseObject({ number: z.int() }),
  to: z.looseObject({ number: z.int(), note: z.string().nullable() }),
  changes: z.array(z.looseObject({ id: z.string(), kind: z.string() })),
});
const ask = async (path: string) => {
  const answer = await fetch(site + path);
  return { status: answer.status, body: await answer.json() };
};
const versions = async () => versionsSchema.parse((await ask(`${sheet}versions.json`)).body).versions;

describe("An author says what changes", () => {
  let browser: Browser;
  let before = 0;
  beforeAll(async () => {
    browser = await openBrowser();
    before = (await versions())[0]?.number ?? 0;
    const desk = await Desk.signIn(portal);
    const { documentId, objectives, summary } = await desk.find("solution", "cafe-des-demarches", "fr");
    const [first = "", ...others] = String(objectives).split("\n");
    const fields = {
      summary: `${String(summary).slice(0, 200)} Zibelines bienvenues.`,
      objectives: [...others, first].join("\n"),
      changeNote: note,
    };
    await desk.publish("solution", documentId, fields, "fr");
  });
  afterAll(() => browser?.close());

  test("and readers find it in the history, by name and never by address, and nowhere else", async () => {
    await expect.poll(async () => (await versions())[0]?.number, within).toBe(before + 1);
    const [newest] = await versions();
    expect(newest).toMatchObject({ number: before + 1, note });
    expect(newest?.author).toMatch(/^[^@]+$/);
    for (const path of [sheet, sheet.replace(/\/$/, ".json"), sheet.replace(/\/$/, ".md")])
      expect(await (await fetch(site + path)).text(), path).not.toContain(note);
  });

  test("from the sheet to the history to what changed, by links and by the form, without JavaScript", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 800 } });
    const page = await context.newPage();
    await page.goto(site + sheet);
    await page.getByRole("link", { name: "Voir tout l’historique" }).click();
    expect(await page.locator("main").textContent()).toContain(note);
    await page
      .getByRole("link", { name: /^Voir ce qui a changé/ })
      .first()
      .click();
    expect(new URL(page.url()).pathname).toBe(`${sheet}historique/${before}-${before + 1}/`);
    expect(await page.locator("ins", { hasText: "Zibelines" }).count()).toBeGreaterThan(0);
    const width = await page.evaluate("document.documentElement.scrollWidth");
    expect(width).toBeLessThanOrEqual(320);
    await page.getByLabel("De la version").selectOption(String(before + 1));
    await page.getByLabel("À la version").selectOption(String(before));
    await page.getByRole("button", { name: "Comparer" }).click();
    expect(new URL(page.url()).pathname).toBe(`${sheet}historique/${before}-${before + 1}/`);
    await context.close();
  });

  test("the pages have no accessibility problem, light and dark", async () => {
    for (const colorScheme of ["light", "dark"] as const) {
      const page = await browser.newPage({ colorScheme, bypassCSP: true });
      for (const path of ["historique/", `historique/${before}-${before + 1}/`]) {
        await page.goto(site + sheet + path);
        expect(await accessibilityProblems(page), `${path} ${colorScheme}`).toEqual([]);
      }
      await page.close();
    }
  });

  test("programs read the same changes, and are told what they asked wrong", async () => {
    const { body } = await ask(`${sheet}diff.json?from=${before}&to=${before + 1}`);
    const { changes, to } = diffSchema.parse(body);
    expect(to.note).toBe(note);
    expect(changes.map(({ id, kind }) => `${id} ${kind}`)).toEqual(["summary text", "objectives.0:moved moved"]);
    expect(await ask(`${sheet}diff.json?from=${before}`)).toMatchObject({
      status: 400,
      body: { error: { field: "to" } },
    });
    expect(await ask(`${sheet}diff.json?from=9999&to=${before}`)).toMatchObject({
      status: 404,
      body: { error: { field: "from" } },
    });
    expect((await ask("/fr/solutions/rien/versions.json")).status).toBe(404);
    expect((await fetch(`${site + sheet}historique/${before}-9999/`)).status).toBe(404);
  });

  test("what is withdrawn has no history any more", async () => {
    const desk = await Desk.signIn(portal);
    const { documentId } = await desk.find("solution", "cafe-des-demarches", "fr");
    const history = async () => (await fetch(`${site + sheet}historique/`)).status;
    expect(await history()).toBe(200);
    await desk.unpublish("solution", documentId, "fr");
    await expect.poll(history, within).toBe(404);
    await desk.publish("solution", documentId, {}, "fr");
    await expect.poll(history, within).toBe(200);
  });
});
