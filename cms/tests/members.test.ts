import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Cms, databases, startCms } from "./harness.ts";
import { accountsAtDesk, type MemberCalls, memberCalls, password } from "./member-calls.ts";
import { entry } from "./samples.ts";

describe.each(databases)("Members, on %s", (database) => {
  let cms: Cms;
  let calls: MemberCalls;

  beforeAll(async () => {
    cms = await startCms({ database, environment: { PUBLIC_URL: "https://essaim.test" } });
    calls = memberCalls(cms);
    const entries = ["escale", "autre"].map((uid) =>
      entry("centre", uid, { name: `Centre ${uid}`, kind: "centre-social" }),
    );
    expect((await cms.ask("/api/package/entries", { method: "POST", body: { entries } })).status).toBe(200);
  });
  afterAll(() => cms?.stop());
  const documentOf = (uid: string) =>
    cms.run(async (strapi, known) => {
      const { documentId } = await strapi.db.query("api::centre.centre").findOne({ where: { uid: known } });
      return String(documentId);
    }, uid);

  test("sign in, are known, and sign out, here and everywhere", async () => {
    const { account, member, signIn } = calls;
    await account("amina@escale.test");
    const { status, body } = await signIn(" Amina@Escale.test");
    const amina = {
      name: "Amina B.",
      email: "amina@escale.test",
      centre: { uid: "escale", name: "Centre escale" },
      federation: false,
    };
    expect([status, body.member]).toEqual([200, amina]);
    expect((await member("me", undefined, body.session)).body).toEqual({ member: amina, unread: 0 });
    const kept = await cms.run(async (strapi) => JSON.stringify(await strapi.db.connection("essaim_sessions")));
    expect(kept).not.toContain(body.session);
    const second = (await signIn("amina@escale.test")).body.session;
    expect((await member("sign-out", {}, body.session)).status).toBe(204);
    expect((await member("me", undefined, body.session)).status).toBe(401);
    const third = (await signIn("amina@escale.test")).body.session;
    expect((await member("sign-out-everywhere", {}, third)).status).toBe(204);
    for (const session of [second, third]) expect((await member("me", undefined, session)).status).toBe(401);
  });

  test("get one answer whether the account is unknown, closed, not yet accepted, or the password is wrong", async () => {
    const { account, signIn } = calls;
    await account("ferme@escale.test", { blocked: true });
    await account("invite@escale.test", { confirmed: false });
    await account("ouvert@escale.test");
    const answers = await Promise.all([
      signIn("personne@escale.test"),
      signIn("ferme@escale.test"),
      signIn("invite@escale.test"),
      signIn("ouvert@escale.test", "Un-autre-mot-2026"),
      signIn("pas une adresse"),
    ]);
    for (const { status, body } of answers) expect([status, body]).toEqual([401, answers[0]?.body]);
  });

  test("a hundred attempts at one account, or from one address, are stopped early", async () => {
    const { account, signIn } = calls;
    await account("cible@escale.test");
    const tried = await Promise.all(Array.from({ length: 100 }, () => signIn("cible@escale.test", "essai-essai")));
    expect(tried.filter(({ status }) => status === 401)).toHaveLength(10);
    expect(tried.filter(({ status }) => status === 429)).toHaveLength(90);
    expect((await signIn("cible@escale.test")).status).toBe(429);
    const spread = await Promise.all(
      Array.from({ length: 100 }, (_, number) => signIn(`cible-${number}@escale.test`, "essai-essai", "198.51.100.1")),
    );
    expect(spread.filter(({ status }) => status === 401)).toHaveLength(60);
    // Whoever is stopped already can't keep others from signing in.
    await account("voisine@escale.test");
    for (let time = 0; time < 12; time++) await signIn("voisine@escale.test", "essai-essai", "198.51.100.1");
    expect((await signIn("voisine@escale.test")).status).toBe(200);
  });

  test("a session that begins while another password is chosen ends with the old one", async () => {
    const { account, member, newOrigin, newestLink, signIn } = calls;
    const email = "entre-deux@escale.test";
    await account(email);
    await member("forgotten", { email, locale: "fr", origin: newOrigin() });
    const link = await newestLink(email);
    const signing = Array.from({ length: 9 }, () => signIn(email));
    await member("password", { link, password: "Le-tout-nouveau-1" });
    const begun = (await Promise.all(signing)).flatMap(({ body }) => body.session ?? []);
    for (const session of begun) expect((await member("me", undefined, session)).status).toBe(401);
  });

  test("forged and old sessions are refused, and those of accounts that were closed; used ones last", async () => {
    const { account, age, change, member, signIn } = calls;
    const id = await account("dure@escale.test");
    const { session } = (await signIn("dure@escale.test")).body;
    for (const forged of [
      "",
      "x",
      "A".repeat(43),
      `${session.slice(0, 42)}${session.endsWith("A") ? "B" : "A"}`,
      "' or 1=1 --",
    ])
      expect((await member("me", undefined, forged)).status, forged).toBe(401);
    await age("essaim_sessions", 20);
    expect((await member("me", undefined, session)).status).toBe(200);
    await age("essaim_sessions", 20);
    expect((await member("me", undefined, session)).status).toBe(200);
    await change(id, { blocked: true });
    expect((await member("me", undefined, session)).status).toBe(401);
    await change(id, { blocked: false });
    await age("essaim_sessions", 31);
    expect((await member("me", undefined, session)).status).toBe(401);
  });

  test("choose a new password by a link, once and within the hour; it ends all sessions", async () => {
    const { account, age, linksTo, member, newOrigin, newestLink, signIn } = calls;
    const email = "oubli@escale.test";
    await account(email);
    const { session } = (await signIn(email)).body;
    const forget = (address: string) => member("forgotten", { email: address, locale: "nl", origin: newOrigin() });
    expect((await forget("personne@escale.test")).status).toBe(204);
    expect((await forget(email)).status).toBe(204);
    const old = await newestLink(email);
    expect(linksTo("personne@escale.test")).toEqual([]);
    await forget(email);
    await expect.poll(() => linksTo(email).length).toBe(2);
    const link = linksTo(email).find((one) => one !== old) ?? "";
    const choose = (by: string, word: string) => member("password", { link: by, password: word });
    expect((await choose(old, "Le-tout-nouveau-1")).status).toBe(410);
    expect((await choose(link, "court")).status).toBe(400);
    const both = await Promise.all([choose(link, "Le-tout-nouveau-1"), choose(link, "Le-tout-nouveau-2")]);
    expect(both.map(({ status }) => status).sort()).toEqual([204, 410]);
    expect((await member("me", undefined, session)).status).toBe(401);
    expect((await signIn(email)).status).toBe(401);
    const chosen = both[0]?.status === 204 ? "Le-tout-nouveau-1" : "Le-tout-nouveau-2";
    expect((await signIn(email, chosen)).status).toBe(200);
    await forget(email);
    await expect.poll(() => linksTo(email).length).toBe(3);
    await age("essaim_account_links", 1 / 24);
    for (const one of linksTo(email)) expect((await choose(one, "Trop-tard-2026")).status).toBe(410);
  });

  test("invite colleagues into their own centre, by a link that works once within seven days", async () => {
    const { account, age, linksTo, member, newestLink, signIn } = calls;
    await account("invitante@escale.test");
    const { session } = (await signIn("invitante@escale.test")).body;
    const invite = (email: string, by = session, more: object = {}) =>
      member("invitations", { email, locale: "fr", ...more }, by);
    expect((await invite("bruno@escale.test", "")).status).toBe(401);
    expect((await invite("bruno@escale.test", session, { centre: "autre" })).status).toBe(403);
    expect((await invite("Bruno@escale.test")).status).toBe(204);
    const link = await newestLink("bruno@escale.test");
    expect((await signIn("bruno@escale.test")).status).toBe(401);
    expect((await member("invitation", { link })).body).toEqual({
      email: "bruno@escale.test",
      name: null,
      centre: "Centre escale",
    });
    expect((await member("password", { link, password })).status).toBe(410);
    const accepted = await member("invitation/accept", { link, name: "Bruno", password });
    expect(accepted.body.member).toEqual({
      name: "Bruno",
      email: "bruno@escale.test",
      centre: { uid: "escale", name: "Centre escale" },
      federation: false,
    });
    expect((await member("me", undefined, accepted.body.session)).status).toBe(200);
    expect((await member("invitation/accept", { link, name: "Un autre", password })).status).toBe(410);
    expect((await signIn("bruno@escale.test")).status).toBe(200);
    expect((await invite("bruno@escale.test")).status).toBe(204);
    expect(linksTo("bruno@escale.test")).toHaveLength(1);
    await invite("tard@escale.test");
    const late = await newestLink("tard@escale.test");
    await age("essaim_account_links", 7);
    expect((await member("invitation", { link: late })).status).toBe(410);
    expect((await member("invitation/accept", { link: late, name: "Tard", password })).status).toBe(410);
    await account("seule@escale.test", { centre: null });
    const alone = (await signIn("seule@escale.test")).body;
    expect(alone.member.centre).toBeNull();
    expect((await invite("x@escale.test", alone.session)).status).toBe(403);
  });

  test("editors invite at the desk, again where need be, and the account opens from the message", async () => {
    const { desk, linksTo, member, messagesTo, newestLink, signIn } = calls;
    const centre = await documentOf("escale");
    const data = { email: " Zoe@Escale.test ", name: "Zoé", centre: { connect: [{ documentId: centre }] } };
    const made = await desk("POST", accountsAtDesk, { ...data, password, confirmed: true, language: "nl" });
    expect([made.status, made.body]).toEqual([201, expect.anything()]);
    const { documentId } = made.body.data;
    const first = await newestLink("zoe@escale.test");
    expect(messagesTo("zoe@escale.test")[0]).toContain("namens Centre escale");
    expect((await signIn("zoe@escale.test")).status).toBe(401);
    const stored = (await desk("GET", `${accountsAtDesk}/${documentId}`)).body.data;
    expect(stored).toMatchObject({ email: "zoe@escale.test", confirmed: false, language: "nl" });
    expect(Date.parse(stored.invitedAt)).toBeGreaterThan(Date.now() - 60_000);
    expect((await desk("PUT", `${accountsAtDesk}/${documentId}`, { inviteAgain: true })).status).toBe(200);
    await newestLink("zoe@escale.test", 2);
    const second = linksTo("zoe@escale.test").find((link) => link !== first) ?? "";
    expect((await member("invitation", { link: first })).status).toBe(410);
    const accepted = await member("invitation/accept", { link: second, name: "Zoé D.", password });
    expect(accepted.body.member).toMatchObject({ name: "Zoé D.", centre: { uid: "escale" } });
    const needless = await desk("PUT", `${accountsAtDesk}/${documentId}`, { inviteAgain: true });
    expect([needless.status, needless.body.error.message]).toEqual([400, expect.stringMatching(/déjà ouvert/)]);
    expect(linksTo("zoe@escale.test")).toHaveLength(2);
  });

  test("an address has one account, whoever writes it and however", async () => {
    const { account, desk, linksTo, newestLink, member } = calls;
    await account("unique@escale.test");
    const id = await account("autre@escale.test");
    for (const email of ["unique@escale.test", "UNIQUE@escale.test "]) {
      const made = await desk("POST", accountsAtDesk, { email });
      expect([made.status, made.body.error.message]).toEqual([400, "Cette adresse a déjà un compte."]);
      expect((await desk("PUT", `${accountsAtDesk}/${id}`, { email })).status).toBe(400);
    }
    for (const email of ["", "pas une adresse", 7])
      expect((await desk("POST", accountsAtDesk, { email })).body.error.message).toContain("adresse électronique");
    const both = await Promise.all([1, 2].map(() => desk("POST", accountsAtDesk, { email: "course@escale.test" })));
    expect(both.map(({ status }) => status).sort()).toEqual([201, 400]);
    const old = await newestLink("course@escale.test");
    const { documentId } = both.find(({ status }) => status === 201)?.body.data ?? {};
    await desk("PUT", `${accountsAtDesk}/${documentId}`, { email: "arrivee@escale.test" });
    await newestLink("arrivee@escale.test");
    expect((await member("invitation", { link: old })).status).toBe(410);
    expect(linksTo("course@escale.test")).toHaveLength(1);
  });

  test("what ends at the desk ends at once: closed, another address, removed, or out of the centre", async () => {
    const { account, desk, member, signIn } = calls;
    const me = async (session: string) => (await member("me", undefined, session)).status;
    const opened = async (email: string) => {
      const id = await account(email);
      return { at: `${accountsAtDesk}/${id}`, session: String((await signIn(email)).body.session) };
    };
    const closed = await opened("close@escale.test");
    await desk("PUT", closed.at, { blocked: true });
    await desk("PUT", closed.at, { blocked: false });
    expect(await me(closed.session)).toBe(401);
    expect((await signIn("close@escale.test")).status).toBe(200);
    const moved = await opened("demenage@escale.test");
    await desk("PUT", moved.at, { email: "ailleurs@escale.test", password: "Choisi-par-le-bureau" });
    expect(await me(moved.session)).toBe(401);
    expect((await signIn("ailleurs@escale.test")).status).toBe(200);
    const removed = await opened("partie@escale.test");
    expect((await desk("DELETE", removed.at)).status).toBe(200);
    expect(await me(removed.session)).toBe(401);
    const left = await opened("quitte@escale.test");
    await desk("PUT", left.at, { centre: { set: [] }, federation: true });
    const { body } = await member("me", undefined, left.session);
    expect(body.member).toMatchObject({ centre: null, federation: true });
    expect((await member("invitations", { email: "z@escale.test", locale: "fr" }, left.session)).status).toBe(403);
  });

  test("demonstration accounts are made once, and closed where the portal is everybody's", async () => {
    const { member, signIn } = calls;
    const accounts = [
      { email: "lucie@demo.test", name: "Lucie", centre: "escale" },
      { email: "zoe@demo.test", name: "Zoé", federation: true },
      { email: "perdue@demo.test", name: "Perdue", centre: "nulle-part" },
    ];
    const settle = (open: boolean, token = cms.importToken) =>
      cms.ask("/api/package/demonstration", { method: "POST", token, body: { open, password, accounts } });
    expect((await settle(true, cms.readToken)).status).toBe(401);
    for (let time = 0; time < 2; time += 1)
      expect((await settle(true)).body).toEqual({ open: ["lucie@demo.test", "zoe@demo.test"] });
    const zoe = (await signIn("zoe@demo.test")).body;
    expect(zoe.member).toMatchObject({ name: "Zoé", centre: null, federation: true });
    expect((await signIn("lucie@demo.test")).body.member.centre.uid).toBe("escale");
    expect((await settle(false)).body).toEqual({ open: [] });
    expect((await member("me", undefined, zoe.session)).status).toBe(401);
    expect((await signIn("lucie@demo.test")).status).toBe(401);
    expect((await settle(true)).body).toEqual({ open: [] });
  });

  test("the site alone carries what they do, and Strapi's own ways in are closed", async () => {
    const body = { email: "x@escale.test", password, origin: "x" };
    for (const token of [null, cms.importToken])
      expect((await cms.ask("/api/member/sign-in", { method: "POST", token, body })).status).toBe(401);
    const own = { identifier: "amina@escale.test", email: "y@escale.test", username: "yyy", password };
    const statuses = [(await cms.ask("/api/users", { token: null })).status];
    for (const path of ["local", "local/register", "forgot-password", "reset-password"])
      statuses.push((await cms.ask(`/api/auth/${path}`, { method: "POST", token: null, body: own })).status);
    for (const status of statuses) expect([401, 403]).toContain(status);
  });
});
