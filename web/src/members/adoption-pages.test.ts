import { calendarDay } from "@essaim/content";
import { afterAll, beforeAll, expect, test } from "vitest";
import { entry } from "../../../cms/tests/samples.ts";
import { cookieOf, type MemberSite, startMemberSite } from "../testing/member-site.ts";

const today = calendarDay(new Date());
const tenThousandWords = Array.from({ length: 10_000 }, () => "mot").join(" ");
let site: MemberSite;
let cookie: string;

beforeAll(async () => {
  site = await startMemberSite("adoption-pages");
  const own = { title: "La nôtre", summary: "De L’Escale.", centres: ["l-escale"] };
  const entries = [
    entry("solution", "cafe", { title: "Le café", summary: "Une fiche." }),
    entry("solution", "marche", { title: "Le marché", summary: "Une fiche." }),
    entry("solution", "erreur", { title: "L’erreur", summary: "Une fiche." }),
    entry("solution", "fini", { title: "Le four", summary: "Une fiche." }),
    entry("kit", "troc", { title: "Le troc", summary: "Un kit." }),
    entry("solution", "notre", own),
    entry("centre", "phare", { name: "Le Phare", kind: "centre-social" }),
    entry("adoption", "phare-cafe", {
      ...{ centre: "phare", resource: "solution/cafe", version: 1, stage: "running", visibility: "network" },
      history: [{ stage: "running", note: "Entre nous" }],
    }),
  ];
  expect((await site.cms.ask("/api/package/entries", { method: "POST", body: { entries } })).status).toBe(200);
  cookie = cookieOf(await site.signIn());
}, 300_000);
afterAll(() => site?.stop());

const page = async (path: string) => (await site.get(path, cookie)).text();
const send = (path: string, fields: Record<string, string>) => site.post(path, fields, { cookie });
const taken = { stage: "interested", on: today, note: "", visibility: "all", privateNote: "" };
const basedOn = (html: string) => /name="basedOn" value="([^"]+)"/.exec(html)?.[1] ?? "";

test("whoever isn’t signed in is asked to, and comes back to the sheet that they were taking up", async () => {
  const answer = await site.get("/fr/essaimer/?fiche=solution/cafe");
  expect([answer.status, answer.headers.get("location")]).toEqual([
    303,
    "/fr/connexion/?suite=%2Ffr%2Fessaimer%2F%3Ffiche%3Dsolution%2Fcafe",
  ]);
});

test("the page says what the sheet is, and shows its members what the network alone may see", async () => {
  const html = await page("/fr/essaimer/?fiche=solution/cafe");
  expect(html).toContain("Essaimer cette solution");
  expect(html).toContain("Entre nous");
  expect(await (await site.get("/fr/solutions/cafe/")).text()).not.toContain("Entre nous");
  expect(await page("/nl/overnemen/?fiche=kit/troc")).toContain("Deze kit overnemen");
});

test("sheets that aren’t there, forged ones and one’s own can’t be taken up", async () => {
  for (const fiche of ["", "?fiche=solution/nulle-part", "?fiche=centre/phare", "?fiche=%3Cscript%3E"]) {
    const answer = await site.get(`/fr/essaimer/${fiche}`, cookie);
    expect([answer.status, await answer.text()], fiche).toEqual([404, expect.stringContaining("n’est pas publiée")]);
  }
  expect((await send("/fr/essaimer/?fiche=solution/nulle-part", taken)).status).toBe(404);
  const own = await page("/fr/essaimer/?fiche=solution/notre");
  expect(own).toContain("vient de votre centre");
  expect(own).not.toContain('name="stage"');
  expect((await send("/fr/essaimer/?fiche=solution/notre", taken)).status).toBe(409);
});

