import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Cms, databases, type Json, startCms } from "./harness.ts";
import { accountsAtDesk, type MemberCalls, memberCalls, password } from "./member-calls.ts";
import { entry } from "./samples.ts";

describe.each(databases)("Invitations that wait, on %s", (database) => {
  let cms: Cms;
  let calls: MemberCalls;
  let [amina, other, zoe] = ["", "", ""];

  beforeAll(async () => {
    cms = await startCms({ database, environment: { PUBLIC_URL: "https://essaim.test" } });
    calls = memberCalls(cms);
    const entries = ["escale", "autre"].map((uid) =>
      entry("centre", uid, { name: `Centre ${uid}`, kind: "centre-social" }),
    );
    expect((await cms.ask("/api/package/entries", { method: "POST", body: { entries } })).status).toBe(200);
    amina = await calls.sessionOf("amina@escale.test");
    other = await calls.sessionOf("paul@autre.test", { centre: "autre", name: "Paul" });
    zoe = await calls.sessionOf("zoe@federation.test", { centre: null, federation: true, name: "Zoé" });
  }, 300_000);
  afterAll(() => cms?.stop());

  const invite = (email: string, by = amina, more: object = {}) =>
    calls.member("invitations", { email, locale: "fr", ...more }, by);
  const again = (id: string, by = amina) => calls.member("invitations/again", { id }, by);
  const cancel = (id: string, by = amina) => calls.member("invitations/cancel", { id }, by);
  const opens = async (link: string) => (await calls.member("invitation", { link })).status === 200;
  const listed = async (by = amina): Promise<Json[]> =>
    (await calls.member(by === zoe ? "invitations" : "colleagues", undefined, by)).body.invitations;
  const waiting = async (email: string, by = amina) => (await listed(by)).find((one) => one.email === email);

  test("are sent again with a new link, which ends the old one", async () => {
    await invite("bruno@escale.test");
    const first = await calls.newestLink("bruno@escale.test");
    const { id, ...said } = await waiting("bruno@escale.test");
    expect(said).toMatchObject({ name: null, centre: "Centre escale", isOver: false });
    expect(Date.parse(said.sentAt)).toBeGreaterThan(Date.now() - 60_000);
    expect((await calls.member("colleagues", undefined, amina)).body.colleagues).toEqual([]);
    await calls.age("essaim_account_links", 7);
    expect(await waiting("bruno@escale.test")).toMatchObject({ isOver: true });
    expect((await again(id)).status).toBe(204);
    await calls.newestLink("bruno@escale.test", 2);
    const second = calls.linksTo("bruno@escale.test").find((link) => link !== first) ?? "";
    expect(await waiting("bruno@escale.test")).toMatchObject({ isOver: false });
    expect((await again(id)).status).toBe(204);
    await calls.newestLink("bruno@escale.test", 3);
    const third = calls.linksTo("bruno@escale.test").find((link) => ![first, second].includes(link)) ?? "";
    expect([await opens(first), await opens(second), await opens(third)]).toEqual([false, false, true]);
    const accepted = await calls.member("invitation/accept", { link: third, name: "Bruno", password });
    expect(accepted.body.member).toMatchObject({ name: "Bruno", centre: { uid: "escale" } });
    expect(await waiting("bruno@escale.test")).toBeUndefined();
    expect([(await again(id)).status, (await cancel(id)).status]).toEqual([404, 404]);
    expect((await calls.signIn("bruno@escale.test")).status).toBe(200);
  });

  test("are taken back: the link opens nothing, the entry is gone, and the address can be invited again", async () => {
    await invite("erreur@escale.test");
    const first = await calls.newestLink("erreur@escale.test");
    const { id } = await waiting("erreur@escale.test");
    expect((await cancel(id)).status).toBe(204);
    expect([await opens(first), await waiting("erreur@escale.test")]).toEqual([false, undefined]);
    expect((await calls.member("invitation/accept", { link: first, name: "Tard", password })).status).toBe(410);
    expect((await cancel(id)).status).toBe(404);
    await invite("erreur@escale.test");
    await calls.newestLink("erreur@escale.test", 2);
    const second = calls.linksTo("erreur@escale.test").find((link) => link !== first) ?? "";
    expect(await opens(second)).toBe(true);
  });

  test("either are accepted or taken back, when both happen at once", async () => {
    const outcomes = await Promise.all(
      ["a", "b", "c", "d"].map(async (name) => {
        const email = `course-${name}@escale.test`;
        await invite(email);
        const link = await calls.newestLink(email);
        const { id } = await waiting(email);
        const [accepted, cancelled] = await Promise.all([
          calls.member("invitation/accept", { link, name, password }),
          cancel(id),
        ]);
        const signedIn = await calls.signIn(email);
        return [accepted.status, cancelled.status, signedIn.status];
      }),
    );
    for (const outcome of outcomes)
      expect([
        [200, 404, 200],
        [410, 204, 401],
      ]).toContainEqual(outcome);
  });

  test("are each centre's own, and all of them the federation's", async () => {
    await invite("ici@escale.test");
    await invite("la@autre.test", other);
    const here = await waiting("ici@escale.test");
    expect(await waiting("ici@escale.test", other)).toBeUndefined();
    for (const by of [other, ""]) {
      const status = by === "" ? 401 : 404;
      expect([(await again(here.id, by)).status, (await cancel(here.id, by)).status]).toEqual([status, status]);
    }
    expect((await calls.member("invitations", undefined, amina)).status).toBe(403);
    const all = (await listed(zoe)).map(({ email, centre }) => `${email}: ${centre}`);
    expect(all).toEqual(expect.arrayContaining(["ici@escale.test: Centre escale", "la@autre.test: Centre autre"]));
    expect((await again(here.id, zoe)).status).toBe(204);
    expect((await cancel(here.id, zoe)).status).toBe(204);
    // Whom the federation invites into its own team a centre neither sees nor takes back, although they act for it, too.
    const made = await calls.desk("POST", accountsAtDesk, { email: "equipe@escale.test", federation: true });
    const { documentId } = made.body.data;
    await calls.change(documentId, { centre: (await centreOf("escale")).documentId });
    expect(await waiting("equipe@escale.test")).toBeUndefined();
    expect((await cancel(documentId)).status).toBe(404);
    expect(await waiting("equipe@escale.test", zoe)).toMatchObject({ id: documentId });
  });
  const centreOf = (uid: string) =>
    cms.run(async (strapi, known) => strapi.db.query("api::centre.centre").findOne({ where: { uid: known } }), uid);

  test("give no dead link to an account that was closed, removed or taken out of its centre before it was opened", async () => {
    const documentOf = async (email: string) => (await waiting(email, zoe)).id;
    await invite("ferme@escale.test");
    await calls.newestLink("ferme@escale.test");
    const closed = `${accountsAtDesk}/${await documentOf("ferme@escale.test")}`;
    expect((await calls.desk("PUT", closed, { blocked: true })).status).toBe(200);
    expect((await invite("ferme@escale.test")).status).toBe(204);
    expect(await waiting("ferme@escale.test")).toBeUndefined();
    // What the federation closed a centre doesn't open again: nothing is sent.
    expect(calls.linksTo("ferme@escale.test")).toHaveLength(1);
    expect((await invite("ferme@escale.test", zoe, { centre: "escale" })).status).toBe(204);
    await calls.newestLink("ferme@escale.test", 2);
    expect(await Promise.all(calls.linksTo("ferme@escale.test").map(opens))).toContain(true);

    await invite("retire@escale.test");
    await calls.newestLink("retire@escale.test");
    const removed = `${accountsAtDesk}/${await documentOf("retire@escale.test")}`;
    expect((await calls.desk("DELETE", removed)).status).toBe(200);
    await invite("retire@escale.test");
    await calls.newestLink("retire@escale.test", 2);
    expect(await Promise.all(calls.linksTo("retire@escale.test").map(opens))).toContain(true);

    await invite("sorti@escale.test");
    await calls.newestLink("sorti@escale.test");
    const left = `${accountsAtDesk}/${await documentOf("sorti@escale.test")}`;
    expect((await calls.desk("PUT", left, { centre: { set: [] } })).status).toBe(200);
    await invite("sorti@escale.test", other);
    await calls.newestLink("sorti@escale.test", 2);
    expect(await waiting("sorti@escale.test", other)).toMatchObject({ centre: "Centre autre" });
  });

  test("go out twenty a day at most from one member, those sent again counted", async () => {
    const mail = await calls.account("prolixe@escale.test").then(() => calls.signIn("prolixe@escale.test"));
    const { session } = mail.body;
    await invite("souvent@escale.test", session);
    const { id } = await waiting("souvent@escale.test", session);
    const statuses = await Promise.all(Array.from({ length: 22 }, () => again(id, session)));
    expect(statuses.filter(({ status }) => status === 429)).toHaveLength(3);
    expect((await invite("encore@escale.test", session)).status).toBe(429);
  });
});
