import { calendarDay } from "@essaim/content";
import ICAL from "ical.js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { entry } from "../../../cms/tests/samples.ts";
import { cookieOf, type MemberSite, password, startMemberSite } from "../testing/member-site.ts";

const today = calendarDay(new Date());
const tenThousandWords = Array.from({ length: 10_000 }, () => "mot").join(" ");
const hostile = "<script>alert(1)</script>";
const page = "/fr/plan/?id=l-escale-cafe";
let site: MemberSite;
let amina: string;
let bruno: string;
let chloe: string;

const sheet = (plan: object[]) =>
  entry("solution", "cafe", {
    ...{ title: "Le café", summary: "Une fiche.", cost: { max: 300 }, means: { equipment: ["Une cafetière"] } },
    replication: { prerequisites: ["L’accord de la direction"], plan },
  });
const invite = {
  title: "Inviter",
  weekOffset: -2,
  durationWeeks: 2,
  role: "Accueil",
  checklist: ["Afficher", "Appeler"],
};
const open = { title: "Ouvrir", weekOffset: 0, checklist: ["Faire le café"] };
const load = async (...entries: object[]) =>
  expect((await site.cms.ask("/api/package/entries", { method: "POST", body: { entries } })).status).toBe(200);

beforeAll(async () => {
  site = await startMemberSite("plan-pages");
  await load(entry("centre", "phare", { name: "Le Phare", kind: "centre-social" }), sheet([invite, open]));
  await site.cms.run(async (strapi, word) => {
    const accounts: { create(given: object): Promise<object> } = strapi.documents("plugin::users-permissions.user");
    for (const [name, uid] of [
      ["bruno", "l-escale"],
      ["chloe", "phare"],
    ]) {
      const centre = await strapi.db.query("api::centre.centre").findOne({ where: { uid } });
      const email = `${name}@escale.test`;
      const own = { username: email, email, password: word, provider: "local", name, centre: centre.documentId };
      await accounts.create({ data: { ...own, confirmed: true } });
    }
  }, password);
  amina = cookieOf(await site.signIn());
  bruno = cookieOf(await site.signIn(password, {}, "bruno@escale.test"));
  chloe = cookieOf(await site.signIn(password, {}, "chloe@escale.test"));
  const taken = { stage: "interested", on: today, note: "", visibility: "all", privateNote: "" };
  expect((await site.post("/fr/essaimer/?fiche=solution/cafe", taken, { cookie: amina })).status).toBe(303);
}, 300_000);
afterAll(() => site?.stop());

const read = async (cookie = amina, path = page) => (await site.get(path, cookie)).text();
const send = (fields: Record<string, string>, cookie = amina) => site.post(page, fields, { cookie });
/** The answer leads back to the part that was saved, where it says so. */
const done = (answer: Response, part?: string) => {
  const to = `${page}&fait=kept${part === undefined ? "" : `&ou=${part}#${part}`}`;
  expect([answer.status, answer.headers.get("location")]).toEqual([303, to]);
};
/** What the form after a heading remembers of the part that it shows. */
const seenAt = (html: string, mark: string) =>
  /name="seen" value="([^"]+)"/.exec(html.slice(html.indexOf(mark)))?.[1] ?? "";
const keyOf = (html: string, title: string) =>
  new RegExp(`id="etape-([^"]+)"(?:(?!id="etape-).)*?<h3[^>]*>${title}<`, "s").exec(html)?.[1] ?? "";
const shownOf = (html: string, key: string) => new RegExp(`name="shown:${key}" value="([^"]+)"`).exec(html)?.[1] ?? "";

test("whoever isn’t signed in is asked to; another centre’s plan and forged ones are nowhere", async () => {
  const away = await site.get(page);
  expect(away.headers.get("location")).toBe("/fr/connexion/?suite=%2Ffr%2Fplan%2F%3Fid%3Dl-escale-cafe");
  for (const [path, cookie] of [
    [page, chloe],
    ["/fr/plan/", amina],
    ["/fr/plan/?id=%3Cscript%3E", amina],
    [`${page}&format=ics`, chloe],
  ] as const) {
    const answer = await site.get(path, cookie);
    expect([answer.status, await answer.text()], path).toEqual([404, expect.stringContaining("n’a pas d’essaimage")]);
  }
  expect((await send({ act: "make", startDate: "2027-03-01" }, chloe)).status).toBe(404);
});

test("a plan is made in one step, and its page is private", async () => {
  expect(await read()).toContain("Faire notre plan");
  const wrong = await send({ act: "make", startDate: "1200-01-01" });
  expect([wrong.status, await wrong.text()]).toEqual([400, expect.stringMatching(/id="field-startDate-error"/)]);
  done(await send({ act: "make", startDate: "2027-03-01" }));
  const answer = await site.get(page, amina);
  expect(answer.headers.get("cache-control")).toBe("private, no-store");
  const html = await answer.text();
  for (const said of ["du 15 au 28\u00a0février 2027", "0 étape faite sur 3", "Une cafetière", "Budget prévu"])
    expect(html).toContain(said);
  expect(await (await site.get("/fr/essaimage/?id=l-escale-cafe", amina)).text()).toContain(`href="${page}"`);
  expect(await read(amina, "/nl/plan/?id=l-escale-cafe")).toContain("0 stappen gedaan van 3");
});