test("what is wrong is said beside its field, and all that was typed stays", async () => {
  const path = "/fr/essaimer/?fiche=solution/cafe";
  const typed = { ...taken, on: "2001-01-01", note: "Gardez-moi", privateNote: "Et moi" };
  const answer = await send(path, typed);
  const html = await answer.text();
  expect(answer.status).toBe(400);
  expect(html).toMatch(/id="field-on-error"[^>]*>.*n’était pas encore publiée ce jour-là/s);
  expect(html).toMatch(
    /<input[^>]*id="field-on"[^>]*aria-describedby="field-on-hint field-on-error" aria-invalid="true"/,
  );
  for (const kept of ["Gardez-moi", "Et moi", 'value="2001-01-01"']) expect(html).toContain(kept);
  const long = await (await send(path, { ...taken, note: tenThousandWords })).text();
  expect(long).toMatch(/id="field-note-error".*39\s?999 signes, pour 2\s?000 au plus/s);
  expect(long).toContain(tenThousandWords);
  expect(await (await send(path, { ...taken, stage: "", on: "" })).text()).toContain("Choisissez une de ces réponses");
});

test("a centre takes a sheet up, moves on, and the public page says so", async () => {
  const adopted = await send("/fr/essaimer/?fiche=solution/cafe", {
    ...taken,
    note: "Vu <b>à</b> Lens\r\net ailleurs",
  });
  const { status, headers } = adopted;
  expect([status, headers.get("location")]).toEqual([303, "/fr/essaimage/?id=l-escale-cafe&fait=adopted"]);
  const first = await page("/fr/essaimage/?id=l-escale-cafe&fait=adopted");
  expect(first).toContain("Vu &lt;b&gt;à&lt;/b&gt; Lens\net ailleurs");
  expect((await site.get("/fr/essaimer/?fiche=solution/cafe", cookie)).headers.get("location")).toBe(
    "/fr/essaimage/?id=l-escale-cafe",
  );
  const path = "/fr/essaimage/?id=l-escale-cafe";
  const running = { basedOn: basedOn(first), act: "stage", stage: "running", on: today, note: "On y est" };
  expect((await send(path, running)).headers.get("location")).toBe(`${path}&fait=stageChanged`);
  await expect
    .poll(async () => (await site.get("/fr/solutions/cafe/")).text(), { timeout: 5_000 })
    .toContain("On y est");

  const second = await send(path, { ...running, stage: "adopted", note: "Trop tard" });
  const html = await second.text();
  expect(second.status).toBe(409);
  expect(html).toContain("pendant que vous écriviez");
  expect(html).toContain("Trop tard");
  expect((await send(path, { ...running, stage: "adopted", basedOn: basedOn(html) })).status).toBe(303);
});

test("of two who take the same sheet up the second is told, sees what they wrote, and changes nothing; a second click is no second wish", async () => {
  const path = "/fr/essaimer/?fiche=solution/marche";
  const first = { ...taken, note: "La première", visibility: "network" };
  expect((await send(path, first)).headers.get("location")).toBe("/fr/essaimage/?id=l-escale-marche&fait=adopted");
  expect((await send(path, first)).headers.get("location")).toBe("/fr/essaimage/?id=l-escale-marche");
  for (const on of [today, "2001-01-01"]) {
    const second = { ...taken, on, visibility: "centre", note: "La <seconde>", privateNote: "Entre nous" };
    const answer = await send(path, second);
    expect(answer.status).toBe(409);
    expect(await answer.text()).toMatch(
      /a repris cette fiche avant vous.*Ce que vous avez écrit.*La &lt;seconde&gt;.*Notre centre seulement.*Entre nous/s,
    );
  }
  const html = await page("/fr/essaimage/?id=l-escale-marche");
  expect(html).toMatch(/Visible du réseau.*La première/s);
  expect(html).not.toContain("Entre nous");
});

