import { afterAll, beforeAll, expect, test } from "vitest";
import { cookieOf, type MemberSite, password, startMemberSite } from "../testing/member-site.ts";

let site: MemberSite;
let cookie = "";
beforeAll(async () => {
  site = await startMemberSite("questions");
  cookie = cookieOf(await site.signIn());
}, 300_000);
afterAll(() => site?.stop());

const asked = { fiche: "centre/l-escale", text: "Peut-on\r\nvisiter ?", name: "Inès", email: "ines@dehors.test" };
const ask = (more: Record<string, string> = {}, headers: Record<string, string> = {}) =>
  site.post("/fr/question/", { ...asked, ...more }, headers);

test("anybody asks a centre, its member answers from the message, and the asker gets the answer by e-mail", async () => {
  for (const path of ["/fr/question/", "/en/question/", "/nl/vraag/"]) {
    const html = await (await site.get(`${path}?fiche=centre/l-escale`)).text();
    expect(html, path).toContain("L’Escale");
    for (const name of ["fiche", "text", "name", "email"]) expect(html, path).toContain(`name="${name}"`);
  }
  expect(await (await ask()).text()).toContain("Votre question est partie");
  const { pathname, search, searchParams } = await site.newestLink("amina@escale.test");
  const page = await (await site.get(pathname + search)).text();
  expect(page).toContain("Peut-on\nvisiter");
  expect(page).not.toContain("ines@");
  const answered = await site.post(pathname, { lien: searchParams.get("lien") ?? "", text: "<b>Oui</b>, le jeudi." });
  expect(await answered.text()).toContain("&lt;b&gt;Oui&lt;/b&gt;");
  const message = await site.newestMessage("ines@dehors.test");
  expect(message).toContain("> <b>Oui</b>, le jeudi.");
  expect(message).not.toContain("amina@");
  const again = await site.post(pathname, { lien: searchParams.get("lien") ?? "", text: "Encore" });
  expect([again.status, (await again.text()).includes("Quelqu’un vient de répondre")]).toEqual([409, true]);
});

test("a member asks by their name alone, and finds in their centre what waits for an answer", async () => {
  await site.cms.run(async (strapi, word) => {
    const accounts: { create(given: object): Promise<object> } = strapi.documents("plugin::users-permissions.user");
    await accounts.create({ data: { email: "bob@ailleurs.test", password: word, name: "Bob", confirmed: true } });
  }, password);
  const bob = cookieOf(await site.signIn(password, {}, "bob@ailleurs.test"));
  const form = await (await site.get("/fr/question/?fiche=centre/l-escale", bob)).text();
  expect(form).not.toContain('name="email"');
  await site.post("/fr/question/", { fiche: asked.fiche, text: "Entre nous ?" }, { cookie: bob });
  const centre = await (await site.get("/fr/mon-centre/", cookie)).text();
  const path = /href="(\/fr\/question\/\?id=[^"]+)"/.exec(centre)?.[1] ?? "";
  const page = await (await site.get(path, cookie)).text();
  expect(page).toContain("Entre nous");
  expect((await site.get(path)).headers.get("location")).toContain("/fr/connexion/");
  const id = new URLSearchParams(path.split("?")[1]).get("id") ?? "";
  const empty = await site.post("/fr/question/", { id, text: " " }, { cookie });
  expect([empty.status, (await empty.text()).includes("Écrivez quelques mots")]).toEqual([400, true]);
  expect(await (await site.post("/fr/question/", { id, text: "Oui." }, { cookie })).text()).toContain("est partie");
  const after = await (await site.get("/fr/mon-centre/", cookie)).text();
  expect(after).toContain("questions répondues");
});

test("what can't be sent is told beside its field and kept; what isn't published can't be asked about", async () => {
  const wrong = await ask({ email: "non", text: "<i>Gardée</i>" });
  const html = await wrong.text();
  expect([wrong.status, html.includes('id="field-email-error"')]).toEqual([400, true]);
  expect(html).toContain("&lt;i&gt;Gardée&lt;/i&gt;</textarea>");
  for (const fiche of ["centre/nulle-part", "theme/x", "../x", ""])
    expect((await ask({ fiche })).status, fiche).toBe(404);
  expect((await site.get(`/fr/question/?lien=${"A".repeat(43)}`)).status).toBe(410);
  expect(await (await ask({ nickname: "robot", email: "robot@x.test" })).text()).toContain("Votre question est partie");
});

test("who asked as a member finds the way back, the answer, and where to reply", async () => {
  const entries = [
    {
      type: "centre",
      uid: "phare",
      locale: "fr",
      sourceLocale: "fr",
      status: "published",
      files: {},
      data: { name: "Le Phare", kind: "centre-social" },
    },
  ];
  expect((await site.cms.ask("/api/package/entries", { method: "POST", body: { entries } })).status).toBe(200);
  expect((await site.get("/fr/question/?fiche=centre/l-escale", cookie)).status).toBe(409);
  const form = await (await site.get("/fr/question/?fiche=centre/phare", cookie)).text();
  expect(form).toContain("À Le Phare. La fédération transmet.");
  const sent = await (await site.post("/fr/question/", { fiche: "centre/phare", text: "Quand ?" }, { cookie })).text();
  expect(sent).toMatch(/href="\/fr\/centres\/phare\/".*href="\/fr\/mon-centre\/#mes-questions"/s);
  await site.cms.run((strapi) =>
    strapi.db.query("api::question.question").updateMany({
      where: { about: "centre/phare" },
      data: { answer: "Le jeudi.", answeredBy: "Samir", answeredAt: new Date() },
    }),
  );
  const own = await (await site.get("/fr/mon-centre/", cookie)).text();
  const id = /id="mes-questions".*?\?id=(\w+)/s.exec(own)?.[1] ?? "";
  const thread = await (await site.get(`/fr/question/?id=${id}`, cookie)).text();
  expect(thread).toMatch(/Quand \?.*Le jeudi\..*name="suite"/s);
  const reply = { fiche: "centre/phare", suite: id, text: "Et l’été ?" };
  expect(await (await site.post("/fr/question/", reply, { cookie })).text()).toContain("Votre question est partie");
  const newest = await (await site.get("/fr/mon-centre/", cookie)).text();
  const next = /id="mes-questions".*?\?id=(\w+)/s.exec(newest)?.[1] ?? "";
  expect(await (await site.get(`/fr/question/?id=${next}`, cookie)).text()).toMatch(/Le jeudi\..*Et l’été/s);
});
