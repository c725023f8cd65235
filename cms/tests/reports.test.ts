import { calendarDay } from "@essaim/content";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Cms, databases, type Json, startCms } from "./harness.ts";
import { type AsMember, signInAs } from "./member-calls.ts";
import { entry } from "./samples.ts";

const today = calendarDay(new Date());
const words = (count: number) => Array.from({ length: count }, (_, index) => `mot${index}`).join(" ");

describe.each(databases)("Reports, on %s", (database) => {
  let cms: Cms;
  let amina: AsMember;
  let bruno: AsMember;
  let chloe: AsMember;

  beforeAll(async () => {
    cms = await startCms({ database });
    const centre = (uid: string) => entry("centre", uid, { name: `Centre ${uid}`, kind: "centre-social" });
    const sheet = (uid: string) =>
      entry("solution", uid, { title: `Fiche ${uid}`, summary: "Une fiche.", preparationDays: 10, cost: { max: 500 } });
    const entries = [
      centre("escale"),
      centre("phare"),
      ...["cafe", "borne", "jardin", "velos", "prets", "soupe"].map(sheet),
    ];
    expect((await cms.ask("/api/package/entries", { method: "POST", body: { entries } })).status).toBe(200);
    [amina, bruno, chloe] = [
      await signInAs(cms, "Amina", "escale"),
      await signInAs(cms, "Bruno", "escale"),
      await signInAs(cms, "Chloe", "phare"),
    ];
  }, 300_000);
  afterAll(() => cms?.stop());

  const adopt = async (sheet: string, more: object = {}, by = amina): Promise<Json> => {
    const body = { resource: `solution/${sheet}`, stage: "running", on: today, visibility: "all", ...more };
    return (await by("adoptions?locale=fr", body)).body.adoption;
  };
  const said = { publish: true, on: today, language: "fr", visibility: "all" };
  const tell = (adoption: string, more: object = {}, by = amina) =>
    by("reports?locale=fr", { adoption, ...said, context: "Le mardi.", ...more });
  const read = async (adoption: string, by = amina) => (await by(`adoptions/${adoption}/report?locale=fr`)).body;
  const published = async (uid: string) =>
    (await cms.ask(`/api/published/report?uid=${uid}`, { token: cms.readToken })).body.items[0];
  const counts = async (sheet: string) => {
    const body = { keys: [`solution/${sheet}`] };
    const answer = await cms.ask("/api/published/adoption-counts", { method: "POST", token: cms.readToken, body });
    return answer.body.counts[`solution/${sheet}`];
  };
  const refused = ({ status, body }: { status: number; body: { error?: { code: string; field?: string } } }) =>
    [status, body.error?.code, body.error?.field].filter((one) => one !== undefined);

  test("a report is a draft until it is published, and counts from then on", async () => {
    const { uid } = await adopt("cafe");
    expect(await read(uid)).toEqual({ report: null, planned: { preparationDays: 10, cost: { max: 500 } } });
    const draft = await tell(uid, {
      publish: false,
      failed: "La salle :\n- trop petite\n- <b>trop</b> loin",
      cost: 120.5,
    });
    expect(draft.body.report).toMatchObject({ uid: "escale-cafe-bilan", isPublished: false, cost: 120.5 });
    expect(await published("escale-cafe-bilan")).toBeUndefined();
    expect(await counts("cafe")).toMatchObject({ running: 1, reported: 0 });
    const { report } = draft.body;
    expect(report.failed).toBe("La salle :\n\n- trop petite\n- <b>trop</b> loin");
    const told = await tell(uid, { basedOn: report.revision, wouldRepeat: "yes", preparationDays: 12, cost: 0 });
    expect(told.body.report).toMatchObject({ isPublished: true, isChanged: false, preparationDays: 12, cost: 0 });
    expect((await published("escale-cafe-bilan")).data).toMatchObject({
      ...{ adoption: { uid }, wouldRepeat: "yes", preparationDays: 12, cost: 0 },
      context: [{ type: "paragraph", children: [{ type: "text", text: "Le mardi." }] }],
    });
    expect(await counts("cafe")).toMatchObject({ running: 1, reported: 1 });
    expect((await amina(`adoptions/${uid}?locale=fr`)).body.adoption.report).toEqual({
      ...{ uid: "escale-cafe-bilan", isPublished: true, on: today, visibility: "all" },
    });
  });

  test("the stage that a centre has come to is written with what it publishes, or neither is", async () => {
    const { uid, revision } = await adopt("soupe", { stage: "preparing" });
    const now = { basedOn: revision, stage: "adopted" };
    const own = async () => (await amina(`adoptions/${uid}?locale=fr`)).body.adoption;
    for (const [more, refusal] of [
      [{ now, context: undefined }, [400, "report-empty", "context"]],
      [{ now: { ...now, stage: "interested" } }, [400, "stage-backwards", "stage"]],
      [{ now: { ...now, stage: "stopped" } }, [400, "reason-missing", "reason"]],
      [{ now: { ...now, basedOn: "2020-01-01T00:00:00.000Z" } }, [409, "changed-meanwhile"]],
      [{ now: { ...now, on: today } }, [400, "invalid-request", "now.on"]],
    ] as const) {
      expect(refused(await tell(uid, more))).toEqual(refusal);
      expect(await own()).toMatchObject({ stage: "preparing", revision, report: null });
    }
    const draft = await tell(uid, { now, publish: false });
    expect(await own()).toMatchObject({ stage: "preparing", report: { isPublished: false } });
    expect((await tell(uid, { now, basedOn: draft.body.report.revision })).status).toBe(200);
    expect(await own()).toMatchObject({
      ...{ stage: "adopted", report: { isPublished: true } },
      history: [{ stage: "preparing" }, { stage: "adopted", on: today, by: "Amina" }],
    });
    expect(await counts("soupe")).toMatchObject({ preparing: 0, adopted: 1, reported: 1 });
  });

  test("a published report is corrected in a draft first, and its versions are kept with who wrote them", async () => {
    const { uid } = await adopt("borne");
    const { report } = (await tell(uid)).body;
    const draft = await tell(uid, { basedOn: report.revision, publish: false, context: "Le jeudi." }, bruno);
    expect(draft.body.report).toMatchObject({ isPublished: true, isChanged: true, context: "Le jeudi." });
    expect(JSON.stringify(await published("escale-borne-bilan"))).toContain("Le mardi.");
    await tell(uid, { basedOn: draft.body.report.revision, context: "Le jeudi." }, bruno);
    const { documentId, data } = await published("escale-borne-bilan");
    expect(JSON.stringify(data)).toContain("Le jeudi.");
    const { items } = (await cms.ask(`/api/versions/report/${documentId}`, { token: cms.readToken })).body;
    expect(items.map(({ author }: { author: string }) => author)).toEqual(["Bruno", "Amina"]);
  });

  test("the second of two members at once is told, also of two who begin", async () => {
    const { uid } = await adopt("jardin");
    const both = await Promise.all([tell(uid), tell(uid, { context: "Autre chose." }, bruno)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(refused(await tell(uid, {}, bruno))).toEqual([409, "changed-meanwhile"]);
  });

  test("what is too long, too wide, of another day or says nothing is refused with its field", async () => {
    const { uid } = await adopt("velos", { visibility: "network" });
    const kept = { visibility: "network" };
    for (const name of ["context", "changed", "failed", "advice"])
      expect(refused(await tell(uid, { ...kept, [name]: words(10_000) }))).toEqual([400, "invalid-request", name]);
    expect(refused(await tell(uid))).toEqual([400, "visibility-too-wide", "visibility"]);
    expect(refused(await tell(uid, { ...kept, on: "2999-01-01" }))).toEqual([400, "date-in-future", "on"]);
    expect(refused(await tell(uid, { ...kept, on: "2001-01-01" }))).toEqual([400, "date-before-sheet", "on"]);
    expect(refused(await tell(uid, { ...kept, preparationDays: 1.5 }))).toEqual([
      ...[400, "invalid-request"],
      "preparationDays",
    ]);
    expect(refused(await tell(uid, { ...kept, cost: -1 }))).toEqual([400, "invalid-request", "cost"]);
    expect(refused(await tell(uid, { ...kept, context: undefined }))).toEqual([400, "report-empty", "context"]);
    const { uid: only } = await adopt("borne", { stage: "interested" }, chloe);
    expect(refused(await tell(only, {}, chloe))).toEqual([400, "nothing-done", "publish"]);
  });

  test("another centre's adoption can't be reported on, and its report is read by nobody else", async () => {
    const { uid } = await adopt("cafe");
    expect(refused(await tell(uid, {}, chloe))).toEqual([404, "unknown-adoption"]);
    expect((await chloe(`adoptions/${uid}/report?locale=fr`)).status).toBe(404);
    expect(refused(await tell("nulle-part"))).toEqual([404, "unknown-adoption"]);
  });

  test("a report is shown to no more people than its adoption, and what wasn't published yet stays so", async () => {
    const adoption = await adopt("prets");
    const { report } = (await tell(adoption.uid)).body;
    await tell(adoption.uid, { basedOn: report.revision, publish: false, context: "Pas encore." });
    const hide = { basedOn: adoption.revision, visibility: "network" };
    expect((await amina(`adoptions/${adoption.uid}/visibility?locale=fr`, hide)).status).toBe(200);
    expect(await published("escale-prets-bilan")).toBeUndefined();
    const own = (await read(adoption.uid)).report;
    expect(own).toMatchObject({ visibility: "network", context: "Pas encore.", isPublished: true, isChanged: true });
    const { others } = (await chloe("resources/solution/prets?locale=fr")).body;
    expect(JSON.stringify(others[0].report)).toContain("Le mardi.");
    expect(JSON.stringify(others[0].report)).not.toContain("Pas encore.");
  });

  test("public reports are in a package and come back from it; those of the network and private notes are in none", async () => {
    await adopt("velos", { privateNote: "Entre nous." });
    const exported = await cms.ask("/api/package/export", { method: "GET" });
    const all = JSON.stringify(exported.body);
    expect(exported.status, all.slice(0, 200)).toBe(200);
    expect(all).toContain("escale-cafe-bilan");
    const { line } = exported.body.items.find((one: Json) => one.line.uid === "escale-cafe-bilan");
    const entries = [{ ...line, sourceLocale: line.locale, files: {} }];
    const compared = await cms.ask("/api/package/entries/compare", { method: "POST", body: { entries } });
    expect(compared.body).toEqual({ results: ["unchanged"] });
    for (const hidden of ["escale-prets-bilan", "Entre nous.", "Amina"]) expect(all).not.toContain(hidden);
  });
});