test("what was told by mistake is corrected in a page without scripts; a stop without words is not taken", async () => {
  const path = "/fr/essaimage/?id=l-escale-erreur";
  await send("/fr/essaimer/?fiche=solution/erreur", { ...taken, stage: "running" });
  const act = { act: "stage", stage: "adopted", on: today, note: "" };
  await send(path, { ...act, basedOn: basedOn(await page(path)) });
  const html = await page(path);
  expect(html).toMatch(/Corriger cette étape.*Arrêter|Arrêter.*Corriger cette étape/s);
  const wrong = { act: "correct", correctStage: "stopped", correctOn: today, correctNote: "" };
  const wordless = await send(path, { ...wrong, basedOn: basedOn(html) });
  expect([wordless.status, await wordless.text()]).toEqual([
    400,
    expect.stringMatching(/<details[^>]* open.*id="field-correctNote-error"[^>]*>.*pourquoi vous arrêtez/s),
  ]);
  const back = await send(path, { ...wrong, correctStage: "running", basedOn: basedOn(html) });
  expect(back.headers.get("location")).toBe(`${path}&fait=corrected`);
  const corrected = await page(path);
  expect(corrected).toMatch(/aria-current="step".*?On essaie/s);
  expect(corrected).not.toMatch(/<strong[^>]*>En place<\/strong>\s*<span class="small soft"/);
});

test("a sheet that changed is read, and followed with a button", async () => {
  const path = "/fr/essaimage/?id=l-escale-erreur";
  const entries = [entry("solution", "erreur", { title: "L’erreur", summary: "Autre chose." })];
  expect((await site.cms.ask("/api/package/entries", { method: "POST", body: { entries } })).status).toBe(200);
  const html = await page(path);
  expect(html).toContain("J’ai lu\u00a0: suivre la version 2");
  const followed = await send(path, { act: "follow", version: "2", basedOn: basedOn(html) });
  expect(followed.headers.get("location")).toBe(`${path}&fait=followed`);
  expect(await page(path)).not.toContain("suivre la version 2");
});

test("a centre keeps its report as a draft, publishes it, and the sheet’s page shows it", async () => {
  const path = "/fr/bilan/?id=l-escale-cafe";
  expect(await page("/fr/essaimage/?id=l-escale-cafe")).toContain("Écrire le bilan");
  const said = { act: "draft", basedOn: "", on: today, language: "fr", visibility: "all", wouldRepeat: "yes" };
  const wrong = await send(path, { ...said, advice: "Gardez-moi", cost: "cher", preparationDays: "12" });
  const html = await wrong.text();
  expect(wrong.status).toBe(400);
  expect(html).toMatch(/id="field-cost-error".*Écrivez un montant en chiffres/s);
  for (const kept of ["Gardez-moi", 'value="cher"', 'value="12"']) expect(html).toContain(kept);
  const long = await (await send(path, { ...said, failed: tenThousandWords })).text();
  expect(long).toMatch(/id="field-failed-error".*39\s?999 signes, pour 10\s?000 au plus/s);
  expect(long).toContain(tenThousandWords);
  const empty = await send(path, { ...said, act: "publish" });
  expect([empty.status, await empty.text()]).toEqual([400, expect.stringContaining("Écrivez quelques mots ici")]);

  const draft = await send(path, { ...said, context: "Un <i>mardi</i>.", cost: "1 200,50" });
  expect(draft.headers.get("location")).toBe(`${path}&fait=draftKept`);
  const written = await page(path);
  expect(written).toContain("Un &lt;i&gt;mardi&lt;/i&gt;.");
  expect(await (await site.get("/fr/solutions/cafe/")).text()).not.toContain("mardi");
  const publish = { ...said, act: "publish", basedOn: basedOn(written), context: "Un <i>mardi</i>.", cost: "1200,5" };
  expect((await send(path, publish)).headers.get("location")).toBe("/fr/essaimage/?id=l-escale-cafe&fait=reported");
  await expect
    .poll(async () => (await site.get("/fr/solutions/cafe/")).text(), { timeout: 5_000 })
    .toContain("Un &lt;i&gt;mardi&lt;/i&gt;.");
  const late = await send(path, { ...publish, context: "Trop tard" });
  const both = await late.text();
  expect(late.status).toBe(409);
  expect(both).toMatch(
    /id="field-context-error".*Entre-temps, votre centre a écrit.*Un &lt;i&gt;mardi.*>Trop tard<\/textarea>/s,
  );
  expect((await site.get("/fr/bilan/?id=phare-cafe", cookie)).status).toBe(404);
});

