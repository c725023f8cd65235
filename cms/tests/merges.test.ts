import { mergeOfferSchema } from "@essaim/content";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Cms, type Documents, databases, startCms } from "./harness.ts";
import { type AsMember, signInAs } from "./member-calls.ts";
import { entry, network } from "./samples.ts";

const original = "solution/originale";
const adaptation = "solution/adaptee";
const about = { title: "Originale", summary: "Un café.", licence: "CC-BY-SA-4.0" };
const steps = [{ title: "Réunir" }, { title: "Choisir", body: "Ensemble." }, { title: "Tenir" }];

describe.each(databases)("Changes taken over, on %s", (database) => {
  let cms: Cms;
  /** Of the original’s centre, of the adaptation’s, and of neither. */
  let [nadia, amina, passer, federation]: AsMember[] = [];

  const load = async (...entries: ReturnType<typeof entry>[]) => {
    const { status } = await cms.ask("/api/package/entries", { method: "POST", body: { entries } });
    expect(status).toBe(200);
  };
  const originalAs = (more: object) =>
    entry("solution", "originale", {
      ...about,
      centres: ["escale"],
      steps,
      place: "Douai",
      startDate: "2017-02-01",
      ...more,
    });
  const derivedFrom = { document: original, version: 1 };
  const adaptationAs = (more: object) =>
    entry("solution", "adaptee", {
      ...about,
      title: "Adaptée",
      centres: ["phare"],
      contributors: ["nadia"],
      steps,
      results: [{ label: "jeudis tenus", value: 97 }],
      place: "Lens",
      derivedFrom,
      ...more,
    });

  beforeAll(async () => {
    cms = await startCms({ database });
    await load(...network, entry("centre", "loin", { name: "Loin", kind: "other" }));
    await load(originalAs({}), entry("solution", "seule", { ...about, centres: ["loin"] }));
    await load(
      adaptationAs({
        preparationDays: 45,
        summary: "Un café du soir.",
        steps: [
          ...steps.slice(0, 2),
          { title: "Tenir", duration: "un jour", when: "2025-03" },
          { title: "Raconter", when: "2025-04" },
        ],
      }),
    );
    for (const [name, centre] of [
      ["Nadia", "escale"],
      ["Amina", "phare"],
      ["Passer", "loin"],
      ["Fede", "loin"],
    ] as const) {
      const by = await signInAs(cms, name, centre, name === "Fede");
      if (name === "Nadia") nadia = by;
      if (name === "Amina") amina = by;
      if (name === "Passer") passer = by;
      if (name === "Fede") federation = by;
    }
  });
  afterAll(() => cms?.stop());

  const up = { from: adaptation, into: original };
  const down = { from: original, into: adaptation };
  const asked = ({ from, into }: typeof up) => `merges?from=${from}&into=${into}`;
  const offer = async (by = nadia, pair = up) => mergeOfferSchema.parse((await by?.(asked(pair)))?.body);
  const states = async (by = nadia, pair = up) =>
    Object.fromEntries((await offer(by, pair)).changes.map(({ id, state }) => [id, state]));
  const decide = async (change: string, more: object = {}, { by = nadia, pair = up } = {}) => {
    const { base, version } = await offer(by, pair);
    return (
      (await by?.("merges", { ...pair, base, version, change, decision: "take", ...more })) ?? {
        status: 0,
        body: undefined,
      }
    );
  };
  const draft = async (uid: string) =>
    cms.run(
      async (strapi, name) =>
        strapi.db.query("api::solution.solution").findOne({
          where: { uid: name, publishedAt: null },
          populate: { steps: true, contributors: true, derivedFrom: true, results: true },
        }),
      uid,
    );

  test("are offered one by one to the original’s centre and to the federation, and to nobody else", async () => {
    const { direction, base, version, isOwn, from, into } = await offer();
    expect([direction, base, version, isOwn, from.title, into.title]).toEqual([
      "up",
      1,
      1,
      true,
      "Adaptée",
      "Originale",
    ]);
    expect(await states()).toEqual({
      summary: "open",
      preparationDays: "open",
      "steps.2.duration": "open",
      "steps.3:added": "open",
      "contributors.0:added": "open",
    });
    expect((await offer(federation)).isOwn).toBe(false);
    for (const by of [amina, passer]) expect((await by?.(asked(up)))?.status).toBe(403);
    expect((await passer?.(asked({ from: original, into: "solution/seule" })))?.status).toBe(404);
    expect((await nadia?.(asked({ from: "solution/rien", into: original })))?.status).toBe(404);
    expect((await nadia?.(asked({ from: "solution/../x", into: original })))?.status).toBe(400);
  });

  test("go into the draft alone, with credit, and can be undone", async () => {
    const { status, body } = await decide("steps.3:added");
    expect([status, body.changes.find(({ id }: { id: string }) => id === "steps.3:added")]).toMatchObject([
      200,
      { state: "taken" },
    ]);
    expect(await draft("originale")).toMatchObject({
      ...{ summary: "Un café.", preparationDays: null, contributors: [{ uid: "nadia" }] },
      ...{
        changeNote: "Reprend des idées de l’adaptation «\u00a0Adaptée\u00a0».",
        steps: [{}, {}, { duration: null }, { title: "Raconter" }],
      },
    });
    expect(
      (await cms.ask("/api/published/solution?locale=fr&mentions=centre/escale")).body.items[0].data.steps,
    ).toHaveLength(3);
    const { taken } = (await offer()).changes.find(({ id }) => id === "steps.3:added") ?? {};
    expect((await amina?.("merges/undo", { ...up, taken }))?.status).toBe(403);
    expect((await nadia?.("merges/undo", { ...up, taken }))?.status).toBe(200);
    expect((await draft("originale"))?.["steps"]).toHaveLength(3);
    expect((await states())["steps.3:added"]).toBe("open");
    expect((await nadia?.("merges/undo", { ...up, taken }))?.status).toBe(404);
  });

  test("lose their credit with the last of them that is undone, and no sooner", async () => {
    const takenOf = async (change: string) => (await offer()).changes.find(({ id }) => id === change)?.taken;
    const credit = async () => {
      const { contributors, changeNote } = (await draft("originale")) ?? {};
      return [contributors.map(({ uid }: { uid: string }) => uid), changeNote];
    };
    const note = "Reprend des idées de l’adaptation «\u00a0Adaptée\u00a0».";
    expect(await credit()).toEqual([[], null]);
    await decide("steps.3:added");
    await decide("steps.2.duration");
    await nadia?.("merges/undo", { ...up, taken: await takenOf("steps.3:added") });
    expect(await credit()).toEqual([["nadia"], note]);
    await nadia?.("merges/undo", { ...up, taken: await takenOf("steps.2.duration") });
    expect(await credit()).toEqual([[], null]);
  });

  test("leave those named who were named before", async () => {
    const named = (contributors: string[]) =>
      cms.run(async (strapi, uids) => {
        const row = await strapi.db.query("api::solution.solution").findOne({
          where: { uid: "originale", publishedAt: null },
        });
        const people = await strapi.db.query("api::person.person").findMany({ where: { uid: { $in: [...uids] } } });
        const set = people.map(({ documentId }: { documentId: string }) => ({ documentId }));
        const data = { contributors: { set } };
        await (strapi.documents("api::solution.solution") as unknown as Documents).update({
          ...{ documentId: row.documentId, locale: "fr", data },
        });
      }, contributors);
    await named(["nadia"]);
    await decide("steps.3:added");
    const { taken } = (await offer()).changes.find(({ id }) => id === "steps.3:added") ?? {};
    await nadia?.("merges/undo", { ...up, taken });
    expect((await draft("originale"))?.["contributors"]).toMatchObject([{ uid: "nadia" }]);
    await named([]);
  });

  test("leave to each centre what happened there, and when", async () => {
    await decide("steps.3:added");
    expect(await draft("originale")).toMatchObject({
      ...{ place: "Douai", startDate: "2017-02-01", results: [] },
      steps: [{}, {}, {}, { title: "Raconter", when: null }],
    });
    const taken = (await offer()).changes.find(({ id }) => id === "steps.3:added")?.taken;
    expect((await nadia?.("merges/undo", { ...up, taken }))?.status).toBe(200);
    expect(await states(amina, down)).toEqual({});
  });

  test("may be left aside, and thought of again", async () => {
    await decide("steps.2.duration", { decision: "leave" });
    const left = (await offer()).changes.find(({ id }) => id === "steps.2.duration");
    expect(left?.state).toBe("left");
    expect((await draft("originale"))?.["steps"][2].duration).toBeNull();
    await nadia?.("merges/undo", { ...up, taken: left?.taken });
    expect((await states())["steps.2.duration"]).toBe("open");
  });

  test("never overwrite what the draft says by itself: both texts are shown, and one decides", async () => {
    const written = {
      documentId: String((await draft("originale"))?.["documentId"]),
      locale: "fr",
      data: { summary: "Un café à nous.", preparationDays: 30 },
    };
    await cms.run(
      (strapi, given) => (strapi.documents("api::solution.solution") as unknown as Documents).update(given),
      written,
    );
    const conflict = (await offer()).changes.filter(({ state }) => state === "conflict");
    expect(conflict).toEqual([
      { id: "summary", state: "conflict", own: "Un café à nous." },
      { id: "preparationDays", state: "conflict", own: 30 },
    ]);
    await decide("preparationDays", { decision: "leave" });
    expect([(await states())["preparationDays"], (await draft("originale"))?.["preparationDays"]]).toEqual([
      "left",
      30,
    ]);
    const empty = await decide("summary", { decision: "write", text: " " });
    expect([empty.status, empty.body.error.code]).toEqual([400, "missing"]);
    expect((await decide("summary", { decision: "write", text: "Un café du soir, à nous." })).status).toBe(200);
    expect((await draft("originale"))?.["summary"]).toBe("Un café du soir, à nous.");
    expect((await states())["summary"]).toBe("taken");
    const { taken } = (await offer()).changes.find(({ id }) => id === "summary") ?? {};
    await nadia?.("merges/undo", { ...up, taken });
    expect((await draft("originale"))?.["summary"]).toBe("Un café à nous.");
    await decide("summary", { decision: "take" });
    expect((await draft("originale"))?.["summary"]).toBe("Un café du soir.");
  });

  test("can’t be undone where something else was written since", async () => {
    const { taken } = (await offer()).changes.find(({ id }) => id === "summary") ?? {};
    const written = {
      documentId: String((await draft("originale"))?.["documentId"]),
      locale: "fr",
      data: { summary: "Encore autre chose." },
    };
    await cms.run(
      (strapi, given) => (strapi.documents("api::solution.solution") as unknown as Documents).update(given),
      written,
    );
    const answer = await nadia?.("merges/undo", { ...up, taken });
    expect([answer?.status, answer?.body.error.code, (await draft("originale"))?.["summary"]]).toEqual([
      409,
      "written-since",
      "Encore autre chose.",
    ]);
  });

  test.each([
    ["an unknown change", { change: "steps.9:added" }, 404, "no-change"],
    ["a version that isn’t the newest any more", { version: 7 }, 409, "changed"],
    ["another common version", { base: 7 }, 409, "changed"],
    [
      "something to write where nothing is in conflict",
      { change: "steps.2.duration", decision: "write", text: "x" },
      409,
      "no-conflict",
    ],
    ["an unknown decision", { decision: "delete" }, 400, "invalid-request"],
    ["too long a text", { decision: "write", text: "x".repeat(100_001) }, 400, "invalid-request"],
  ])("are refused with %s", async (_, more, status, code) => {
    const answer = await decide("preparationDays", more);
    expect([answer.status, answer.body.error.code]).toEqual([status, code]);
  });

  test("of the original go into the adaptation, whose own changes stay, until it follows the new version", async () => {
    await load(
      originalAs({
        preparationDays: 60,
        objectives: ["ouvrir"],
        steps: [{ title: "Réunir", duration: "une heure" }, ...steps.slice(1)],
      }),
    );
    const before = await offer(amina, down);
    expect([before.direction, before.base, before.version]).toEqual(["down", 1, 2]);
    expect(await states(amina, down)).toEqual({
      "objectives.0:added": "open",
      preparationDays: "conflict",
      "steps.0.duration": "open",
    });
    expect((await nadia?.(asked(down)))?.status).toBe(403);
    await decide("steps.0.duration", {}, { by: amina, pair: down });
    const taken = await draft("adaptee");
    expect(taken).toMatchObject({
      preparationDays: 45,
      steps: [{ duration: "une heure" }, {}, { duration: "un jour" }, { title: "Raconter" }],
    });
    expect((await amina?.("merges/follow", down))?.body).toMatchObject({ base: 2, changes: [] });
    expect((await draft("adaptee"))?.["derivedFrom"]).toMatchObject({ version: 2 });
    expect((await nadia?.("merges/follow", up))?.status).toBe(409);
  });
});
