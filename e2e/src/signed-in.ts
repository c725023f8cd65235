import type { Browser, BrowserContextOptions, Page } from "playwright-core";

/** Opens a page as one of the demonstration's members, on a phone unless told otherwise. */
export async function signedIn(
  browser: Browser,
  { site, email }: { readonly site: string; readonly email: string },
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, bypassCSP: true, ...options });
  const page = await context.newPage();
  await page.goto(`${site}/fr/connexion/`);
  await page.getByLabel("Adresse e-mail").fill(email);
  await page.getByLabel("Mot de passe", { exact: true }).fill("essaim-demonstration");
  await page.locator("main").getByRole("button", { name: "Se connecter" }).click();
  return page;
}
