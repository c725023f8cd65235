import { expect, inject, test } from "vitest";
import { z } from "zod";
import { Desk } from "../../../scripts/desk.ts";
import { pathsOfKinds } from "../addresses.ts";

const portal = inject("portal");
const { site } = portal;

const twinSchema = z.looseObject({
  type: z.string(),
  uid: z.string(),
  url: z.url(),
  version: z.int().min(1),
  locales: z.array(z.object({ locale: z.string(), url: z.url() })).min(1),
  data: z.record(z.string(), z.unknown()),
});

const relativeSchema = z.looseObject({
  type: z.string(),
  uid: z.string(),
  title: z.string(),
  slug: z.string(),
  url: z.url(),
});
const count = z.int().min(0);
const lineageSchema = z.looseObject({
  derivedFrom: relativeSchema.extend({ version: z.int().nullable() }).nullable(),
  ancestry: z.array(relativeSchema),
  adaptations: z.array(relativeSchema),
  adoptions: z.strictObject({ interested: count, preparing: count, running: count, adopted: count, stopped: count }),
});

const linksOf = (html: string, type: string) =>
  [...html.matchAll(new RegExp(`<link rel="alternate" type="${type}"[^>]* href="([^"]+)"`, "g"))].map(
    ([, href = ""]) => href,
  );

/** Paths of the pages that say they have twins. */
async function pagesWithTwins(): Promise<{ path: string; json: string; markdown: string }[]> {
  const found: { path: string; json: string; markdown: string }[] = [];
  for (const path of await pathsOfKinds(site)) {
    const html = await (await fetch(site + path)).text();
    const [json] = linksOf(html, "application/json");
    const [markdown] = linksOf(html, "text/markdown");
    if (json && markdown) found.push({ path, json, markdown });
  }
  return found;
}

test("every sheet names a twin in JSON and one in Markdown, which hold what it shows and nothing private", async () => {
  const pages = await pagesWithTwins();
  // Solutions, guides, kits, centres, tools and themes, in three languages.
  expect(new Set(pages.map(({ path }) => path.split("/").slice(1, 3).join("/"))).size).toBeGreaterThanOrEqual(16);
  for (const { path, json, markdown } of pages) {
    const answer = await fetch(site + json);
    expect.soft(answer.headers.get("content-type"), json).toMatch(/^application\/json/);
    const text = await answer.text();
    const twin = twinSchema.parse(JSON.parse(text));
    expect.soft(text, `${json} holds an address of someone`).not.toMatch(/"(?:email|phone|password)"/);
    expect.soft((await fetch(twin.url)).status, `${json} names its page`).toBe(200);
    const etag = answer.headers.get("etag") ?? "";
    const again = await fetch(site + json, { headers: { "if-none-match": etag } });
    expect.soft(again.status, `${json} is sent twice`).toBe(304);

    const words = await fetch(site + markdown);
    expect.soft(words.headers.get("content-type"), markdown).toMatch(/^text\/markdown; charset=utf-8/);
    const lines = (await words.text()).split("\n");
    expect.soft(lines[0], `${markdown} begins with facts`).toBe("---");
    expect
      .soft(
        lines.filter((line) => line.startsWith("# ")),
        `${markdown} of ${path} has one title`,
      )
      .toHaveLength(1);
  }
});

test("the twin of a sheet tells where it comes from and what came of it, and only a sheet’s does", async () => {
  const read = async (path: string) => (await fetch(site + path)).json();
  const [original, centre] = await Promise.all([
    read("/fr/solutions/cafe-des-demarches.json"),
    read("/fr/centres/federation-des-centres-sociaux-du-nord.json"),
  ]);
  const { adaptations, derivedFrom } = lineageSchema.parse(original);
  expect(derivedFrom).toBeNull();
  const [adaptation] = adaptations;
  const child = lineageSchema.parse(await (await fetch((adaptation?.url ?? "").replace(/\/$/, ".json"))).json());
  expect(child.derivedFrom?.uid).toBe("cafe-des-demarches");
  expect(child.ancestry.at(-1)?.uid).toBe("cafe-des-demarches");
  expect(centre).not.toHaveProperty("ancestry");
});

test("a twin is absent where its page is, and leaves with it", async () => {
  for (const path of ["/fr/kits/il-n-y-a-rien.json", "/fr/kits/il-n-y-a-rien.md", "/fr/recherche.json", "/fr/x/y.md"])
    expect.soft((await fetch(site + path)).status, path).toBe(404);
  const desk = await Desk.signIn(portal);
  const { documentId } = await desk.find("kit", "hackathon", "fr");
  const status = async (ending: string) => (await fetch(`${site}/fr/kits/hackathon.${ending}`)).status;
  expect(await (await fetch(`${site}/fr/kits/hackathon.json`)).json()).toMatchObject({ locale: "fr" });
  await desk.unpublish("kit", documentId, "fr");
  const within = { timeout: 5000, interval: 20 };
  for (const ending of ["json", "md"]) await expect.poll(() => status(ending), within).toBe(404);
  await desk.publish("kit", documentId, {}, "fr");
  for (const ending of ["json", "md"]) await expect.poll(() => status(ending), within).toBe(200);
});

test("each language tells its news to feed readers, newest first, each once", async () => {
  for (const locale of ["fr", "en", "nl"]) {
    const home = await (await fetch(`${site}/${locale}/`)).text();
    expect(linksOf(home, "application/rss\\+xml")).toEqual([`/${locale}/rss.xml`]);
    const answer = await fetch(`${site}/${locale}/rss.xml`);
    expect(answer.headers.get("content-type")).toMatch(/^application\/rss\+xml/);
    const feed = await answer.text();
    const all = (tag: string) =>
      [...feed.matchAll(new RegExp(`<${tag}[^>]*>([^<]*)</${tag}>`, "g"))].map(([, text]) => text ?? "");
    const dates = all("pubDate").map((date) => Date.parse(date));
    expect(dates.length).toBeGreaterThan(5);
    expect(dates).toEqual(dates.toSorted((a, b) => b - a));
    expect(new Set(all("guid")).size).toBe(dates.length);
    for (const address of new Set(all("link"))) expect.soft((await fetch(address)).status, address).toBe(200);
  }
});

test("the portal's own pages stand at their address in each language, and every page leads to them", async () => {
  const addresses = {
    fr: ["a-propos", "mentions-legales", "confidentialite", "accessibilite"],
    en: ["about", "legal", "privacy", "accessibility"],
    nl: ["over", "juridisch", "privacy", "toegankelijkheid"],
  };
  for (const [locale, names] of Object.entries(addresses)) {
    const home = await (await fetch(`${site}/${locale}/`)).text();
    for (const name of names) {
      const path = `/${locale}/${name}/`;
      expect.soft(home, path).toContain(`href="${path}"`);
      const page = await fetch(site + path);
      expect.soft(page.status, path).toBe(200);
      expect.soft(await page.text(), path).toContain(`<html lang="${locale}"`);
    }
  }
});

test("a page that is shared somewhere comes with a picture", async () => {
  const html = await (await fetch(`${site}/fr/solutions/centres-sociaux-connectes/`)).text();
  const address = /<meta property="og:image" content="([^"]+)"/.exec(html)?.[1] ?? "";
  const answer = await fetch(address);
  expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "image/png"]);
});
