import type { Browser, BrowserContextOptions } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { accessibilityProblems } from "./accessibility.ts";
import { chromiumPath, openBrowser } from "./browser.ts";

const { site } = inject("portal");

describe.skipIf(!chromiumPath)("A password that is typed", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  const open = async (path: string, options: BrowserContextOptions = {}) => {
    const page = await (await browser.newContext({ viewport: { width: 390, height: 844 }, ...options })).newPage();
    await page.goto(site + path);
    return { page, field: page.locator('main input[name="password"]') };
  };
  const words = { fr: "Afficher le mot de passe", en: "Show the password", nl: "Het wachtwoord tonen" };

  test("can be read, by the keyboard alone, and is a password again when it is sent", async () => {
    const { page, field } = await open("/fr/connexion/");
    const box = page.getByRole("checkbox", { name: words.fr });
    expect(await field.getAttribute("autocomplete")).toBe("current-password");
    await page.getByLabel("Adresse e-mail").fill("personne@escale.example");
    await field.fill("Un-mot-de-passe");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    expect([await box.isChecked(), await field.getAttribute("type")]).toEqual([true, "text"]);
    await page.keyboard.press("Space");
    expect([await box.isChecked(), await field.getAttribute("type")]).toEqual([false, "password"]);
    await box.check();
    expect(await field.inputValue()).toBe("Un-mot-de-passe");
    const sent = page.waitForRequest((request) => request.method() === "POST");
    await page.evaluate(
      "document.querySelector('main form').addEventListener('submit', ({ target }) => { sessionStorage.sentAs = target.elements.password.type; })",
    );
    await page.locator("main").getByRole("button", { name: "Se connecter" }).click();
    expect(await page.evaluate("sessionStorage.sentAs")).toBe("password");
    const form = new URLSearchParams((await sent).postData() ?? "");
    expect([...form.keys()]).toEqual(["email", "password"]);
    await page.getByText("ne vont pas ensemble").waitFor();
    expect([await box.isChecked(), await field.getAttribute("type")]).toEqual([false, "password"]);
  });

  test("can be read wherever one is typed, in each language", async () => {
    const link = "A".repeat(43);
    for (const [path, name, autocomplete] of [
      ["/en/sign-in/", words.en, "current-password"],
      ["/nl/aanmelden/", words.nl, "current-password"],
      [`/fr/mot-de-passe/?lien=${link}`, words.fr, "new-password"],
    ] as const) {
      const { page, field } = await open(path, { bypassCSP: true });
      await page.getByRole("checkbox", { name }).check();
      expect([await field.getAttribute("type"), await field.getAttribute("autocomplete")], path).toEqual([
        "text",
        autocomplete,
      ]);
      expect(await accessibilityProblems(page), path).toEqual([]);
    }
  });

  test("stays a password where no script runs, and nothing offers to show it", async () => {
    const { page, field } = await open("/fr/connexion/", { javaScriptEnabled: false });
    expect(await field.getAttribute("type")).toBe("password");
    expect(await page.getByText(words.fr).isVisible()).toBe(false);
  });
});
