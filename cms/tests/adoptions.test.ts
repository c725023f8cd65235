import { calendarDay } from "@essaim/content";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Cms, type Documents, databases, startCms } from "./harness.ts";
import { type AsMember, signInAs } from "./member-calls.ts";
import { entry } from "./samples.ts";

const today = calendarDay(new Date());
const words = (count: number) => Array.from({ length: count }, (_, index) => `mot${index}`).join(" ");
const solution = (uid: string, more: object = {}, status: "published" | "draft" = "published") =>
  entry("solution", uid, { title: `Fiche ${uid}`, summary: "Une fiche.", ...more }, { status });

describe.each(databases)("Adoptions, on %s", (database) => {
  let cms: Cms;
  let amina: AsMember;
  let bruno: AsMember;
  let voisine: AsMember;

  beforeAll(async () => {
    cms = await startCms({ database });
    const centre = (uid: string, more: object = {}) =>
      entry("centre", uid, { name: `Centre ${uid}`, kind: "centre-social", ...more });
    const entries = [
      entry("audience", "familles", { labels: { fr: "Familles" } }),
      centre("escale", { city: "Douai", size: "medium", audiences: ["familles"] }),
      centre("phare", { city: "Douai", size: "medium", audiences: ["familles"] }),
      centre("loin", { size: "large", isExample: true }),
      ...["cafe", "borne", "jardin", "velos", "prets", "troc", "chaises", "corrigee", "suivie"].map((uid) =>
        solution(uid),
      ),
      solution("cachee", {}, "draft"),
      solution("maison", { centres: ["escale"] }),
      entry("kit", "cafe", { title: "Kit café", summary: "Un kit." }),
    ];
    expect((await cms.ask("/api/package/entries", { method: "POST", body: { entries } })).status).toBe(200);
    amina = await signInAs(cms, "Amina", "escale");
    bruno = await signInAs(cms, "Bruno", "escale");
    voisine = await signInAs(cms, "Chloe", "phare");
  }, 300_000);
  afterAll(() => cms?.stop());

  const ask = { stage: "interested", on: today, visibility: "all" };
  const adopt = (by: AsMember, resource: string, more: object = {}) =>
    by("adoptions?locale=fr", { resource, ...ask, ...more });
  const change = (by: AsMember, { uid, revision }: { uid: string; revision: string }, what: string, body: object) =>
    by(`adoptions/${uid}/${what}?locale=fr`, { basedOn: revision, ...body });
  const read = async (by: AsMember, uid: string) => (await by(`adoptions/${uid}?locale=fr`)).body.adoption;
  const published = async (uid: string) =>
    (await cms.ask(`/api/published/adoption?uid=${uid}`, { token: cms.readToken })).body.items[0];
  const refused = ({ status, body }: { status: number; body: { error?: { code: string; field?: string } } }) =>
    [status, body.error?.code, body.error?.field].filter((one) => one !== undefined);

  test("a centre takes a sheet up: its page is told at once, with what was written, and its note stays private", async () => {
    const before = (await cms.ask("/api/changes", { token: cms.readToken })).body.last;
    const answer = await adopt(amina, "solution/cafe", { note: "Vue à Lens.", privateNote: "Demander la clé." });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      isNew: true,
      adoption: {
        ...{ uid: "escale-cafe", key: "solution/cafe", version: 1, newest: 1, stage: "interested", visibility: "all" },
        resource: { title: "Fiche cafe", slug: "cafe" },
        history: [{ stage: "interested", on: today, note: "Vue à Lens.", by: "Amina" }],
        privateNote: "Demander la clé.",
        earliest: today,
      },
    });
    const { changes } = (await cms.ask(`/api/changes?after=${before}`, { token: cms.readToken })).body;
    expect(changes).toMatchObject([{ type: "adoption", uid: "escale-cafe", action: "publish" }]);
    const { documentId, data } = await published("escale-cafe");
    expect(data).toMatchObject({ centre: { uid: "escale" }, resource: { uid: "cafe" }, version: 1 });
    const { items } = (await cms.ask(`/api/versions/adoption/${documentId}`, { token: cms.readToken })).body;
    expect(items[0].author).toBe("Amina");
    const kept = await cms.run(async (strapi) => JSON.stringify(await strapi.db.connection("essaim_versions")));
    expect(kept).not.toContain("Demander la clé.");
    expect(kept).not.toContain('"by"');
  });

  test("a second adoption of the same sheet by the same centre is the first one, also of two at once", async () => {
    const both = await Promise.all([
      adopt(amina, "solution/borne"),
      adopt(bruno, "solution/borne", { stage: "running" }),
    ]);
    expect(both.map(({ body }) => body.isNew).toSorted()).toEqual([false, true]);
    expect(new Set(both.map(({ body }) => body.adoption.uid))).toEqual(new Set(["escale-borne"]));
    expect((await adopt(amina, "kit/cafe")).body).toMatchObject({ isNew: true, adoption: { key: "kit/cafe" } });
    const listed = (await bruno("adoptions?locale=fr")).body.adoptions;
    expect(listed.filter(({ key }: { key: string }) => key === "solution/borne")).toHaveLength(1);
    expect((await adopt(voisine, "solution/borne")).body).toMatchObject({
      isNew: true,
      adoption: { uid: "phare-borne" },
    });
  });

  test("drafts, what isn't there, forged keys and one's own sheets are refused", async () => {
    expect(refused(await adopt(amina, "solution/cachee"))).toEqual([404, "unknown-resource", "resource"]);
    expect(refused(await adopt(amina, "solution/nulle-part"))).toEqual([404, "unknown-resource", "resource"]);
    expect(refused(await adopt(amina, "centre/phare"))).toEqual([400, "invalid-request", "resource"]);
    expect(refused(await adopt(amina, "solution/../x"))).toEqual([400, "invalid-request", "resource"]);
    expect(refused(await adopt(amina, "solution/maison"))).toEqual([409, "own-resource", "resource"]);
    expect(refused(await amina("resources/solution/cachee?locale=fr"))).toEqual([404, "unknown-resource"]);
    expect(refused(await amina("resources/centre/phare?locale=fr"))).toEqual([404, "unknown-resource"]);
    expect(refused(await adopt(amina, "solution/jardin", { centre: "phare" }))).toEqual([
      400,
      "invalid-request",
      "centre",
    ]);
  });

  test("stages go on with their day and note, and who told of them; what doesn't follow is refused with its field", async () => {
    const { adoption } = (await adopt(amina, "solution/jardin")).body;
    const on = (stage: string, more: object = {}) => change(bruno, adoption, "stage", { stage, on: today, ...more });
    expect(refused(await on("interested"))).toEqual([400, "stage-unchanged", "stage"]);
    expect(refused(await on("stopped"))).toEqual([400, "reason-missing", "reason"]);
    expect(refused(await on("preparing", { on: "2001-01-01" }))).toEqual([400, "date-before-sheet", "on"]);
    expect(refused(await on("preparing", { on: "2999-01-01" }))).toEqual([400, "date-in-future", "on"]);
    expect(refused(await on("preparing", { on: "2026-02-30" }))).toEqual([400, "invalid-request", "on"]);
    expect(refused(await on("flying"))).toEqual([400, "invalid-request", "stage"]);
    expect(refused(await on("preparing", { note: words(10_000) }))).toEqual([400, "invalid-request", "note"]);
    const running = (await on("running", { note: "<script>alert(1)</script>" })).body.adoption;
    expect(running.history.map(({ by }: { by: string }) => by)).toEqual(["Amina", "Bruno"]);
    expect((await published("escale-jardin")).data).toMatchObject({
      stage: "running",
      history: [{ stage: "interested" }, { stage: "running", note: "<script>alert(1)</script>" }],
    });
    const back = await change(amina, running, "stage", { stage: "preparing", on: today });
    expect(refused(back)).toEqual([400, "stage-backwards", "stage"]);
    const stop = { stage: "stopped", on: today, reason: "Plus de salle." };
    const stopped = (await change(amina, running, "stage", stop)).body.adoption;
    expect(stopped.stoppedBecause).toBe("Plus de salle.");
    expect((await adopt(amina, "solution/jardin")).body).toMatchObject({
      isNew: false,
      adoption: { stage: "stopped" },
    });
    const again = (await change(amina, stopped, "stage", { stage: "preparing", on: today })).body.adoption;
    expect([again.stage, again.history.length]).toEqual(["preparing", 4]);
  });

  test("for a day the stage told last can be corrected; the history shows only the correction", async () => {
    const { adoption } = (await adopt(amina, "solution/corrigee", { stage: "running" })).body;
    const adopted = (await change(amina, adoption, "stage", { stage: "adopted", on: today })).body.adoption;
    expect(adopted.correctable).toEqual({ earliest: today });
    const undone = (await change(bruno, adopted, "correction", { stage: "running", on: today })).body.adoption;
    expect([undone.stage, undone.history]).toEqual(["running", [{ stage: "running", on: today, by: "Amina" }]]);
    expect((await published("escale-corrigee")).data).toMatchObject({
      stage: "running",
      history: [{ stage: "running" }],
    });
    const stop = { stage: "stopped", on: today, reason: "Plus de salle." };
    const stopped = (await change(amina, undone, "stage", stop)).body.adoption;
    const note = "C’est en place.";
    const again = (await change(bruno, stopped, "correction", { stage: "adopted", on: today, note })).body.adoption;
    expect(again).toMatchObject({
      stage: "adopted",
      stoppedBecause: null,
      history: [{ by: "Amina" }, { note, by: "Bruno" }],
    });
    expect(refused(await change(amina, again, "correction", { stage: "interested", on: today }))).toEqual([
      ...[400, "stage-backwards"],
      "stage",
    ]);
    expect(refused(await change(amina, stopped, "correction", stop))).toEqual([409, "changed-meanwhile"]);
    expect(refused(await change(voisine, again, "correction", stop))).toEqual([404, "unknown-adoption"]);
    await cms.run(async (strapi) => {
      const uid = "api::adoption.adoption" as const;
      const { documentId, history } = await strapi.db
        .query(uid)
        .findOne({ where: { uid: "escale-corrigee" }, populate: ["history"] });
      const toldAt = new Date(Date.now() - 86_400_001).toISOString();
      await (strapi.documents(uid) as unknown as Documents).update({
        documentId,
        data: { history: history.map(({ stage, on }: { stage: string; on: string }) => ({ stage, on, toldAt })) },
      });
    });
    const late = await read(amina, "escale-corrigee");
    expect(late.correctable).toBeNull();
    expect(refused(await change(amina, late, "correction", stop))).toEqual([409, "correction-too-late"]);
    expect((await change(amina, late, "stage", stop)).body.adoption.stage).toBe("stopped");
  });

  test("once it has read what changed, a centre follows the newer version of the sheet", async () => {
    const { adoption } = (await adopt(amina, "solution/suivie")).body;
    const entries = [solution("suivie", { summary: "Une autre fiche." })];
    expect((await cms.ask("/api/package/entries", { method: "POST", body: { entries } })).status).toBe(200);
    const now = await read(amina, adoption.uid);
    expect([now.version, now.newest]).toEqual([1, 2]);
    const followed = (await change(bruno, now, "version", { version: 2 })).body.adoption;
    expect([followed.version, followed.stage]).toEqual([2, "interested"]);
    expect((await published("escale-suivie")).data.version).toBe(2);
    for (const version of [1, 3])
      expect(refused(await change(amina, followed, "version", { version }))).toEqual([
        400,
        "unknown-version",
        "version",
      ]);
    expect(refused(await change(voisine, followed, "version", { version: 2 }))).toEqual([404, "unknown-adoption"]);
  });

  test("the second of two members at once is told, and nothing of the first's is lost", async () => {
    const { adoption } = (await adopt(amina, "solution/velos")).body;
    const both = await Promise.all([
      change(amina, adoption, "stage", { stage: "preparing", on: today, note: "D’Amina." }),
      change(bruno, adoption, "stage", { stage: "running", on: today, note: "De Bruno." }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const now = await read(bruno, adoption.uid);
    const won = both.find(({ status }) => status === 200)?.body.adoption;
    expect(now).toEqual(won);
    expect(now.history).toHaveLength(2);
    expect(refused(await change(bruno, adoption, "note", { privateNote: "x" }))).toEqual([409, "changed-meanwhile"]);
    expect(refused(await change(bruno, adoption, "visibility", { visibility: "centre" }))).toEqual([
      409,
      "changed-meanwhile",
    ]);
  });

  test("what a centre shows to the network or keeps to itself is on no public page, and shown again it is", async () => {
    const { adoption } = (await adopt(amina, "solution/prets", { visibility: "network", note: "Entre nous." })).body;
    const others = async () => (await voisine("resources/solution/prets?locale=fr")).body.others;
    expect(await published("escale-prets")).toBeUndefined();
    expect(await others()).toMatchObject([
      {
        ...{ uid: "escale-prets", centre: { uid: "escale" }, words: "Entre nous.", isPublic: false },
        alike: [{ kind: "size" }, { kind: "audiences" }, { kind: "city", city: "Douai" }, { kind: "kind" }],
      },
    ]);
    const alone = (await change(amina, adoption, "visibility", { visibility: "centre" })).body.adoption;
    expect(await others()).toEqual([]);
    const all = (await change(amina, alone, "visibility", { visibility: "all" })).body.adoption;
    expect(await published("escale-prets")).toMatchObject({ data: { stage: "interested" } });
    await change(amina, all, "visibility", { visibility: "centre" });
    expect(await published("escale-prets")).toBeUndefined();
    expect(refused(await change(amina, all, "visibility", { visibility: "nobody" }))).toEqual([
      ...[400, "invalid-request"],
      "visibility",
    ]);
  });

  test("a private note is written, emptied, and never longer than it may be", async () => {
    const { adoption } = (await adopt(amina, "solution/troc")).body;
    const long = await change(amina, adoption, "note", { privateNote: words(10_000) });
    expect(refused(long)).toEqual([400, "invalid-request", "privateNote"]);
    const noted = (await change(amina, adoption, "note", { privateNote: "Voir Paul\nlundi." })).body.adoption;
    expect(noted.privateNote).toBe("Voir Paul\nlundi.");
    expect((await change(amina, noted, "note", {})).body.adoption.privateNote).toBeNull();
  });

  test("another centre's adoption can be neither read nor changed, and who acts for no centre adopts nothing", async () => {
    const { adoption } = (await adopt(amina, "solution/chaises")).body;
    for (const uid of [adoption.uid, "nulle-part", "%27%20or%201=1"])
      expect(refused(await voisine(`adoptions/${uid}?locale=fr`))).toEqual([404, "unknown-adoption"]);
    const stage = { stage: "running", on: today };
    expect(refused(await change(voisine, adoption, "stage", stage))).toEqual([404, "unknown-adoption"]);
    expect(refused(await change(voisine, adoption, "note", {}))).toEqual([404, "unknown-adoption"]);
    expect((await voisine("adoptions?locale=fr")).body.adoptions.map(({ uid }: { uid: string }) => uid)).toEqual([
      "phare-borne",
    ]);
    const seule = await signInAs(cms, "Seule");
    expect(refused(await adopt(seule, "solution/cafe"))).toEqual([403, "no-centre"]);
    const anonymous = { method: "POST", token: cms.readToken, body: { resource: "solution/cafe", ...ask } };
    expect((await cms.ask("/api/member/adoptions?locale=fr", anonymous)).status).toBe(401);
    expect((await cms.ask("/api/member/adoptions?locale=fr", { ...anonymous, token: cms.importToken })).status).toBe(
      401,
    );
  });

  test("an adoption outlives its sheet, and what an invented centre does is marked as invented", async () => {
    const loin = await signInAs(cms, "Xavier", "loin");
    const { adoption } = (await adopt(loin, "solution/troc")).body;
    expect(adoption.isExample).toBe(true);
    await cms.run(async (strapi) => {
      const { documentId } = await strapi.db.query("api::solution.solution").findOne({ where: { uid: "troc" } });
      await strapi.documents("api::solution.solution").unpublish({ documentId, locale: "fr" });
    });
    const left = await read(loin, adoption.uid);
    expect(left).toMatchObject({ key: "solution/troc", resource: null, newest: null, stage: "interested" });
    expect((await change(loin, left, "stage", { stage: "running", on: today })).body.adoption.stage).toBe("running");
  });
});
