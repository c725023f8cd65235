import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { accessibilityProblems } from "../accessibility.ts";
import { chromiumPath, openBrowser } from "../browser.ts";
import { signedIn } from "../signed-in.ts";

const { site } = inject("portal");
const email = "amina@remise.example";

describe.skipIf(!chromiumPath)("A plan’s ticks", () => {
  let browser: Browser;
  let page: Page;
  let plan = "";
  const boxes = (of: Page) => of.locator('.step input[name^="item:"]');
  const status = (of: Page) => of.locator("plan-ticks [data-status]");
  const button = (of: Page) => of.getByRole("button", { name: "Enregistrer les cases" });
  const isSaved = () => expect.poll(() => status(page).textContent()).toMatch(/^Enregistré à /);
  /** Ticks a box, or takes its tick away, and waits until the portal has answered. */
  const tick = async (box: Locator) => {
    const answer = page.waitForResponse((one) => one.request().method() === "POST");
    await box.click();
    expect((await answer).status()).toBe(303);
    await isSaved();
  };
  /** Another page of the same member’s, as it is served now. */
  const another = async () => {
    const other = await page.context().newPage();
    await other.goto(plan);
    return other;
  };

  beforeAll(async () => {
    browser = await openBrowser();
    page = await signedIn(browser, { site, email });
    await page.goto(`${site}/fr/solutions/carte-du-quartier/`);
    await page.getByRole("link", { name: "Essaimer cette solution" }).first().click();
    await page.locator('input[name="stage"][value="preparing"]').check();
    await page.getByRole("button", { name: "Essaimer", exact: true }).click();
    await page.getByRole("link", { name: "Votre plan est prêt" }).click();
    await boxes(page).first().waitFor();
    plan = page.url();
  });
  afterAll(() => browser?.close());

  test("are saved as they are made, and said to be", async () => {
    await expect.poll(() => button(page).isVisible()).toBe(false);
    expect(await status(page).getAttribute("role")).toBe("status");
    await tick(boxes(page).nth(0));
    await tick(boxes(page).nth(1));
    expect(page.url()).toBe(plan);
    const other = await another();
    const ticked = [0, 1, 2].map((place) => boxes(other).nth(place).isChecked());
    expect(await Promise.all(ticked)).toEqual([true, true, false]);
    await other.close();
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  test("that finish a step show it as done, with the progress of the plan, without leaving the page", async () => {
    const step = page.locator(".step").first();
    await tick(step.getByLabel("Étape faite"));
    await step.getByText("Faite le").waitFor();
    expect(await step.getAttribute("class")).toMatch(/\bdone\b/);
    await page.getByText(/^1 étape faite sur \d+/).waitFor();
    const other = await another();
    const ticked = (of: Page) => of.locator(".step input:checked").count();
    expect(await ticked(page)).toBe(await ticked(other));
    await other.close();
  });

  test("stay in the page while the portal can’t be reached, which asks before it is left, and are saved once it can", async () => {
    const last = boxes(page).last();
    await page.context().setOffline(true);
    await last.check();
    await expect.poll(() => status(page).textContent()).toContain("le portail ne répond pas");
    expect([await last.isChecked(), await button(page).isVisible()]).toEqual([true, true]);
    const asked = page.waitForEvent("dialog");
    await page.evaluate("setTimeout(() => location.reload())");
    const dialog = await asked;
    expect(dialog.type()).toBe("beforeunload");
    await dialog.dismiss();
    await page.context().setOffline(false);
    await isSaved();
    const other = await another();
    expect(await boxes(other).last().isChecked()).toBe(true);
    await other.close();
  });

  test("of two members at once: the second sees what the first ticked, keeps theirs, and decides", async () => {
    const shown = page.locator(".step").nth(1).locator('input[name^="shown:"]');
    const key = (await shown.getAttribute("name"))?.slice("shown:".length) ?? "";
    const own = (of: Page, place: number) => of.locator(`input[name="item:${key}:${place}"]`);
    const other = await another();
    await tick(own(page, 0));
    await own(other, 1).click();
    await expect.poll(() => status(other).textContent()).toContain("un collègue a coché autre chose");
    await other.locator(".contested").waitFor();
    const [first, second] = [await own(other, 0).isChecked(), await own(other, 1).isChecked()];
    expect(first).not.toBe(await own(page, 0).isChecked());
    await own(other, 0).click();
    await button(other).click();
    await other.waitForURL(/fait=kept/);
    expect([await own(other, 0).isChecked(), await own(other, 1).isChecked()]).toEqual([!first, second]);
    await other.close();
  });
});
