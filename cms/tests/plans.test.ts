import { calendarDay, type DatedStep, type Plan, seenOf, usualStart } from "@essaim/content";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Answer, type Cms, type Documents, databases, startCms } from "./harness.ts";
import { type AsMember, signInAs } from "./member-calls.ts";
import { entry } from "./samples.ts";

const today = calendarDay(new Date());
const words = (count: number) => Array.from({ length: count }, (_, index) => `mot${index}`).join(" ");
const cafe = (plan: object[], more: object = {}) => ({
  ...{ title: "Café des démarches", summary: "Un café.", cost: { max: 500 }, means: { equipment: ["Une cafetière"] } },
  ...{ related: ["kit/atelier"], replication: { prerequisites: ["L’accord de la direction"], plan }, ...more },
});
const invite = {
  title: "Inviter",
  weekOffset: -2,
  durationWeeks: 2,
  role: "Accueil",
  checklist: ["Afficher", "Appeler"],
};
const open = { title: "Ouvrir", weekOffset: 0, checklist: ["Faire le café"] };

describe.each(databases)("Plans, on %s", (database) => {
  let cms: Cms;
  let amina: AsMember;
  let bruno: AsMember;
  let voisine: AsMember;

  const publish = async (data: object) =>
    expect(
      (
        await cms.ask("/api/package/entries", {
          method: "POST",
          body: { entries: [entry("solution", "cafe", { ...data })] },
        })
      ).status,
    ).toBe(200);

  beforeAll(async () => {
    cms = await startCms({ database });
    const entries = [
      ...["escale", "phare", "loin"].map((uid) =>
        entry("centre", uid, { name: `Centre ${uid}`, kind: "centre-social" }),
      ),
      entry("kit", "atelier", {
        ...{ title: "Atelier", summary: "Un kit.", groupSize: { max: 10 }, before: [{ title: "Inviter" }] },
        agenda: [{ title: "Tour", minutes: 10, kind: "plenary", materials: [{ name: "Feutres", quantity: 3 }] }],
      }),
    ];
    expect((await cms.ask("/api/package/entries", { method: "POST", body: { entries } })).status).toBe(200);
    await publish(cafe([invite, open]));
    amina = await signInAs(cms, "Amina", "escale");
    bruno = await signInAs(cms, "Bruno", "escale");
    voisine = await signInAs(cms, "Chloe", "phare");
    for (const [by, resource] of [
      [amina, "solution/cafe"],
      [amina, "kit/atelier"],
      [voisine, "solution/cafe"],
    ] as const)
      expect(
        (await by("adoptions?locale=fr", { resource, stage: "interested", on: today, visibility: "all" })).status,
      ).toBe(200);
  }, 300_000);
  afterAll(() => cms?.stop());

  const path = (uid: string, act = "") => `adoptions/${uid}/plan${act}?locale=fr`;
  const make = (by: AsMember, uid: string, startDate = "2027-03-01") => by(path(uid), { startDate });
  const edit = (by: AsMember, uid: string, ...edits: object[]) => by(path(uid, "/edit"), { edits });
  const planOf = async (by: AsMember, uid: string): Promise<Plan> => (await by(path(uid))).body.plan.plan;
  const offersOf = async (by: AsMember, uid: string): Promise<{ key: string; kind: string; state: string }[]> =>
    (await by(path(uid))).body.plan.offers;
  const stepOf = (plan: Plan, title: string): DatedStep & { key: string } => {
    const step = plan.steps?.find((one) => one.title === title);
    if (step?.key === undefined) throw new Error(`no step ${title}`);
    return { ...step, key: step.key };
  };
  const refused = ({ status, body }: Answer) =>
    [status, body.error?.code, body.error?.field?.replace(/^edits\.0\./, "")].filter((one) => one !== undefined);

  test("who begins to prepare has a plan at once, made of the sheet, and one that is there is never touched", async () => {
    const louis = await signInAs(cms, "Louis", "loin");
    const take = async (resource: string, stage = "interested") =>
      (await louis("adoptions?locale=fr", { resource, stage, on: today, visibility: "all" })).body;
    const move = async (uid: string, basedOn: string, stage: string, more: object = {}) =>
      (await louis(`adoptions/${uid}/stage?locale=fr`, { basedOn, stage, on: today, ...more })).body;
    const first = await take("solution/cafe");
    expect(first).toMatchObject({ isNew: true, planMade: false });
    const prepared = await move("loin-cafe", first.adoption.revision, "preparing");
    expect([prepared.adoption.stage, prepared.planMade]).toEqual(["preparing", true]);
    const plan = await planOf(louis, "loin-cafe");
    expect(plan).toMatchObject({ startDate: usualStart(today), budget: 500 });
    expect(plan.steps?.map(({ title }) => title)).toEqual(expect.arrayContaining(["Inviter", "Ouvrir"]));
    const stopped = await move("loin-cafe", prepared.adoption.revision, "stopped", { reason: "Plus de salle." });
    const again = await move("loin-cafe", stopped.adoption.revision, "preparing");
    expect([again.adoption.stage, again.planMade]).toEqual(["preparing", false]);
    expect(await planOf(louis, "loin-cafe")).toEqual(plan);
    expect(await take("kit/atelier", "preparing")).toMatchObject({ isNew: true, planMade: true });
    expect(await take("kit/atelier", "preparing")).toMatchObject({ isNew: false, planMade: false });
  });

  test("a sheet that proposes nothing makes no plan, and a change of stage that is refused makes none either", async () => {
    const louis = await signInAs(cms, "Louise", "loin");
    const vide = entry("solution", "vide", { title: "Vide", summary: "Rien à faire." });
    await cms.ask("/api/package/entries", { method: "POST", body: { entries: [vide] } });
    const taken = await louis("adoptions?locale=fr", {
      ...{ resource: "solution/vide", stage: "preparing", on: today, visibility: "all" },
    });
    expect(taken.body).toMatchObject({ isNew: true, planMade: false });
    expect((await louis(path("loin-vide"))).body.plan).toBeNull();
    const early = { resource: "solution/cafe", stage: "preparing", on: "2001-01-01", visibility: "all" };
    expect(
      (
        await bruno("adoptions/escale-cafe/stage?locale=fr", {
          basedOn: "2001-01-01T00:00:00.000Z",
          stage: "preparing",
          on: today,
        })
      ).status,
    ).toBe(409);
    expect((await voisine("adoptions?locale=fr", { ...early, resource: "kit/atelier" })).status).toBe(400);
    expect((await bruno(path("escale-cafe"))).body.plan).toBeNull();
  });

  test("a plan is made once, from the sheet, its kits and the day on which the centre begins", async () => {
    expect((await amina(path("escale-cafe"))).body).toMatchObject({ adoption: { uid: "escale-cafe" }, plan: null });
    const both = await Promise.all([make(amina, "escale-cafe"), make(bruno, "escale-cafe", "2027-09-01")]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(both[0]?.body).toEqual(both[1]?.body);
    const plan = await planOf(bruno, "escale-cafe");
    expect(plan).toMatchObject({
      ...{ version: 1, language: "fr", budget: 500 },
      materials: ["Une cafetière", "3\u00a0× Feutres (Atelier)"],
      steps: [
        { title: "Vérifier ce qu’il faut avant de commencer", checklist: ["L’accord de la direction"] },
        { title: "Inviter", role: "Accueil", checklist: ["Afficher", "Appeler"] },
        { title: "Ouvrir", on: plan.startDate },
      ],
    });
    expect((await make(amina, "escale-atelier")).body.plan.plan.steps).toMatchObject([
      { title: "Tout préparer" },
      { title: "Tenir l’atelier\u00a0: Atelier" },
    ]);
  });

  test("two members edit different parts at once, and the second in the same part is told: nothing is lost", async () => {
    const plan = await planOf(amina, "escale-cafe");
    const step = stepOf(plan, "Inviter");
    const rename = (title: string) => ({ kind: "step", key: step.key, seen: seenOf.step(step), step: { title } });
    const ticks = { kind: "ticks", key: step.key, seen: seenOf.ticks(step), done: ["Appeler"], isDone: false };
    const notes = (said: string) => ({ kind: "notes", seen: seenOf.notes(plan), notes: said });
    const answers = await Promise.all([
      edit(amina, "escale-cafe", notes("D’Amina.")),
      edit(bruno, "escale-cafe", ticks),
      edit(bruno, "escale-cafe", notes("De Bruno.")),
    ]);
    expect(answers[1]?.status).toBe(200);
    expect([answers[0], answers[2]].map((one) => one?.status).toSorted()).toEqual([200, 409]);
    const now = await planOf(bruno, "escale-cafe");
    expect(["D’Amina.", "De Bruno."]).toContain(now.notes);
    expect(stepOf(now, "Inviter").done).toEqual(["Appeler"]);
    expect((await edit(amina, "escale-cafe", rename("Inviter"))).status).toBe(200);
    expect(refused(await edit(bruno, "escale-cafe", notes("Encore.")))).toEqual([409, "changed-meanwhile"]);
    const add = { kind: "add", step: { title: "Jamais" } };
    expect(refused(await edit(bruno, "escale-cafe", add, notes("Encore.")))).toEqual([409, "changed-meanwhile"]);
    expect(() => stepOf(now, "Jamais")).toThrow();
    expect((await planOf(bruno, "escale-cafe")).steps).toHaveLength(3);
  });

  test("steps are added, moved, done and taken away; what can't be is refused with its field", async () => {
    const add = (step: object) => edit(amina, "escale-atelier", { kind: "add", step });
    const added: Plan = (await add({ title: "Prévenir la mairie", on: "2027-02-20", responsible: "Nadia" })).body.plan
      .plan;
    const step = stepOf(added, "Prévenir la mairie");
    const done = { kind: "ticks", key: step.key, seen: seenOf.ticks(step), done: [], isDone: true };
    expect(stepOf((await edit(bruno, "escale-atelier", done)).body.plan.plan, "Prévenir la mairie").doneOn).toBe(today);
    expect(refused(await add({ title: "" }))).toEqual([400, "invalid-request", "step.title"]);
    expect(refused(await add({ title: "X", on: "2027-02-30" }))).toEqual([400, "invalid-request", "step.on"]);
    expect(refused(await add({ title: "X", on: "2027-02-02", until: "2027-02-01" }))).toEqual([
      ...[400, "until-before-on"],
      "step.until",
    ]);
    expect(refused(await add({ title: "X", doneOn: today }))).toEqual([400, "invalid-request", "step.doneOn"]);
    const remove = { kind: "remove", key: step.key, seen: seenOf.step(step) };
    expect((await edit(amina, "escale-atelier", remove)).status).toBe(200);
    expect(refused(await edit(bruno, "escale-atelier", remove))).toEqual([409, "unknown-step"]);
    const restore = (more: object = {}) =>
      edit(amina, "escale-atelier", { kind: "restore", step: { ...step, ...more } });
    expect(stepOf((await restore()).body.plan.plan, "Prévenir la mairie")).toEqual(step);
    expect((await restore()).status).toBe(200);
    const twins = (await planOf(amina, "escale-atelier")).steps?.filter(({ key }) => key === step.key);
    expect(twins).toHaveLength(1);
    expect(refused(await restore({ key: undefined }))).toEqual([400, "invalid-request", "step.key"]);
    expect((await edit(amina, "escale-atelier", remove)).status).toBe(200);
    for (const startDate of ["1999-12-31", "2101-01-01", "hier"])
      expect(refused(await make(amina, "escale-atelier", startDate))).toEqual([400, "invalid-request", "startDate"]);
  });

  test("ten thousand words and hostile text are kept as they were written; what is too long is refused whole", async () => {
    const notes = async (said: string) =>
      edit(amina, "escale-atelier", {
        kind: "notes",
        seen: seenOf.notes(await planOf(amina, "escale-atelier")),
        notes: said,
      });
    const long = `${words(10_000)}\n<script>alert(1)</script> {{7*7}} ' OR 1=1 --`;
    expect((await notes(long)).status).toBe(200);
    expect((await planOf(bruno, "escale-atelier")).notes).toBe(long);
    expect(refused(await notes("x".repeat(100_001)))).toEqual([400, "invalid-request", "notes"]);
    expect((await planOf(bruno, "escale-atelier")).notes).toBe(long);
    const title = "<img src=x onerror=alert(1)>";
    const made = await edit(amina, "escale-atelier", { kind: "add", step: { title, checklist: [title] } });
    expect(stepOf(made.body.plan.plan, title).checklist).toEqual([title]);
  });

  test("what a later version changes is offered, taken or left, and never overwrites the centre's own words", async () => {
    const before = await planOf(amina, "escale-cafe");
    const own = stepOf(before, "Ouvrir");
    const step = { title: "On ouvre", on: own.on, checklist: own.checklist };
    expect(
      (await edit(amina, "escale-cafe", { kind: "step", key: own.key, seen: seenOf.step(own), step })).status,
    ).toBe(200);
    expect(await offersOf(amina, "escale-cafe")).toEqual([]);
    await publish(
      cafe([invite, { ...open, title: "Ouvrir la porte" }, { title: "Fêter", weekOffset: 4 }], { cost: { max: 650 } }),
    );
    const offers = await offersOf(bruno, "escale-cafe");
    expect(offers.map(({ kind, state }) => [kind, state])).toEqual([
      ["step-retitled", "own"],
      ["step-added", "open"],
      ["budget", "open"],
    ]);
    const [retitled = "", added = "", budget = ""] = offers.map(({ key }) => key);
    expect(await planOf(bruno, "escale-cafe")).toMatchObject({ version: 1, budget: 500 });
    expect(refused(await edit(bruno, "escale-cafe", { kind: "take", offers: [retitled] }))).toEqual([
      409,
      "changed-meanwhile",
    ]);
    const taken = (await edit(bruno, "escale-cafe", { kind: "take", offers: [added] })).body.plan;
    expect(stepOf(taken.plan, "Fêter")).toBeDefined();
    expect(taken.offers).toHaveLength(2);
    const left = (await edit(bruno, "escale-cafe", { kind: "leave", offers: [retitled, budget] })).body.plan;
    expect(left.offers).toEqual([]);
    expect(left.plan).toMatchObject({ version: 2, budget: 500 });
    expect(left.plan).not.toHaveProperty("left");
    expect(stepOf(left.plan, "On ouvre")).toBeDefined();
  });

  test("another centre's plan can be neither read nor changed, and nobody reads one without a session", async () => {
    const notes = { kind: "notes", seen: seenOf.notes(await planOf(amina, "escale-cafe")), notes: "Volé." };
    for (const uid of ["escale-cafe", "nulle-part", "%27%20or%201=1"]) {
      expect(refused(await voisine(path(uid)))).toEqual([404, "unknown-adoption"]);
      expect(refused(await make(voisine, uid))).toEqual([404, "unknown-adoption"]);
      expect(refused(await edit(voisine, uid, notes))).toEqual([404, "unknown-adoption"]);
    }
    expect(refused(await edit(voisine, "phare-cafe", notes))).toEqual([404, "unknown-plan"]);
    const forged = { kind: "remove", key: "x' or 1=1", seen: "" };
    expect(refused(await edit(amina, "escale-cafe", forged))).toEqual([409, "unknown-step"]);
    const seule = await signInAs(cms, "Seule");
    expect(refused(await seule(path("escale-cafe")))).toEqual([403, "no-centre"]);
    const anonymous = await cms.ask(`/api/member/${path("escale-cafe")}`, { token: cms.readToken });
    expect(anonymous.status).toBe(401);
  });

  test("nothing of a plan is in a version, the feed, a package or any public answer", async () => {
    await edit(amina, "escale-cafe", {
      ...{ kind: "notes", seen: seenOf.notes(await planOf(amina, "escale-cafe")), notes: "Secret de plan." },
    });
    const kept = await cms.run(async (strapi) =>
      JSON.stringify([
        await strapi.db.connection("essaim_versions"),
        await strapi.db.connection("essaim_changes"),
        await strapi.db.connection("essaim_live"),
      ]),
    );
    expect(kept).not.toContain("Secret de plan");
    expect(kept).not.toContain('"plan",');
    const { changes } = (await cms.ask("/api/changes?after=0", { token: cms.readToken })).body;
    expect(changes.map(({ type }: { type: string }) => type)).not.toContain("plan");
    expect((await cms.ask("/api/published/plan", { token: cms.readToken })).status).not.toBe(200);
    expect((await cms.ask("/api/plans", { token: cms.readToken })).status).not.toBe(200);
  });

  test("a plan that an editor wrote at the desk, longer than plans are, is shown as far as it goes", async () => {
    const before = await planOf(amina, "escale-atelier");
    await cms.run(async (strapi) => {
      const { documentId } = await strapi.db.query("api::plan.plan").findOne({ where: { uid: "escale-atelier" } });
      const checklist = Array.from({ length: 90 }, (_, line) => `Ligne\t${line}`).join("\n");
      const step = { title: "Du bureau", checklist };
      const plans = strapi.documents("api::plan.plan") as unknown as Documents;
      await plans.update({ documentId, data: { steps: [step, step] } });
    });
    const plan = await planOf(amina, "escale-atelier");
    expect(plan.notes).toBe(before.notes);
    expect(plan.steps?.map(({ checklist }) => checklist?.length)).toEqual([60, 60]);
    const step = stepOf(plan, "Du bureau");
    const done = ["Ligne 3"];
    const ticks = { kind: "ticks", key: step.key, seen: seenOf.ticks(step), done, isDone: false };
    expect((await edit(amina, "escale-atelier", ticks)).status).toBe(200);
    expect(stepOf(await planOf(bruno, "escale-atelier"), "Du bureau").done).toEqual(done);
  });

  test("a plan outlives its sheet, and one that isn't made yet can't be made any more", async () => {
    await cms.run(async (strapi) => {
      const { documentId } = await strapi.db.query("api::solution.solution").findOne({ where: { uid: "cafe" } });
      await strapi.documents("api::solution.solution").unpublish({ documentId, locale: "fr" });
    });
    const { plan, adoption } = (await amina(path("escale-cafe"))).body;
    expect([adoption.resource, plan.offers, plan.plan.notes]).toEqual([null, [], "Secret de plan."]);
    expect(refused(await make(voisine, "phare-cafe"))).toEqual([404, "unknown-resource"]);
  });
});
