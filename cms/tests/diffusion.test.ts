import { calendarDay } from "@essaim/content";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Cms, databases, type Json, startCms } from "./harness.ts";
import { type AsMember, signInAs } from "./member-calls.ts";
import { entry } from "./samples.ts";

const today = calendarDay(new Date());
const longAgo = "2026-01-15";

describe.each(databases)("The diffusion view, on %s", (database) => {
  let cms: Cms;
  let amina: AsMember;
  let farid: AsMember;

  beforeAll(async () => {
    cms = await startCms({ database });
    const adoption = (uid: string, data: object) =>
      entry("adoption", uid, { resource: "solution/cafe", version: 1, visibility: "all", ...data });
    const entries = [
      ...["escale", "phare", "loin"].map((uid) =>
        entry("centre", uid, { name: `Centre ${uid}`, kind: "centre-social" }),
      ),
      entry("solution", "cafe", { title: "Café", summary: "Une fiche." }),
      entry("solution", "seule", { title: "Seule", summary: "Une fiche." }),
      adoption("phare-cafe", { centre: "phare", stage: "adopted", history: [{ stage: "adopted", on: longAgo }] }),
      adoption("loin-cafe", { centre: "loin", stage: "adopted", history: [{ stage: "adopted", on: longAgo }] }),
      entry("report", "bilan-loin", { adoption: "loin-cafe", on: today, visibility: "all", advice: "Oser." }),
    ];
    expect((await cms.ask("/api/package/entries", { method: "POST", body: { entries } })).status).toBe(200);
    amina = await signInAs(cms, "Amina", "escale");
    farid = await signInAs(cms, "Farid");
    await cms.run((strapi) =>
      strapi.db
        .query("plugin::users-permissions.user")
        .update({ where: { email: "farid@essaim.test" }, data: { federation: true } }),
    );
  }, 300_000);
  afterAll(() => cms?.stop());

  const view = async () => (await farid("diffusion?locale=fr")).body;
  const stepOf = (body: Json, centre: string) => body.steps.find((step: Json) => step.centre === centre);

  test("shows every centre, the sheets that are taken up, and which reports are awaited", async () => {
    const body = await view();
    expect(body.centres.map(({ uid }: Json) => uid).toSorted()).toEqual(["escale", "loin", "phare"]);
    expect(body.resources.map(({ uid }: Json) => uid)).toEqual(["cafe"]);
    expect(stepOf(body, "phare")).toMatchObject({
      ...{ resource: "solution/cafe", stage: "adopted", since: longAgo, isReported: false, isReportDue: true },
      hasMoved: true,
    });
    expect(stepOf(body, "loin")).toMatchObject({ isReported: true, isReportDue: false });
  });

  test("tells what moved since the reader said that they had seen all, and nothing that a centre keeps to itself", async () => {
    const { at } = await view();
    expect((await farid("diffusion/seen", { at })).status).toBe(204);
    const asked = { resource: "solution/cafe", stage: "interested", on: today, note: "Vu à Lens." };
    const { adoption } = (await amina("adoptions?locale=fr", { ...asked, visibility: "network" })).body;
    const body = await view();
    expect(body.seenAt).toBe(at);
    expect(stepOf(body, "escale")).toMatchObject({ hasMoved: true, words: "Vu à Lens.", visibility: "network" });
    expect(stepOf(body, "phare").hasMoved).toBe(false);
    await amina(`adoptions/${adoption.uid}/visibility?locale=fr`, { basedOn: adoption.revision, visibility: "centre" });
    expect(stepOf(await view(), "escale")).toBeUndefined();
  });

  test("is for the federation's team alone", async () => {
    expect((await amina("diffusion?locale=fr")).status).toBe(403);
    expect((await amina("diffusion/seen", { at: new Date().toISOString() })).status).toBe(403);
    expect((await cms.ask("/api/member/diffusion?locale=fr", { token: cms.readToken })).status).toBe(401);
    expect((await farid("diffusion/seen", { at: "yesterday" })).status).toBe(400);
    expect((await farid("diffusion?locale=xx")).status).toBe(400);
  });
});
