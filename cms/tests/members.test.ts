import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sessionHeader } from "@essaim/content";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Cms, databases, startCms } from "./harness.ts";
import { entry } from "./samples.ts";

const password = "Un-mot-de-passe-2026";

describe.each(databases)("Members, on %s", (database) => {
  let cms: Cms;
  let origin = 0;

  beforeAll(async () => {
    cms = await startCms({ database, environment: { PUBLIC_URL: "https://essaim.test" } });
    const entries = ["escale", "autre"].map((uid) =>
      entry("centre", uid, { name: `Centre ${uid}`, kind: "centre-social" }),
    );
    expect((await cms.ask("/api/package/entries", { method: "POST", body: { entries } })).status).toBe(200);
  });
  afterAll(() => cms?.stop());

  const member = (path: string, body?: object, session = "") =>
    cms.ask(`/api/member/${path}`, {
      method: body ? "POST" : "GET",
      token: cms.readToken,
      ...(body && { body }),
      headers: { [sessionHeader]: session },
    });
  /** From an address of its own, so that tests don't use up each other's attempts. */
  const signIn = (email: string, word = password, from = `192.0.2.${++origin}`) =>
    member("sign-in", { email, password: word, origin: from });
  const account = (email: string, data: object = {}) =>
    cms.run(
      async (strapi, [address, word, more]) => {
        const centre = await strapi.db.query("api::centre.centre").findOne({ where: { uid: "escale" } });
        const created = await strapi.documents("plugin::users-permissions.user").create({
          data: {
            username: address,
            email: address,
            password: word,
            provider: "local",
            confirmed: true,
            name: "Amina B.",
            centre: centre.documentId,
            ...more,
          },
        });
        return String(created.documentId);
      },
      [email, password, data] as const,
    );
  const change = (documentId: string, data: object) =>
    cms.run(
      async (strapi, [id, changed]) => {
        await strapi.documents("plugin::users-permissions.user").update({ documentId: id, data: { ...changed } });
      },
      [documentId, data] as const,
    );
  const linksTo = (email: string) => {
    const folder = join(cms.home.dataDir, "outbox");
    const texts = readdirSync(folder)
      .filter((name) => name.endsWith(".txt"))
      .map((name) => readFileSync(join(folder, name), "utf8"));
    return texts
      .filter((text) => text.includes(`À : ${email}\n`))
      .map((text) => /https:\S+\?lien=([\w-]{43})$/m.exec(text)?.[1] ?? "");
  };
  const newestLink = async (email: string, count = 1) => {
    await expect.poll(() => linksTo(email).length, { timeout: 5_000 }).toBe(count);
    return linksTo(email).at(-1) ?? "";
  };
  const age = (table: string, days: number) =>
    cms.run(
      async (strapi, [name, since]) => {
        const rows = await strapi.db.connection(name);
        for (const { id, expires_at: end } of rows) {
          const expires_at = new Date(Date.parse(end) - since * 86_400_000).toISOString();
          await strapi.db.connection(name).where({ id }).update({ expires_at });
        }
      },
      [table, days] as const,
    );

  test("sign in, are known, and sign out, here and everywhere", async () => {
    await account("amina@escale.test");
    const { status, body } = await signIn(" Amina@Escale.test");
    const amina = { name: "Amina B.", email: "amina@escale.test", centre: { uid: "escale", name: "Centre escale" } };
    expect([status, body.member]).toEqual([200, amina]);
    expect((await member("me", undefined, body.session)).body).toEqual({ member: amina });
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
    await account("cible@escale.test");
    const tried = await Promise.all(Array.from({ length: 100 }, () => signIn("cible@escale.test", "essai-essai")));
    expect(tried.filter(({ status }) => status === 401)).toHaveLength(10);
    expect(tried.filter(({ status }) => status === 429)).toHaveLength(90);
    expect((await signIn("cible@escale.test")).status).toBe(429);
    const spread = await Promise.all(
      Array.from({ length: 100 }, (_, number) => signIn(`cible-${number}@escale.test`, "essai-essai", "198.51.100.1")),
    );
    expect(spread.filter(({ status }) => status === 401)).toHaveLength(60);
  });

  test("forged and old sessions are refused, and those of accounts that were closed; used ones last", async () => {
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
    const email = "oubli@escale.test";
    await account(email);
    const { session } = (await signIn(email)).body;
    const forget = (address: string) =>
      member("forgotten", { email: address, locale: "nl", origin: `192.0.2.${++origin}` });
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
    await account("invitante@escale.test");
    const { session } = (await signIn("invitante@escale.test")).body;
    const invite = (email: string, by = session, more: object = {}) =>
      member("invitations", { email, locale: "fr", ...more }, by);
    expect((await invite("bruno@escale.test", "")).status).toBe(401);
    expect((await invite("bruno@escale.test", session, { centre: "autre" })).status).toBe(400);
    expect((await invite("Bruno@escale.test")).status).toBe(204);
    const link = await newestLink("bruno@escale.test");
    expect((await signIn("bruno@escale.test")).status).toBe(401);
    expect((await member("invitation", { link })).body).toEqual({
      email: "bruno@escale.test",
      centre: "Centre escale",
    });
    expect((await member("password", { link, password })).status).toBe(410);
    const accepted = await member("invitation/accept", { link, name: "Bruno", password });
    expect(accepted.body.member).toEqual({
      name: "Bruno",
      email: "bruno@escale.test",
      centre: { uid: "escale", name: "Centre escale" },
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