test("with its report a centre says where it is by now, and finds it on the sheet’s page", async () => {
  const path = "/fr/bilan/?id=l-escale-fini";
  await send("/fr/essaimer/?fiche=solution/fini", { ...taken, stage: "preparing" });
  const html = await page(path);
  expect(html).toContain("Votre essaimage dit encore «\u00a0On prépare\u00a0»");
  const stageBasedOn = /name="stageBasedOn" value="([^"]+)"/.exec(html)?.[1] ?? "";
  const said = { act: "publish", basedOn: "", on: today, language: "fr", visibility: "all", context: "Un four." };
  const wordless = await send(path, { ...said, stageBasedOn, stage: "stopped" });
  const again = await wordless.text();
  expect([wordless.status, again]).toEqual([400, expect.stringContaining("Dites en quelques mots pourquoi")]);
  expect(again).toMatch(/value="stopped" checked/);
  expect(again).toContain(">Un four.</textarea>");
  const told = await send(path, { ...said, stageBasedOn, stage: "adopted" });
  const done = await page(told.headers.get("location") ?? "");
  expect(done).toMatch(/href="\/fr\/solutions\/fini\/#bilan-l-escale-fini-bilan"[^>]*>Le lire sur la fiche/);
  await expect
    .poll(async () => (await site.get("/fr/solutions/fini/")).text(), { timeout: 5_000 })
    .toMatch(/1 centre l’a en place.*id="bilan-l-escale-fini-bilan"/s);
  expect(await page(path)).not.toContain("Où en êtes-vous maintenant");
});

test("to stop takes words, and a note and who may see it are kept", async () => {
  await send("/en/adopt/?fiche=kit/troc", taken);
  const path = "/en/adoption/?id=l-escale-troc";
  const revision = async () => basedOn(await page(path));
  const stop = { act: "stop", stoppedOn: today, reason: " " };
  const wordless = await send(path, { ...stop, basedOn: await revision() });
  expect([wordless.status, await wordless.text()]).toEqual([
    400,
    expect.stringContaining("Say in a few words why you stop"),
  ]);
  await send(path, { act: "note", basedOn: await revision(), privateNote: "Between <us>" });
  expect(await page(path)).toContain("Between &lt;us&gt;");
  await send(path, { act: "visibility", basedOn: await revision(), visibility: "centre" });
  expect(await page(path)).toContain("Visible to your centre only");
  expect((await send(path, { ...stop, basedOn: await revision(), reason: "No room" })).status).toBe(303);
  expect(await page(path)).toContain("No room");
  expect(await (await site.get("/en/kits/troc/")).text()).not.toContain("No room");
});

test("another centre’s page, and one that isn’t there, open for nobody", async () => {
  for (const id of ["phare-cafe", "nulle-part", "%3Cscript%3E"]) {
    const answer = await site.get(`/fr/essaimage/?id=${id}`, cookie);
    expect([answer.status, await answer.text()], id).toEqual([404, expect.stringContaining("pas d’essaimage à cette")]);
  }
  expect((await send("/fr/essaimage/?id=phare-cafe", { act: "stage", stage: "adopted", on: today })).status).toBe(404);
  expect((await send("/fr/essaimage/?id=l-escale-cafe", { act: "fly" })).status).toBe(400);
});

test("a centre sees on one page what it took up, what to do next, what it shares, and who else acts for it", async () => {
  await send("/fr/mon-centre/", { act: "invite", email: "bruno@escale.test" });
  const html = await page("/fr/mon-centre/");
  for (const shown of ["Le café", "Bilan publié", "La nôtre", "bruno@escale.test", "1 invitation en attente"])
    expect(html).toContain(shown);
  expect(html).toMatch(/Raconter ce qui s’est passé<\/a>\s*<span[^>]*>Le troc/);
  expect(html).toContain("1 essaimage arrêté");
});
