import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { administrator, type Cms, databases, startCms } from "./harness.ts";
import { accountsAtDesk, type MemberCalls, memberCalls, password } from "./member-calls.ts";
import { entry } from "./samples.ts";

const requests = "api::join-request.join-request";

describe.each(databases)("Centres that ask to join, on %s", (database) => {
  let cms: Cms;
  let calls: MemberCalls;
  beforeAll(async () => {
    cms = await startCms({ database, environment: { PUBLIC_URL: "https://essaim.test" } });
    calls = memberCalls(cms);
    const entries = [entry("centre", "escale", { name: "L’Escale", kind: "centre-social" })];
    expect((await cms.ask("/api/package/entries", { method: "POST", body: { entries } })).status).toBe(200);
  });
  afterAll(() => cms?.stop());

  const form = (email: string, more: object = {}) => ({
    centreName: "Centre social du Port",
    kind: "centre-social",
    city: "Dunkerque",
    postcode: "59140",
    website: "",
    name: "Inès P.",
    email,
    why: "Nous préparons un repair café.",
    locale: "fr",
    origin: calls.newOrigin(),
    ...more,
  });
  const ask = async (email: string, more: object = {}) => (await calls.member("join", form(email, more))).status;
  const kept = async (email: string) => {
    const { body } = await calls.desk("GET", `${requests}?filters[email][$eq]=${encodeURIComponent(email)}`);
    return body.results;
  };
  const decide = (documentId: string, data: object) => calls.desk("PUT", `${requests}/${documentId}`, data);
  const centres = async () => (await cms.ask("/api/published/centre", { token: cms.readToken })).body.items;
  const feed = async () => (await cms.ask("/api/changes?after=0", { token: cms.readToken })).body.changes.length;

  test("a request waits at the desk, its asker and the federation are told, and nothing is published", async () => {
    const before = await feed();
    expect(await ask(" Ines@port.test", { locale: "nl" })).toBe(204);
    expect(await kept("ines@port.test")).toMatchObject([{ state: "waiting", centreName: "Centre social du Port" }]);
    await expect.poll(() => calls.messagesTo("ines@port.test")).toEqual([expect.stringMatching(/Uw aanvraag/)]);
    await expect.poll(() => calls.messagesTo(administrator.email).join("")).toContain("Demandes pour rejoindre");
    expect(await feed()).toBe(before);
  });

  test("who asks twice at once is answered alike and kept once", async () => {
    const answers = await Promise.all([ask("deux@port.test"), ask("deux@port.test")]);
    expect([...answers, await ask("deux@port.test")]).toEqual([204, 204, 204]);
    expect(await kept("deux@port.test")).toHaveLength(1);
    await expect.poll(() => calls.messagesTo("deux@port.test")).toHaveLength(1);
  });

  test("an accepted request becomes a published centre and an invitation, once", async () => {
    await ask("lea@port.test", { centreName: "Le Phare", website: "https://phare.test/" });
    const [{ documentId }] = await kept("lea@port.test");
    const both = await Promise.all([1, 2].map(() => decide(documentId, { state: "accepted" })));
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    const made = (await centres()).filter(({ data }: { data: { name: string } }) => data.name === "Le Phare");
    expect(made).toMatchObject([{ data: { city: "Dunkerque", website: "https://phare.test/" } }]);
    const link = await calls.newestLink("lea@port.test");
    const opened = await calls.member("invitation/accept", { link, name: "Léa", password });
    expect(opened.body.member.centre).toEqual({ uid: made[0].uid, name: "Le Phare" });
    const back = await decide(documentId, { state: "declined" });
    expect([back.status, back.body.error.message]).toEqual([400, expect.stringMatching(/déjà été acceptée/)]);
  });

  test("a centre that is in the network already gets the account, and no twin", async () => {
    await ask("sam@escale.test");
    const [{ documentId }] = await kept("sam@escale.test");
    const before = (await centres()).length;
    const known = await cms.run(async (strapi) => {
      const row = await strapi.db.query("api::centre.centre").findOne({ where: { uid: "escale" } });
      return String(row.documentId);
    });
    const connect = { centre: { connect: [{ documentId: known }] } };
    expect((await decide(documentId, { ...connect, state: "accepted" })).status).toBe(200);
    const link = await calls.newestLink("sam@escale.test");
    expect((await calls.member("invitation", { link })).body.centre).toBe("L’Escale");
    expect((await centres()).length).toBe(before);
  });

  test("the federation's member reads what waits on the site and decides as the desk does; nobody else may", async () => {
    const zoe = await calls.sessionOf("zoe@federation.test", { federation: true, centre: null, name: "Zoé" });
    const bea = await calls.sessionOf("bea@escale.test");
    await ask("tim@tisserands.test", { centreName: "Les Tisserands", website: "tisserands.test", locale: "fr" });
    await ask("kim@escale.test", { centreName: "Escale" });
    await expect.poll(() => calls.messagesTo("zoe@federation.test").join("")).toContain("/fr/diffusion/#demandes");
    const waiting = async (session = zoe) => (await calls.member("joins", undefined, session)).body.requests;
    const idOf = async (name: string) =>
      (await waiting()).find(({ centreName }: { centreName: string }) => centreName === name)?.id;
    expect(await waiting(bea)).toBeUndefined();
    expect((await calls.member("joins", undefined, bea)).status).toBe(403);
    const decided = (id: string, more: object, session = zoe) =>
      calls.member("joins/decide", { id, state: "accepted", centre: "", answer: "", ...more }, session);
    const [tim, kim] = [await idOf("Les Tisserands"), await idOf("Escale")];
    expect((await decided(tim, {}, bea)).status).toBe(403);
    expect((await decided("aucune", {})).status).toBe(404);
    expect((await decided(kim, { centre: "nulle-part" })).status).toBe(404);
    expect((await decided(tim, {})).status).toBe(204);
    const again = await decided(tim, { state: "declined" });
    expect([again.status, again.body.error.code]).toEqual([409, "decided-already"]);
    await expect
      .poll(() => calls.messagesTo("tim@tisserands.test").join(""))
      .toContain("Votre demande est acceptée. Vous agirez pour le centre «\u00a0Les Tisserands\u00a0»");
    const [link = ""] = calls.linksTo("tim@tisserands.test");
    expect((await calls.member("invitation", { link })).body).toEqual({
      ...{ email: "tim@tisserands.test", name: "Inès P.", centre: "Les Tisserands" },
    });
    const [made] = (await centres()).filter(({ data }: { data: { name: string } }) => data.name === "Les Tisserands");
    expect(made.data.website).toBe("https://tisserands.test");
    expect((await decided(kim, { centre: "escale" })).status).toBe(204);
    await calls.newestLink("kim@escale.test");
    await ask("bea@escale.test", { centreName: "Prise" });
    const taken = await decided(await idOf("Prise"), {});
    expect([taken.status, taken.body.error.code]).toEqual([409, "address-taken"]);
    expect((await decided(await idOf("Prise"), { state: "declined", answer: "Déjà là." })).status).toBe(204);
    await expect.poll(() => calls.messagesTo("bea@escale.test").join("")).toContain("Déjà là.");
  });

  test("the federation invites into any centre, others into their own alone", async () => {
    await calls.account("max@federation.test", { federation: true, centre: null, name: "Max" });
    await calls.account("rose@escale.test");
    const invite = async (from: string, email: string, centre: string) => {
      const { session } = (await calls.signIn(from)).body;
      return (await calls.member("invitations", { email, locale: "fr", centre }, session)).status;
    };
    expect(await invite("max@federation.test", "neuve@escale.test", "escale")).toBe(204);
    const link = await calls.newestLink("neuve@escale.test");
    expect((await calls.member("invitation", { link })).body.centre).toBe("L’Escale");
    expect(await invite("max@federation.test", "nulle@escale.test", "nulle-part")).toBe(404);
    const [other] = (await centres()).filter(({ uid }: { uid: string }) => uid !== "escale");
    expect(await invite("rose@escale.test", "autre@escale.test", other.uid)).toBe(403);
    expect(await invite("rose@escale.test", "mienne@escale.test", "escale")).toBe(204);
  });

  test("a declined asker is told why, in their language, and may ask again", async () => {
    await ask("non@port.test", { locale: "en" });
    const [{ documentId }] = await kept("non@port.test");
    await decide(documentId, { state: "declined", answer: "Please write to your own federation." });
    await expect.poll(() => calls.messagesTo("non@port.test")).toHaveLength(2);
    const told = calls.messagesTo("non@port.test").join("");
    expect(told).toContain("Please write to your own federation.");
    expect((await calls.desk("GET", `${accountsAtDesk}?filters[email][$eq]=non@port.test`)).body.results).toEqual([]);
    expect(await ask("non@port.test")).toBe(204);
    expect(await kept("non@port.test")).toHaveLength(2);
  });

  test("an acceptance that can't be done changes nothing, and says why", async () => {
    await calls.account("prise@escale.test");
    await ask("prise@escale.test", { centreName: "Jamais créé" });
    const [{ documentId }] = await kept("prise@escale.test");
    const { status, body } = await decide(documentId, { state: "accepted" });
    expect([status, body.error.message]).toEqual([400, expect.stringMatching(/déjà un compte/)]);
    expect(await kept("prise@escale.test")).toMatchObject([{ state: "waiting" }]);
    expect(JSON.stringify(await centres())).not.toContain("Jamais créé");
  });

  test("what doesn't fit is refused by its field, and floods are stopped", async () => {
    for (const [field, value] of Object.entries({
      centreName: " ",
      kind: "autre chose",
      city: "x".repeat(121),
      website: "javascript:alert(1)",
      email: "pas une adresse",
      why: "x".repeat(3001),
      role: "administration",
    })) {
      const { status, body } = await calls.member("join", form("refus@port.test", { [field]: value }));
      expect([status, body.error.field]).toEqual([400, field]);
    }
    expect(await kept("refus@port.test")).toEqual([]);
    const statuses: number[] = [];
    for (let number = 0; number < 7; number += 1)
      statuses.push(await ask(`flot-${number}@port.test`, { origin: "198.51.100.7" }));
    expect(statuses).toEqual([204, 204, 204, 204, 204, 429, 429]);
    expect((await cms.ask("/api/member/join", { method: "POST", token: null, body: form("x@y.test") })).status).toBe(
      401,
    );
  });
});
