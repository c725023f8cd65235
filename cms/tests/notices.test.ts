import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { calendarDay } from "@essaim/content";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Cms, type Documents, databases, type Home, type Json, makeHome, startCms } from "./harness.ts";
import { type AsMember, signInAs } from "./member-calls.ts";
import { entry } from "./samples.ts";

const today = calendarDay(new Date());

describe.each(databases)("Notices, on %s", (database) => {
  let home: Home;
  let cms: Cms;
  let amina: AsMember;
  let bruno: AsMember;
  let chloe: AsMember;

  const publish = (uid: string, data: object) =>
    write("solution", uid, { title: `Fiche ${uid}`, summary: "Une fiche.", centres: ["escale"], ...data });
  const write = async (type: string, uid: string, data: Record<string, unknown>) => {
    const sheet = entry(type, uid, data);
    const answer = await cms.ask("/api/package/entries", { method: "POST", body: { entries: [sheet] } });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  };
  const notices = async (by: AsMember) => (await by("notices?locale=fr")).body;
  const told = async (by: AsMember, condition: (notice: Json) => boolean) => {
    let found: Json;
    await expect
      .poll(
        async () => {
          found = (await notices(by)).notices.find(condition);
          return found !== undefined;
        },
        { timeout: 10_000 },
      )
      .toBe(true);
    return found;
  };
  const mailTo = (address: string) => {
    const folder = join(cms.home.dataDir, "outbox");
    return readdirSync(folder)
      .filter((name) => name.endsWith(".txt"))
      .map((name) => readFileSync(join(folder, name), "utf8"))
      .filter((text) => text.startsWith(`À : ${address}\n`));
  };

  beforeAll(async () => {
    home = await makeHome(database);
    const environment = { PUBLIC_URL: "https://essaim.test" };
    cms = await startCms({ home, environment });
    for (const uid of ["escale", "phare", "loin"])
      await write("centre", uid, { name: `Centre ${uid}`, kind: "centre-social" });
    await signInAs(cms, "Rosa", "escale");
    await publish("vieille", { reviewDue: "2026-01-31" });
    await publish("jeune", { reviewDue: "2999-01-31" });
    await cms.stop();
    cms = await startCms({ home, environment });
    await publish("cafe", {});
    [amina, bruno, chloe] = [
      await signInAs(cms, "Amina", "escale"),
      await signInAs(cms, "Bruno", "phare"),
      await signInAs(cms, "Chloe", "loin"),
    ];
  }, 300_000);
  afterAll(async () => {
    await cms?.stop();
    await home?.dispose();
  });

  test("a centre hears by itself and by e-mail that its sheet is taken up, and of each stage, not of what came before its account", async () => {
    const asked = { resource: "solution/cafe", stage: "interested", on: today, visibility: "all" };
    const { adoption } = (await bruno("adoptions?locale=fr", asked)).body;
    expect(await told(amina, ({ kind }) => kind === "adopted")).toMatchObject({
      isRead: false,
      slug: "cafe",
      data: { about: "solution/cafe", title: "Fiche cafe", centre: "Centre phare", stage: "interested" },
    });
    const moved = { stage: "preparing", on: today, basedOn: adoption.revision };
    expect((await bruno(`adoptions/${adoption.uid}/stage?locale=fr`, moved)).status).toBe(200);
    await told(amina, ({ data }) => data.stage === "preparing");
    await expect
      .poll(() => mailTo("amina@essaim.test").join(""))
      .toContain("Centre phare prépare «\u00a0Fiche cafe\u00a0».");
    const subjects = mailTo("amina@essaim.test").map((text) => /^Objet : (.*)$/m.exec(text)?.[1]);
    expect(subjects.toSorted()).toEqual([
      "Centre phare a repéré «\u00a0Fiche cafe\u00a0»",
      "Centre phare prépare «\u00a0Fiche cafe\u00a0»",
    ]);
    const { notices: own, unread } = await notices(amina);
    expect([own.length, unread]).toEqual([2, 2]);
    expect((await notices(bruno)).notices).toEqual([]);
    expect((await notices(chloe)).notices).toEqual([]);
    await amina("notices/read", { upTo: own[0].id });
    expect((await notices(amina)).unread).toBe(0);
  });

  test("those who use a sheet hear of its new version with its author's words, also where only they know that they use it", async () => {
    const asked = { resource: "solution/cafe", stage: "running", on: today, visibility: "centre" };
    expect((await chloe("adoptions?locale=fr", asked)).status).toBe(200);
    await cms.run(async (strapi) => {
      const sheets = strapi.documents("api::solution.solution") as unknown as Documents;
      const { documentId } = await strapi.db.query("api::solution.solution").findOne({ where: { uid: "cafe" } });
      const data = { summary: "Une fiche revue.", changeNote: "Budget mis à jour." };
      await sheets["update"]({ documentId, locale: "fr", data, status: "published" });
    });
    for (const by of [bruno, chloe])
      expect((await told(by, ({ kind }) => kind === "changed")).data).toMatchObject({
        title: "Fiche cafe",
        note: "Budget mis à jour.",
      });
    expect((await notices(amina)).notices.filter(({ kind }: Json) => kind === "changed")).toEqual([]);
    // Nobody hears that the centre which keeps it to itself has taken the sheet up.
    expect(JSON.stringify(await notices(amina))).not.toContain("Centre loin");
  });

  test("a centre hears of an adaptation of its sheet, and of the first state of a report", async () => {
    await publish("cafe-du-phare", {
      centres: ["phare"],
      licence: "CC-BY-SA-4.0",
      summary: "Un café du soir.",
      derivedFrom: { document: "solution/cafe", version: 1 },
    });
    expect((await told(amina, ({ kind }) => kind === "adapted")).data).toMatchObject({
      about: "solution/cafe",
      centre: "Centre phare",
      other: { key: "solution/cafe-du-phare", title: "Fiche cafe-du-phare" },
    });
    const report = (advice: string) =>
      write("report", "bilan-phare", { adoption: "phare-cafe", visibility: "all", on: today, advice });
    await report("Commencer petit.");
    await told(amina, ({ kind }) => kind === "reported");
    await report("Commencer très petit.");
    await publish("cafe", { summary: "Encore revue." });
    await told(bruno, ({ data, id }) => data.title === "Fiche cafe" && id > 0);
    expect((await notices(amina)).notices.filter(({ kind }: Json) => kind === "reported")).toHaveLength(1);
  });

  test("a centre hears that a change of its adaptation was taken over, once that is published", async () => {
    const pair = { from: "solution/cafe-du-phare", into: "solution/cafe" };
    const offer = (await amina(`merges?from=${pair.from}&into=${pair.into}`)).body;
    const { base, version, changes } = offer;
    const { id: change } = changes.find(({ id }: Json) => id === "summary");
    const taken = await amina("merges", { ...pair, base, version, change, decision: "take" });
    expect(taken.status, JSON.stringify(taken.body)).toBe(200);
    expect((await notices(bruno)).notices.filter(({ kind }: Json) => kind === "taken")).toEqual([]);
    await cms.run(async (strapi) => {
      const sheets = strapi.documents("api::solution.solution") as unknown as Documents;
      const { documentId } = await strapi.db.query("api::solution.solution").findOne({ where: { uid: "cafe" } });
      await sheets.publish({ documentId, locale: "fr" });
    });
    const heard = await told(bruno, ({ kind }) => kind === "taken");
    expect(heard.data).toMatchObject({ about: "solution/cafe", centre: "Centre escale" });
    const same = (await notices(bruno)).notices.filter(({ at }: Json) => at === heard.at);
    expect(same.map(({ kind }: Json) => kind)).toEqual(["taken"]);
  });

  test("a review that is due is told once for its day, when the portal starts and from time to time", async () => {
    const reviews = async () =>
      cms.run(async (strapi) => strapi.db.connection("essaim_notices").where({ kind: "review" }).select("subject"));
    await expect.poll(reviews, { timeout: 10_000 }).toEqual([{ subject: "review solution/vieille 2026-01-31" }]);
  });

  test("who wants a digest is written to on Monday, who wants nothing never, and a link in each message ends it without a password", async () => {
    // What she was told before is written before.
    const due = () =>
      cms.run(async (strapi) => (await strapi.db.connection("essaim_notices").where("mail", "due")).length);
    await expect.poll(due, { timeout: 15_000 }).toBe(0);
    const before = mailTo("chloe@essaim.test").length;
    expect((await chloe("notices/frequency", { frequency: "weekly" })).status).toBe(204);
    expect((await chloe("notices/frequency", { frequency: "hourly" })).status).toBe(400);
    await publish("cafe", { summary: "Une troisième fois." });
    await told(chloe, ({ isRead, data }) => !isRead && data.about === "solution/cafe");
    await expect.poll(due, { timeout: 15_000 }).toBe(1);
    expect(mailTo("chloe@essaim.test")).toHaveLength(before);
    // A month later, with what she was told meanwhile.
    await cms.run((strapi) =>
      strapi.db
        .query("plugin::users-permissions.user")
        .update({ where: { email: "chloe@essaim.test" }, data: { digestAt: new Date(Date.now() - 31 * 86_400_000) } }),
    );
    await publish("cafe", { summary: "Une quatrième fois." });
    await expect.poll(() => mailTo("chloe@essaim.test").length, { timeout: 15_000 }).toBe(before + 1);
    expect(mailTo("chloe@essaim.test").join("")).toContain(
      "Objet : 2 nouvelles de vos fiches\u00a0: «\u00a0Fiche cafe\u00a0»\n",
    );
    const link = /stop=(\S+)/.exec(mailTo("bruno@essaim.test").at(-1) ?? "")?.[1] ?? "";
    const stop = (given: string) =>
      cms.ask("/api/member/notices/stop", { method: "POST", token: cms.readToken, body: { link: given } });
    expect((await stop(link.replace(/.$/, (last) => (last === "A" ? "B" : "A")))).status).toBe(410);
    expect((await stop("nothing")).status).toBe(400);
    expect((await stop(link)).status).toBe(204);
    expect((await notices(bruno)).frequency).toBe("never");
    expect((await notices(chloe)).frequency).toBe("weekly");
  });

  test("a subject is one line without signs that steer, whatever sheets are called", async () => {
    await cms.run(
      async (strapi, [email, title]) => {
        const account = await strapi.db.query("plugin::users-permissions.user").findOne({ where: { email } });
        await strapi.db.connection("essaim_notices").insert({
          ...{
            user_id: account.id,
            kind: "changed",
            subject: "changed by hand",
            at: new Date().toISOString(),
            mail: "due",
          },
          data: JSON.stringify({ about: "solution/cafe", title }),
        });
      },
      ["amina@essaim.test", "Café\r\nBcc: tous@dehors.test\u0007\u202e"] as const,
    );
    await publish("jeune", { summary: "Pour que le courrier parte." });
    const sent = () => mailTo("amina@essaim.test").find((text) => text.includes("tous@dehors.test"));
    await expect.poll(sent, { timeout: 15_000 }).toBeDefined();
    expect(sent()).toMatch(/^Objet : «\u00a0Café Bcc: tous@dehors\.test\u00a0» a une nouvelle version$/m);
  });

  test("nobody reads another's notices, and none are left of who leaves", async () => {
    for (const path of ["notices?locale=fr"])
      expect((await cms.ask(`/api/member/${path}`, { token: cms.readToken })).status).toBe(401);
    expect((await amina("notices/read", { upTo: -1 })).status).toBe(400);
    const left = await cms.run(async (strapi) => {
      const account = await strapi.db
        .query("plugin::users-permissions.user")
        .findOne({ where: { email: "bruno@essaim.test" } });
      const own = { user_id: account.id };
      const had = await strapi.db.connection("essaim_notices").where(own);
      await strapi.documents("plugin::users-permissions.user").delete({ documentId: account.documentId });
      return [had.length > 0, (await strapi.db.connection("essaim_notices").where(own)).length];
    });
    expect(left).toEqual([true, 0]);
  });
});
