import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Cms, startCms } from "../../../cms/tests/harness.ts";
import { entry, network } from "../../../cms/tests/samples.ts";
import { type BuiltSite, buildSite, startBuiltSite } from "../testing/built-site.ts";

const password = "Un-mot-de-passe-2026";
const publicUrl = "https://essaim.test";
const path = "/fr/reprendre/?de=solution%2Fadaptee&dans=solution%2Foriginale";
let cms: Cms;
let site: BuiltSite;
let cookie = "";

const get = (address: string, by = cookie) =>
  fetch(site.url + address, { headers: { cookie: by }, redirect: "manual" });
const post = (address: string, fields: Record<string, string>) =>
  fetch(site.url + address, {
    ...{ method: "POST", redirect: "manual", body: new URLSearchParams(fields) },
    headers: { origin: publicUrl, cookie },
  });
const page = async (address = path) => (await get(address)).text();
/** The hidden fields of the form that decides on a change. */
async function formOf(change: string): Promise<Record<string, string>> {
  const forms = (await page()).match(/<form[^>]*action="\/fr\/reprendre\/".*?<\/form>/gs) ?? [];
  const form = forms.find((one) => one.includes(`value="${change}"`)) ?? "";
  return Object.fromEntries(
    [...form.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name = "", value = ""]) => [
      name,
      value,
    ]),
  );
}
const decide = async (change: string, act: string, more: Record<string, string> = {}) =>
  post("/fr/reprendre/", { ...(await formOf(change)), act, ...more });

beforeAll(async () => {
  cms = await startCms({ environment: { PUBLIC_URL: publicUrl } });
  const sheet = {
    title: "Originale",
    summary: "Un café.",
    centres: ["escale"],
    licence: "CC-BY-SA-4.0",
    place: "Douai",
    preparationDays: 30,
  };
  const adapted = {
    ...sheet,
    title: "Adaptée",
    centres: ["phare"],
    derivedFrom: { document: "solution/originale", version: 1 },
  };
  const load = async (...entries: ReturnType<typeof entry>[]) =>
    expect((await cms.ask("/api/package/entries", { method: "POST", body: { entries } })).status).toBe(200);
  await load(...network, entry("solution", "originale", sheet));
  await load(
    entry("solution", "adaptee", {
      ...adapted,
      summary: "Un café <b>du soir</b>.",
      place: "Lens",
      preparationDays: 45,
      objectives: ["se retrouver"],
    }),
  );
  await load(entry("solution", "originale", { ...sheet, summary: "Un café à nous." }));
  await cms.run(async (strapi, word) => {
    const centre = await strapi.db.query("api::centre.centre").findOne({ where: { uid: "escale" } });
    const accounts: { create(given: object): Promise<object> } = strapi.documents("plugin::users-permissions.user");
    const email = "nadia@escale.test";
    const data = { username: email, email, password: word, name: "Nadia", provider: "local", confirmed: true };
    await accounts.create({ data: { ...data, centre: centre.documentId } });
  }, password);
  const dist = await buildSite("merge-pages");
  site = await startBuiltSite(dist, {
    ...{ CMS_URL: cms.url, DATA_DIR: join(cms.home.dataDir, "site"), ESSAIM_READ_TOKEN: cms.readToken },
    PUBLIC_URL: publicUrl,
  });
  const entered = await post("/fr/connexion/", { email: "nadia@escale.test", password });
  cookie = (entered.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
}, 300_000);
afterAll(async () => {
  await site?.stop();
  await cms?.stop();
});

test("the public page of an adaptation leads to taking its changes over, in words", async () => {
  const difference = await (await get("/fr/solutions/adaptee/origine/", "")).text();
  expect(difference).toContain(path.replace("&", "&amp;"));
  for (const words of ["Chez L’Escale", "Chez Le Phare", "Originale"]) expect(difference).toContain(words);
  expect(difference).not.toContain("Lens");
  expect((await get(path, "")).headers.get("location")).toMatch(/^\/fr\/connexion\/\?suite=/);
  const html = await page();
  for (const words of ["À décider", "Les deux fiches ont changé ce passage", "Un café à nous.", "se retrouver"])
    expect(html).toContain(words);
  expect(html).not.toContain("<b>du soir</b>");
});

test("a change is taken and taken back, another is left, a conflict is decided by writing, and what is refused keeps what was typed", async () => {
  const taken = await decide("preparationDays", "take");
  expect([taken.status, taken.headers.get("location")]).toEqual([303, expect.stringMatching(/fait=taken#c-\d+$/)]);
  expect(await page()).toContain("Pris dans le brouillon");
  expect((await decide("preparationDays", "undo")).headers.get("location")).toContain("fait=undone");
  expect((await decide("preparationDays", "leave")).headers.get("location")).toContain("fait=left");
  expect(await page()).toContain("Laissé de côté");
  const long = await decide("summary", "write", { text: "x".repeat(301) });
  expect(long.status).toBe(409);
  expect(await long.text()).toContain("xxxxxxxx");
  expect((await decide("summary", "write", { text: "Un café du soir, à nous." })).status).toBe(303);
  const write = await page("/fr/adapter/?id=solution%2Foriginale");
  expect(write).toContain("Un café du soir, à nous.");
  const review = await page("/fr/adapter/?id=solution%2Foriginale&etape=relire");
  for (const words of ["1 changement repris de Le Phare", "Reprend des idées de l’adaptation", "du soir"])
    expect(review.replaceAll("\u00a0", " ")).toContain(words);
});

test("sheets that are no family, of other centres, and forged addresses are refused in words", async () => {
  expect((await get("/fr/reprendre/")).status).toBe(404);
  const other = await get("/fr/reprendre/?de=solution%2Foriginale&dans=solution%2Fadaptee");
  expect([other.status, (await other.text()).includes("n’est pas de votre centre")]).toEqual([403, true]);
  expect(
    (
      await post("/fr/reprendre/", {
        de: "solution/adaptee",
        dans: "solution/originale",
        act: "take",
        change: "rien",
        base: "1",
        version: "1",
      })
    ).status,
  ).toBe(404);
});
