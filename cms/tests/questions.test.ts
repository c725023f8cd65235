import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { administrator, type Cms, databases, startCms } from "./harness.ts";
import { type MemberCalls, memberCalls, password } from "./member-calls.ts";
import { entry, network, sheet } from "./samples.ts";

describe.each(databases)("Questions, on %s", (database) => {
  let cms: Cms;
  let calls: MemberCalls;
  beforeAll(async () => {
    cms = await startCms({ database, environment: { PUBLIC_URL: "https://essaim.test" } });
    calls = memberCalls(cms);
    const entries = [
      ...network,
      entry("person", "samir", { name: "Samir", centre: "phare", listed: true, contactOptIn: true }),
      entry("person", "lea", { name: "Léa", centre: "phare", listed: true, contactOptIn: true }),
      entry("person", "muette", { name: "Muette", centre: "phare", listed: true }),
      entry("solution", "ateliers", sheet),
      entry("solution", "sans-personne", { title: "Sans personne", summary: "Rien." }),
      entry("solution", "cachee", { title: "Cachée", summary: "Rien." }, { status: "draft" }),
    ];
    expect((await cms.ask("/api/package/entries", { method: "POST", body: { entries } })).status).toBe(200);
  });
  afterAll(() => cms?.stop());

  const ask = (email: string, more: object = {}, session = "") =>
    calls.member(
      "questions",
      {
        ...{ of: "solution/ateliers", text: "Combien de temps ?", locale: "fr", origin: calls.newOrigin() },
        ...(session === "" && { name: "Inès", email }),
        ...more,
      },
      session,
    );
  const askable = async (of: string) => (await calls.member(`askable?of=${of}&locale=fr`)).body;
  const personOf = (uid: string) =>
    cms.run(async (strapi, known) => {
      const row = await strapi.db.query("api::person.person").findOne({ where: { uid: known } });
      return String(row.documentId);
    }, uid);

  test("a page learns who is asked, and nothing of who isn't to be", async () => {
    expect(await askable("solution/ateliers")).toMatchObject({
      ...{ title: "Des ateliers pour tous", slug: "ateliers", person: "Nadia Exemple", through: "federation" },
    });
    expect(await askable("solution/sans-personne")).toMatchObject({
      person: null,
      centre: null,
      through: "federation",
    });
    expect(await askable("person/samir")).toMatchObject({ title: "Samir", person: "Samir", centre: "Le Phare" });
    expect(await askable("centre/phare")).toMatchObject({ title: "Le Phare", slug: "phare", through: "federation" });
    for (const of of ["person/muette", "person/nadia", "solution/cachee", "solution/absente", "theme/accueil"])
      expect((await calls.member(`askable?of=${of}&locale=fr`)).status, of).toBe(404);
  });

  test("a question goes to the sheet's contact, the answer back, and neither learns the other's address", async () => {
    await calls.account("nadia@escale.test", { name: "Nadia E.", person: await personOf("nadia"), language: "nl" });
    expect(await askable("solution/ateliers")).toMatchObject({ person: "Nadia Exemple", through: "person" });
    expect((await ask("ines@dehors.test", { text: "Combien\r\nde temps ?" })).status).toBe(204);
    const link = await calls.newestLink("nadia@escale.test");
    const [message = ""] = calls.messagesTo("nadia@escale.test");
    expect(message).toContain("> Combien\n> de temps ?");
    expect(message).toContain("/nl/vraag/?lien=");
    expect(message).not.toContain("ines@");
    const { body } = await calls.member("question", { link });
    expect(body.question).toMatchObject({ name: "Inès", title: "Des ateliers pour tous", answer: null });
    expect(JSON.stringify(body)).not.toContain("@");
    const answers = await Promise.all(
      ["Trois mois.", "Six mois."].map((text) => calls.member("question/answer", { link, text })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    await expect.poll(() => calls.messagesTo("ines@dehors.test")).toHaveLength(1);
    const [answer = ""] = calls.messagesTo("ines@dehors.test");
    expect(answer).toMatch(/Nadia Exemple vous répond[\s\S]*> (Trois|Six) mois\.[\s\S]*> Combien/);
    expect(answer).not.toContain("nadia@");
    expect((await calls.member("question/answer", { link: "A".repeat(43), text: "x" })).status).toBe(410);
  });

  test("without a person to write to, the centre's members are asked, then the federation; each sees what waits", async () => {
    const zoe = await calls.sessionOf("zoe@federation.test", { federation: true, centre: null, name: "Zoé" });
    const colleague = await calls.sessionOf("bea@escale.test", { name: "Béa" });
    const stranger = await calls.sessionOf("autre@ailleurs.test", { centre: null });
    await ask("", { of: "centre/escale", text: "Peut-on visiter ?" }, stranger);
    await calls.newestLink("bea@escale.test");
    await ask("paul@dehors.test", { of: "solution/sans-personne", text: "Qui sait ?" });
    await calls.newestLink("zoe@federation.test");
    expect(calls.messagesTo(administrator.email)).toEqual([]);
    const questions = async (session: string) =>
      (await calls.member("questions", undefined, session)).body.questions.map(({ text }: { text: string }) => text);
    expect(await questions(colleague)).toContain("Peut-on visiter ?");
    expect(await questions(colleague)).not.toContain("Qui sait ?");
    expect(await questions(zoe)).toEqual(expect.arrayContaining(["Peut-on visiter ?", "Qui sait ?"]));
    expect(await questions(stranger)).toEqual([]);
    const { body } = await calls.member("questions", undefined, colleague);
    const { id } = body.questions.find(({ text }: { text: string }) => text === "Peut-on visiter ?");
    const by = (session: string) => calls.member("question/answer", { id, text: "Oui, le jeudi." }, session);
    expect([(await by(stranger)).status, (await by("")).status]).toEqual([404, 401]);
    expect((await by(colleague)).body.question).toMatchObject({ answer: "Oui, le jeudi.", answeredBy: "Béa" });
    await expect.poll(() => calls.messagesTo("autre@ailleurs.test").join("")).toContain("Béa vous répond");
    expect(await questions(zoe)).not.toContain("Peut-on visiter ?");
  });

  test("a member asks in their centre's name, finds question and answer again, and carries on in the same thread", async () => {
    await calls.account("fede@federation.test", { federation: true, centre: null });
    const lucie = await calls.sessionOf("lucie@escale.test", { name: "Lucie Bracq" });
    expect((await ask("", { of: "centre/escale" }, lucie)).body.error.code).toBe("own-centre");
    await ask("", { of: "person/samir", text: "Combien de places ?" }, lucie);
    await expect
      .poll(() => calls.messagesTo("fede@federation.test").join(""))
      .toMatch(/Samir \(Le Phare\) n’a pas de compte.*attend chez vous[\s\S]*Lucie Bracq \(L’Escale.*\) vous demande/);
    const samir = await calls.sessionOf("samir@phare.test", {
      name: "Samir",
      centre: null,
      person: await personOf("samir"),
    });
    const listed = async (session: string) => (await calls.member("questions", undefined, session)).body;
    const [first] = (await listed(samir)).questions;
    expect(first).toMatchObject({
      text: "Combien de places ?",
      name: expect.stringMatching(/^Lucie Bracq \(L’Escale/),
    });
    await calls.member("question/answer", { id: first.id, text: "Douze." }, samir);
    expect((await listed(lucie)).asked).toMatchObject([{ id: first.id, answer: "Douze." }]);
    expect((await listed(lucie)).questions.map(({ id }: { id: string }) => id)).not.toContain(first.id);
    const next = { of: "person/samir", after: first.id, text: "Et l’hiver ?" };
    expect((await ask("", next, samir)).status).toBe(404);
    expect((await ask("", { ...next, of: "centre/phare" }, lucie)).status).toBe(404);
    expect((await ask("", next, lucie)).status).toBe(204);
    const link = await calls.newestLink("samir@phare.test");
    const { body } = await calls.member("question", { link });
    expect(body).toMatchObject({
      ...{ question: { text: "Et l’hiver ?", thread: first.id }, before: [{ id: first.id, answer: "Douze." }] },
    });
  });

  test("what somebody asks without an account is nobody's in the portal, whose address they gave, and takes nothing from them", async () => {
    const account = await calls.account("visee@escale.test", { name: "Visée" });
    const session = String((await calls.signIn("visee@escale.test")).body.session);
    const own = async () => (await calls.member("questions", undefined, session)).body.asked;
    const texts = (list: { text: string }[]) => list.map(({ text }) => text);
    for (let time = 0; time < 10; time += 1)
      expect((await ask("visee@escale.test", { text: "Pas d’elle." })).status).toBe(204);
    expect((await ask("visee@escale.test", { text: "Pas d’elle." })).status).toBe(429);
    expect(await own()).toEqual([]);
    const data = async () => (await calls.member("data", undefined, session)).body;
    expect(texts((await data()).questionsWithoutAccount)).toContain("Pas d’elle.");
    const stranger = await cms.run(async (strapi) => {
      const [row] = await strapi.db.query("api::question.question").findMany({ where: { text: "Pas d’elle." } });
      return String(row.documentId);
    });
    expect((await ask("", { after: stranger, text: "Et ?" }, session)).status).toBe(404);
    expect((await ask("visee@escale.test", { after: stranger, text: "Et ?" })).status).toBe(404);
    expect((await ask("", { text: "D’elle." }, session)).status).toBe(204);
    expect(texts(await own())).toEqual(["D’elle."]);
    expect(texts((await data()).questions)).toEqual(["D’elle."]);
    // They are the account's, whatever its address becomes.
    await calls.change(account, { email: "ailleurs@escale.test" });
    const anew = String((await calls.signIn("ailleurs@escale.test")).body.session);
    expect(texts((await calls.member("questions", undefined, anew)).body.asked)).toEqual(["D’elle."]);
    expect((await calls.member("leave", { password }, anew)).status).toBe(204);
    const left = await cms.run(async (strapi) =>
      strapi.db.query("api::question.question").count({ where: { text: "D’elle." } }),
    );
    expect(left).toBe(0);
  });

  test("what people and sheets are called adds no line to a message, and no header", async () => {
    const more = "\r\nBcc: tous@dehors.test";
    const [asker, asked] = [
      await calls.sessionOf("longue@ailleurs.test", { centre: null, name: `Inès${more}` }),
      await calls.sessionOf("lea@phare.test", { centre: null, name: `Léa${more}`, person: await personOf("lea") }),
    ];
    await ask("", { of: "person/lea", text: "Qui vient ?" }, asker);
    await calls.newestLink("lea@phare.test");
    const [{ id }] = (await calls.member("questions", undefined, asked)).body.questions;
    await cms.run(
      async (strapi, [documentId, title]) => {
        await strapi.db.query("api::question.question").update({ where: { documentId }, data: { title } });
      },
      [id, `Léa${more}`] as const,
    );
    expect((await calls.member("question/answer", { id, text: "Tout le monde." }, asked)).status).toBe(200);
    await expect.poll(() => calls.messagesTo("longue@ailleurs.test")).toHaveLength(1);
    const [question = "", answer = ""] = ["lea@phare.test", "longue@ailleurs.test"].flatMap(calls.messagesTo);
    expect(question).toMatch(/^Inès Bcc: tous@dehors\.test vous demande/m);
    expect(answer).toMatch(/^Objet : .*Léa Bcc: tous@dehors\.test/m);
    expect(answer).toMatch(/^Léa Bcc: tous@dehors\.test vous répond/m);
    for (const message of [question, answer]) expect(message).not.toMatch(/^Bcc:/m);
  });

  test("whoever is stopped already uses up nobody else's questions", async () => {
    const origin = calls.newOrigin();
    for (let time = 0; time < 20; time += 1)
      expect((await ask(`nuee-${time}@dehors.test`, { origin })).status).toBe(204);
    for (let time = 0; time < 12; time += 1) expect((await ask("voisine@dehors.test", { origin })).status).toBe(429);
    expect((await ask("voisine@dehors.test")).status).toBe(204);
  });

  test("what doesn't fit is refused by its field, floods are stopped, and nothing is published", async () => {
    for (const [field, value] of Object.entries({ text: "x".repeat(3001), name: "", email: "non", of: "rien", a: 1 }))
      expect((await ask("ines@dehors.test", { [field]: value })).body.error.field, field).toBe(field);
    expect((await ask("ines@dehors.test", { of: "solution/cachee" })).status).toBe(404);
    const statuses = await Promise.all(Array.from({ length: 12 }, () => ask("flot@dehors.test")));
    expect(statuses.filter(({ status }) => status === 429)).toHaveLength(2);
    const { body } = await cms.ask("/api/changes?after=0&limit=500", { token: cms.readToken });
    expect(JSON.stringify(body)).not.toContain("question");
  });
});
