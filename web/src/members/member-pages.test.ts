import { afterAll, beforeAll, expect, test } from "vitest";
import { cookieOf, type MemberSite, password, startMemberSite } from "../testing/member-site.ts";

let site: MemberSite;
let get: MemberSite["get"];
let post: MemberSite["post"];
let signIn: MemberSite["signIn"];
let newestLink: MemberSite["newestLink"];

beforeAll(async () => {
  site = await startMemberSite("member-pages");
  ({ get, post, signIn, newestLink } = site);
}, 300_000);
afterAll(() => site?.stop());

test("each page for members is there in each language, is private, and names no member who isn't", async () => {
  for (const path of ["/fr/connexion/", "/en/sign-in/", "/nl/aanmelden/", "/fr/mot-de-passe/", "/fr/invitation/"]) {
    const answer = await get(path);
    expect(answer.headers.get("cache-control"), path).toBe("private, no-store");
    expect(answer.headers.get("set-cookie"), path).toBeNull();
    expect(await answer.text(), path).toContain('name="robots" content="noindex"');
  }
  const away = await get("/fr/mon-centre/", `essaim_session=${"A".repeat(43)}`);
  expect([away.status, away.headers.get("location")]).toEqual([303, "/fr/connexion/?suite=%2Ffr%2Fmon-centre%2F"]);
});

test("a member signs in with a form, sees their centre, and signs out everywhere", async () => {
  const wrong = await signIn("essai-essai");
  expect([wrong.status, wrong.headers.get("set-cookie")]).toEqual([401, null]);
  expect(await wrong.text()).toContain("ne vont pas ensemble");
  const entered = await signIn();
  expect([entered.status, entered.headers.get("location")]).toEqual([303, "/fr/mon-centre/"]);
  expect(entered.headers.get("set-cookie")).toMatch(
    /^essaim_session=[\w-]{43}; Path=\/; Max-Age=2592000; HttpOnly; SameSite=Lax; Secure$/,
  );
  const cookie = cookieOf(entered);
  const own = await get("/fr/mon-centre/", cookie);
  expect([own.status, own.headers.get("cache-control")]).toEqual([200, "private, no-store"]);
  const html = await own.text();
  expect(html).toMatch(/<h1[^>]*>L’Escale<\/h1>/);
  expect(html).toContain("Amina &lt;b&gt;B.&lt;/b&gt;");
  expect(await (await get("/fr/", cookie)).text()).toBe(await (await get("/fr/")).text());
  const left = await post("/fr/mon-centre/", { act: "everywhere" }, { cookie });
  expect(left.headers.get("set-cookie")).toMatch(/^essaim_session=; Path=\/; Max-Age=0/);
  expect((await get("/fr/mon-centre/", cookie)).status).toBe(303);
});

test("somebody who had to sign in first goes on to where they were going, and nowhere else", async () => {
  const form = await (await get("/en/sign-in/?suite=%2Ffr%2Fmon-centre%2F%3Fa%3D%22b")).text();
  expect(form).toContain('name="suite" value="/fr/mon-centre/?a=&quot;b"');
  const email = "amina@escale.test";
  for (const [suite, location] of [
    ["/fr/mon-centre/?a=b", "/fr/mon-centre/?a=b"],
    ["https://ailleurs.test/", "/en/my-centre/"],
    ["//ailleurs.test/fr/mon-centre/", "/en/my-centre/"],
    ["/fr/mon-centre/\r\nX: y", "/en/my-centre/"],
    ["/fr/mon-centre/?a=\0", "/en/my-centre/"],
    ["/fr/mon-centre/?a=€", "/en/my-centre/"],
  ] as const) {
    const answer = await post("/en/sign-in/", { email, password, suite });
    expect([answer.status, answer.headers.get("location")], suite).toEqual([303, location]);
  }
});

test("what somebody writes while their session ends is there while they sign in, and after", async () => {
  const profile = { name: "Amina", presentation: "Je répare <b>les mardis</b>.", act: "save" };
  const ended = await post("/fr/mon-profil/", profile, { cookie: `essaim_session=${"A".repeat(43)}` });
  const html = await ended.text();
  expect([ended.status, ended.headers.get("set-cookie")]).toEqual([401, expect.stringMatching(/^essaim_session=;/)]);
  expect(html).toContain("Je répare &lt;b&gt;les mardis&lt;/b&gt;.");
  expect(html).not.toContain(">save<");
  const suite = "/fr/mon-profil/";
  const again = { email: "amina@escale.test", suite, ecrit: profile.presentation };
  const wrong = await post("/fr/connexion/", { ...again, password: "essai-essai" });
  expect([wrong.status, await wrong.text()]).toEqual([401, expect.stringContaining("Je répare &lt;b&gt;")]);
  const back = await post("/fr/connexion/", { ...again, password });
  expect([back.status, cookieOf(back)]).toEqual([200, expect.stringMatching(/^essaim_session=[\w-]{43}/)]);
  expect(await back.text()).toMatch(/Je répare &lt;b&gt;.*href="\/fr\/mon-profil\/"[^>]*>Revenir à la page/s);
});