test("who takes a sheet up to prepare it finds the plan made, and is led to it", async () => {
  const fields = { stage: "preparing", on: today, note: "", visibility: "all", privateNote: "" };
  const answer = await site.post("/fr/essaimer/?fiche=solution/cafe", fields, { cookie: chloe });
  const location = answer.headers.get("location") ?? "";
  expect([answer.status, location]).toEqual([303, expect.stringContaining("fait=adoptedWithPlan")]);
  const html = await read(chloe, location);
  const link = /href="([^"]+)"[^>]*>Votre plan est prêt</.exec(html)?.[1]?.replaceAll("&amp;", "&") ?? "";
  expect(await read(chloe, link)).toContain("0 étape faite sur 3");
});

test("boxes are ticked in one form; what a colleague ticked elsewhere meanwhile stays", async () => {
  const html = await read();
  const [first, second] = [keyOf(html, "Inviter"), keyOf(html, "Ouvrir")];
  const shown = { [`shown:${first}`]: shownOf(html, first), [`shown:${second}`]: shownOf(html, second) };
  done(await send({ act: "ticks", ...shown, [`item:${first}:0`]: "Afficher" }), `etape-${first}`);
  done(await send({ act: "ticks", ...shown, [`done:${second}`]: "1" }, bruno), `etape-${second}`);
  const now = await read();
  expect(now).toMatch(/value="Faire le café"[^>]* checked/);
  expect(now).toMatch(/value="Afficher"[^>]* checked/);
  expect(now).toContain("1 étape faite sur 3");
  const late = await send({ act: "ticks", ...shown, [`item:${first}:1`]: "Appeler" }, bruno);
  const told = await late.text();
  expect(late.status).toBe(409);
  expect(told).toContain("Un collègue a enregistré entre-temps\u00a0: Afficher.");
  expect(told).toMatch(/value="Appeler"[^>]* checked/);
  const again = { act: "ticks", [`shown:${first}`]: shownOf(told, first), [`item:${first}:1`]: "Appeler" };
  done(await send(again, bruno), `etape-${first}`);
});

test("two members write the same notes: the second sees both texts and loses nothing", async () => {
  const html = await read();
  const seen = seenAt(html, "notes-title");
  done(await send({ act: "notes", seen, notes: "D’Amina" }), "notes-title");
  const second = await send({ act: "notes", seen, notes: "De Bruno" }, bruno);
  const told = await second.text();
  expect(second.status).toBe(409);
  expect(told).toContain("D’Amina");
  expect(told).toMatch(/<textarea[^>]*>De Bruno<\/textarea>/);
  done(await send({ act: "notes", seen: seenAt(told, "notes-title"), notes: tenThousandWords }, bruno), "notes-title");
  expect(await read()).toContain(tenThousandWords);
  const notes = "x".repeat(100_001);
  const long = await send({ act: "notes", seen: seenAt(await read(), "notes-title"), notes });
  const refused = await long.text();
  expect([long.status, refused]).toEqual([400, expect.stringContaining('id="field-notes-error"')]);
  expect(refused).toContain(notes);
});

