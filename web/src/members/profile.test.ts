import { afterAll, beforeAll, expect, test } from "vitest";
import { cookieOf, type MemberSite, password, startMemberSite } from "../testing/member-site.ts";

let site: MemberSite;
let cookie = "";
beforeAll(async () => {
  site = await startMemberSite("profile");
  await site.cms.run(async (strapi) => {
    const data: object = { labels: { fr: "Tableur" } };
    await strapi.documents("api::tool.tool").create({ data });
  });
  cookie = cookieOf(await site.signIn());
}, 300_000);
afterAll(() => site?.stop());

const page = async () => (await site.get("/fr/mon-profil/", cookie)).text();
const revisionIn = (html: string) => /name="revision" value="([^"]*)"/.exec(html)?.[1] ?? "";
const save = (fields: Record<string, string>) => site.post("/fr/mon-profil/", { act: "save", ...fields }, { cookie });

test("a member says what the network reads of them, and finds it again", async () => {
  expect((await site.get("/fr/mon-profil/")).headers.get("location")).toContain("/fr/connexion/");
  const first = await page();
  expect(first).toContain('value="Amina <b>B.</b>"');
  const said = {
    name: "Amina B.",
    role: "animatrice",
    skills: "Réparer\r\n\r\n Écouter ",
    tools: "tableur",
    listed: "on",
  };
  const saved = await save({ ...said, revision: revisionIn(first) });
  expect([saved.status, (await saved.text()).includes("C’est enregistré")]).toEqual([200, true]);
  const again = await page();
  expect(again).toMatch(/<textarea[^>]*name="skills"[^>]*>Réparer\nÉcouter<\/textarea>/);
  expect(again).toMatch(/<input type="checkbox" name="tools" value="tableur" checked/);
  expect(again).toMatch(/<input type="checkbox" name="listed" value="on" checked/);
  await expect.poll(async () => (await site.get("/fr/reseau/")).text(), { timeout: 15_000 }).toContain("Écouter");
});

test("an old window is told, keeps what was typed in it, and a field that can't stay says so", async () => {
  const old = revisionIn(await page());
  expect((await save({ name: "Amina B.", skills: "Une", revision: old })).status).toBe(200);
  const second = await save({ name: "Amina B.", skills: "Deux", revision: old });
  const html = await second.text();
  expect([second.status, html.includes(">Deux</textarea>")]).toEqual([409, true]);
  expect((await save({ name: "Amina B.", skills: "Deux", revision: revisionIn(html) })).status).toBe(200);
  const wrong = await save({ name: " ", offers: "Une visite", revision: "" });
  const shown = await wrong.text();
  expect([wrong.status, shown.includes("Écrivez votre nom")]).toEqual([400, true]);
  expect(shown).toContain(">Une visite</textarea>");
});

test("a member takes their data and leaves with their password", async () => {
  const data = await site.get("/fr/mon-profil/?donnees=1", cookie);
  expect(data.headers.get("content-disposition")).toContain("attachment");
  expect(await data.json()).toMatchObject({ account: { email: "amina@escale.test" }, person: { name: "Amina B." } });
  const leave = (word: string) => site.post("/fr/mon-profil/", { act: "leave", password: word }, { cookie });
  const wrong = await leave("pas-celui-la");
  expect([wrong.status, (await wrong.text()).includes("pas votre mot de passe")]).toEqual([403, true]);
  const left = await leave(password);
  expect(await left.text()).toContain("Votre compte est supprimé");
  expect(left.headers.get("set-cookie")).toMatch(/^essaim_session=; Path=\/; Max-Age=0/);
  expect((await site.signIn()).status).toBe(401);
  await expect.poll(async () => (await site.get("/fr/reseau/")).text(), { timeout: 15_000 }).not.toContain("Amina");
});