test("a member reads what they were told, chooses how often they are written to, and ends it by a link without a password", async () => {
  const cookie = cookieOf(await signIn());
  const page = "/fr/nouvelles/";
  expect((await get(page)).headers.get("location")).toBe("/fr/connexion/?suite=%2Ffr%2Fnouvelles%2F");
  expect(await (await get(page, cookie)).text()).toContain("Rien pour l’instant");
  await site.cms.run(async (strapi) => {
    const account = await strapi.db
      .query("plugin::users-permissions.user")
      .findOne({ where: { email: "amina@escale.test" } });
    const data = { about: "solution/cafe", title: "Café <b>", centre: "Le Phare", stage: "preparing" };
    await strapi.db.connection("essaim_notices").insert({
      ...{ user_id: account.id, kind: "adopted", subject: "adopted one", at: new Date().toISOString(), mail: "due" },
      data: JSON.stringify(data),
    });
  });
  const html = await (await get(page, cookie)).text();
  expect(html).toContain("Le Phare prépare «\u00a0Café &lt;b&gt;\u00a0».");
  expect(await (await get("/fr/mon-centre/", cookie)).text()).toMatch(
    /Nouvelles \(1\)<.*1 nouvelle<.*Le Phare prépare/s,
  );
  const upTo = /name="upTo" value="(\d+)"/.exec(html)?.[1] ?? "";
  expect((await post(page, { upTo }, { cookie })).headers.get("location")).toBe(page);
  expect(await (await get(page, cookie)).text()).not.toContain("upTo");
  const chosen = await post(page, { frequency: "weekly" }, { cookie });
  expect(await (await get(chosen.headers.get("location") ?? "", cookie)).text()).toMatch(/value="weekly" checked/);
  expect((await post(page, { frequency: "hourly", upTo: "x" }, { cookie })).status).toBe(303);
  const wrong = `${"a".repeat(24)}~${"A".repeat(43)}`;
  expect(await (await get(`${page}?stop=${wrong}`)).text()).toContain("Arrêter les e-mails");
  expect((await post(page, { stop: wrong })).status).toBe(410);
});

test("forms from other sites, without an origin, too long or of another kind are refused", async () => {
  expect((await signIn(password, { origin: "https://ailleurs.test" })).status).toBe(403);
  expect((await signIn(password, { origin: "null" })).status).toBe(403);
  expect((await signIn(password, { "content-type": "application/json" })).status).toBe(400);
  expect((await signIn("x".repeat(600_000))).status).toBe(400);
  const answer = await fetch(new URL("/fr/connexion/", (await get("/fr/")).url), { method: "DELETE" });
  expect([answer.status, answer.headers.get("allow")]).toEqual([405, "GET, HEAD, POST"]);
});

test("an invitation that waits is sent again, and taken back, from the centre's own page without JavaScript", async () => {
  const cookie = cookieOf(await signIn());
  const page = "/fr/mon-centre/";
  const email = "claire@escale.test";
  await post(page, { act: "invite", email }, { cookie });
  const { pathname, search } = await newestLink(email);
  const html = await (await get(page, cookie)).text();
  expect(html).toMatch(/1 invitation en attente<.*claire@escale\.test<.*Envoyée le \d/s);
  expect(html).toMatch(/<summary[^>]*>Annuler…<.*n’ouvrira plus rien.*value="cancelInvitation"/s);
  const id = /name="id" value="([^"]+)"/.exec(html)?.[1] ?? "";
  const again = await post(page, { act: "inviteAgain", id }, { cookie });
  expect([again.status, await again.text()]).toEqual([200, expect.stringContaining("avec un nouveau lien")]);
  expect((await get(pathname + search)).status).toBe(410);
  const renewed = await newestLink(email);
  const cancelled = await (await post(page, { act: "cancelInvitation", id }, { cookie })).text();
  expect(cancelled).toContain("L’invitation est annulée");
  expect(cancelled).not.toContain(email);
  expect((await get(renewed.pathname + renewed.search)).status).toBe(410);
  const gone = await post(page, { act: "inviteAgain", id }, { cookie });
  expect([gone.status, await gone.text()]).toEqual([404, expect.stringContaining("n’attend plus")]);
});

test("a colleague is invited, opens an account, and later chooses another password, by links that work once", async () => {
  const cookie = cookieOf(await signIn());
  const invited = await post("/fr/mon-centre/", { act: "invite", email: "bruno@escale.test" }, { cookie });
  expect(await invited.text()).toContain("L’invitation est partie");
  const { pathname, search, searchParams } = await newestLink("bruno@escale.test");
  expect(await (await get(pathname + search)).text()).toContain("bruno@escale.test");
  const lien = searchParams.get("lien") ?? "";
  const open = (word: string, name = "Bruno") => post(pathname, { lien, name, password: word });
  expect((await open(password, "Bruno\r\nLa fédération vous écrit")).status).toBe(400);
  expect((await open("court")).status).toBe(400);
  const opened = await open(password);
  expect(opened.headers.get("location")).toBe("/fr/mon-centre/");
  expect(await (await get("/fr/mon-centre/", cookieOf(opened))).text()).toContain("L’Escale");
  expect((await open(password)).status).toBe(410);

  expect(await (await post("/nl/wachtwoord/", { email: "amina@escale.test" })).text()).toContain("onderweg");
  const reset = await newestLink("amina@escale.test");
  expect(reset.pathname).toBe("/nl/wachtwoord/");
  const fields = { lien: reset.searchParams.get("lien") ?? "", password: "Un-tout-autre-2026" };
  expect(await (await post(reset.pathname, fields)).text()).toContain("bewaard");
  expect((await post(reset.pathname, fields)).status).toBe(410);
  expect((await get("/fr/mon-centre/", cookie)).status).toBe(303);
  expect((await signIn()).status).toBe(401);
  expect((await signIn("Un-tout-autre-2026")).status).toBe(303);
});