test("a step is added, changed and taken away; what is wrong is said beside its field and what was typed stays", async () => {
  const far = await send({ act: "add", title: "Fêter", on: "2027-02-01", until: "9999-12-31" });
  const farther = await far.text();
  expect([far.status, farther]).toEqual([400, expect.stringContaining("Indiquez un jour entre 2000 et 2100")]);
  for (const kept of ['value="Fêter"', 'value="9999-12-31"']) expect(farther).toContain(kept);
  const wrong = await send({ act: "add", title: "", on: "2027-02-30", checklist: "Un\r\nDeux" });
  const html = await wrong.text();
  expect(wrong.status).toBe(400);
  expect(html).toMatch(/id="field-title-error"/);
  expect(html).toMatch(/Un\r?\nDeux/);
  const backwards = await send({ act: "add", title: "X", on: "2027-02-02", until: "2027-02-01" });
  expect(await backwards.text()).toMatch(/id="field-until-error".*finirait avant de commencer/s);
  const step = { title: hostile, on: "2027-02-20", responsible: "Nadia", checklist: hostile, note: hostile };
  const where = (await send({ act: "add", ...step })).headers.get("location") ?? "";
  expect(where).toMatch(/&fait=kept&ou=(etape-[^#]+)#\1$/);
  expect(await read(amina, where)).toMatch(/id="etape-[^"]*"(?:(?!id="etape-).)*&lt;script&gt;.*?Étape enregistrée/s);
  const added = await read();
  // Inside quotes the same letters are a value.
  expect(added.replace(/="[^"]*"/g, "")).not.toContain(hostile);
  expect(added).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
  const key = keyOf(added, "&lt;script&gt;alert\\(1\\)&lt;/script&gt;");
  const form = await read(bruno, `${page}&etape=${key}`);
  const seen = seenAt(form, "step-title");
  done(await send({ act: "step", key, seen, title: "Prévenir la mairie", on: "2027-02-21" }), `etape-${key}`);
  const late = await send({ act: "step", key, seen, title: "Prévenir tout le monde" }, bruno);
  const told = await late.text();
  expect([late.status, told]).toEqual([409, expect.stringContaining("Prévenir la mairie")]);
  expect(told).toContain('value="Prévenir tout le monde"');
  const removed = await send({ act: "remove", key, seen: seenAt(told, "step-title") });
  const undo = await removed.text();
  expect([removed.status, undo]).toEqual([200, expect.stringContaining("Étape retirée.")]);
  const kept = JSON.stringify({ ...{ title: "Prévenir la mairie", on: "2027-02-21" }, key });
  done(await send({ act: "restore", removed: kept }), `etape-${key}`);
  expect(keyOf(await read(), "Prévenir la mairie")).toBe(key);
  expect((await send({ act: "restore", removed: "{" })).status).toBe(400);
  const back = await read(amina, `${page}&etape=${key}`);
  expect((await send({ act: "remove", key, seen: seenAt(back, "step-title") })).status).toBe(200);
  const nowhere = await site.get(`${page}&etape=${key}`, bruno);
  expect([nowhere.status, await nowhere.text()]).toEqual([404, expect.stringContaining("a retiré cette étape")]);
  const gone = await send({ act: "step", key, seen, title: "Revenir" }, bruno);
  expect([gone.status, await gone.text()]).toEqual([
    409,
    expect.stringMatching(/a retiré cette étape.*value="Revenir".*value="add"/s),
  ]);
});

test("materials and budget are written as people write them", async () => {
  const seen = seenAt(await read(), "Modifier le matériel");
  const wrong = await send({ act: "means", seen, materials: "Une cafetière\r\nDu thé", budget: "beaucoup", spent: "" });
  expect([wrong.status, await wrong.text()]).toEqual([
    400,
    expect.stringMatching(/<details[^>]* open.*Du thé.*id="field-budget-error".*value="beaucoup"/s),
  ]);
  done(
    await send({ act: "means", seen, materials: "Une cafetière\r\nDu thé", budget: "1 200,50", spent: "84" }),
    "means-title",
  );
  const html = await read();
  expect(html).toMatch(/Budget prévu\u00a0: 1\s200,5\u00a0€/);
  expect(html).toContain("La fiche dit\u00a0: moins de 300");
  expect(html).toMatch(/Il reste 1\s116,5\u00a0€/);
});

test("what a later version of the sheet changes is offered, and taken or left with a button", async () => {
  await load(sheet([{ ...invite, title: "Inviter de vive voix" }, open, { title: "Fêter", weekOffset: 4 }]));
  const html = await read();
  expect(html).toContain(
    "L’étape « Inviter » s’appelle maintenant « Inviter de vive voix »"
      .replace(/« /g, "«\u00a0")
      .replace(/ »/g, "\u00a0»"),
  );
  const offers = [...html.matchAll(/name="offer" value="([^"]+)"/g)].map(([, key]) => key ?? "");
  done(await send({ act: "take", offer: offers[1] ?? "" }));
  const taken = await read();
  expect(keyOf(taken, "Fêter")).not.toBe("");
  done(await send({ act: "leave", offer: offers[0] ?? "" }));
  const left = await read();
  expect(left).not.toContain("La fiche a changé");
  expect(keyOf(left, "Inviter")).not.toBe("");
  expect((await send({ act: "take", offer: offers[0] ?? "" })).status).toBe(409);
});

test("printed, the plan says whose it is and of which day, and not what was just done", async () => {
  const html = await read(amina, `${page}&fait=kept`);
  expect(html).toMatch(/class="print-only"[^>]*>L’Escale – plan au \d/);
  expect(html).toMatch(/<div class="no-print[^>]*>\s*<p class="notice good"[^>]*>C’est enregistré/);
});

test("put off, the plan’s dates follow in the file for calendars", async () => {
  done(await send({ act: "start", seen: seenAt(await read(), "Décaler le plan"), startDate: "2027-03-08" }));
  const answer = await site.get(`${page}&format=ics`, amina);
  expect(answer.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
  expect(answer.headers.get("content-disposition")).toBe('attachment; filename="plan-l-escale-cafe.ics"');
  expect(answer.headers.get("cache-control")).toBe("private, no-store");
  const events = new ICAL.Component(ICAL.parse(await answer.text())).getAllSubcomponents("vevent");
  const told = events.map((one) => new ICAL.Event(one)).map(({ summary, startDate }) => `${startDate} ${summary}`);
  expect(told).toContain("2027-02-22 Inviter");
  expect(told).toContain("2027-03-01 Fait\u00a0: Ouvrir");
});
