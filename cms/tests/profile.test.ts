import { calendarDay, type Profile } from "@essaim/content";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Cms, type Documents, databases, startCms } from "./harness.ts";
import { accountsAtDesk, type MemberCalls, memberCalls, password } from "./member-calls.ts";
import { entry } from "./samples.ts";

const empty: Profile = {
  ...{ name: "Amina B.", role: "", skills: [], offers: [], languages: [], tools: [] },
  ...{ listed: false, contactOptIn: false },
};

describe.each(databases)("Members' own entries, on %s", (database) => {
  let cms: Cms;
  let calls: MemberCalls;
  beforeAll(async () => {
    cms = await startCms({ database, environment: { PUBLIC_URL: "https://essaim.test" } });
    calls = memberCalls(cms);
    const entries = [
      entry("centre", "escale", { name: "L’Escale", kind: "centre-social" }),
      entry("centre", "phare", { name: "Le Phare", kind: "centre-social" }),
      entry("tool", "tableur", { labels: { fr: "Tableur", nl: "Rekenblad" } }),
    ];
    expect((await cms.ask("/api/package/entries", { method: "POST", body: { entries } })).status).toBe(200);
  });
  afterAll(() => cms?.stop());

  const opened = async (email: string, data: object = {}) => {
    const session = await calls.sessionOf(email, data);
    const ask = (path: string, body?: object) => calls.member(path, body, session);
    const read = async (locale = "fr") => (await ask(`profile?locale=${locale}`)).body;
    const save = (profile: Partial<Profile>, revision: string, locale = "fr") =>
      ask("profile", { profile: { ...empty, ...profile }, revision, locale });
    return { ask, read, save };
  };
  const people = async (name: string) =>
    (await cms.ask("/api/published/person", { token: cms.readToken })).body.items.filter(
      ({ data }: { data: { name: string } }) => data.name === name,
    );

  test("a first save makes the entry, at the member's centre and published; roles are said by language", async () => {
    const { ask, read, save } = await opened("amina@escale.test", { name: "Amina Première" });
    const first = await read("nl");
    expect(first).toMatchObject({ revision: "", profile: { name: "Amina Première" }, tools: [{ label: "Rekenblad" }] });
    const said = { name: "Amina Première", role: "animatrice", skills: ["Réparer", "Écouter"], tools: ["tableur"] };
    expect((await save({ ...said, listed: true }, "")).status).toBe(204);
    const [person] = await people("Amina Première");
    expect(person.data).toMatchObject({ centre: { uid: "escale" }, skills: ["Réparer", "Écouter"], listed: true });
    expect(JSON.stringify(person)).not.toContain("amina@");
    const again = await read("nl");
    expect(again.profile).toMatchObject({ ...said, listed: true, contactOptIn: false });
    expect((await save({ ...said, role: "animator" }, again.revision, "nl")).status).toBe(204);
    expect((await people("Amina Première"))[0].data.role).toEqual({ fr: "animatrice", nl: "animator" });
    const renamed = await read();
    expect((await save({ name: "Amina Bis" }, renamed.revision)).status).toBe(204);
    expect((await ask("me")).body.member.name).toBe("Amina Bis");
    expect((await people("Amina Bis"))[0].uid).toBe(person.uid);
  });

  test("of two windows the second is told, and nothing of the first is lost", async () => {
    const { read, save } = await opened("deux@escale.test");
    await save({ name: "Deux Fenêtres" }, "");
    const { revision } = await read();
    const answers = [await save({ name: "Deux Fenêtres", skills: ["Une"] }, revision)];
    answers.push(await save({ name: "Deux Fenêtres", skills: ["Deux"] }, revision));
    expect(answers.map(({ status }) => status)).toEqual([204, 409]);
    expect(answers[1]?.body.error.code).toBe("changed-meanwhile");
    expect((await read()).profile.skills).toEqual(["Une"]);
    const { save: firstSave } = await opened("course@escale.test");
    const both = await Promise.all([1, 2].map(() => firstSave({ name: "En Course" }, "")));
    expect(both.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect(await people("En Course")).toHaveLength(1);
  });

  test("an entry goes with its member's account to another centre, and out of it; one that the desk put elsewhere stays", async () => {
    const { ask, save } = await opened("nomade@escale.test");
    await save({ name: "Nour Nomade", listed: true, skills: ["Partir"] }, "");
    const at = async () => (await people("Nour Nomade"))[0].data.centre?.uid;
    expect(await at()).toBe("escale");
    const move = async (uid: string | null) => {
      const [account, centre] = await cms.run(async (strapi, known) => {
        const found = await strapi.db
          .query("plugin::users-permissions.user")
          .findOne({ where: { email: "nomade@escale.test" } });
        const to = known && (await strapi.db.query("api::centre.centre").findOne({ where: { uid: known } }));
        return [String(found.documentId), String(to?.documentId)];
      }, uid);
      const chosen = uid === null ? { set: [] } : { set: [{ documentId: centre }] };
      const { status, body } = await calls.desk("PUT", `${accountsAtDesk}/${account}`, { centre: chosen });
      expect(status, JSON.stringify(body)).toBe(200);
    };
    await move("phare");
    expect((await ask("me")).body.member.centre.uid).toBe("phare");
    expect(await at()).toBe("phare");
    const { body: feed } = await cms.ask("/api/changes?after=0&limit=500", { token: cms.readToken });
    expect(feed.changes.at(-1)).toMatchObject({ type: "person", action: "publish", version: 2 });
    await move(null);
    expect((await people("Nour Nomade"))[0].data).toMatchObject({ skills: ["Partir"], listed: true });
    expect(await at()).toBeUndefined();
    await cms.run(async (strapi) => {
      const people = strapi.documents("api::person.person") as unknown as Documents;
      const { documentId } = await strapi.db.query("api::person.person").findOne({ where: { name: "Nour Nomade" } });
      const to = await strapi.db.query("api::centre.centre").findOne({ where: { uid: "escale" } });
      await people["update"]({ documentId, data: { centre: to.documentId } });
    });
    await move("phare");
    expect(await at()).toBe("escale");
  });

  test("what doesn't fit is refused by its field, and nobody writes for others", async () => {
    const { ask, save } = await opened("refus@escale.test");
    for (const [field, value] of Object.entries({
      name: " ",
      role: "x".repeat(161),
      skills: ["<script>".repeat(60)],
      offers: Array.from({ length: 31 }, () => "x"),
      tools: ["inconnu"],
      centre: "autre",
    })) {
      const { status, body } = await save({ [field]: value }, "");
      expect([status, body.error.field], field).toEqual([400, expect.stringContaining(field)]);
    }
    expect((await calls.member("profile", { profile: empty, revision: "", locale: "fr" })).status).toBe(401);
    expect((await ask("leave", { password: "ce-n-est-pas-lui" })).status).toBe(403);
    for (const path of ["profile?locale=fr", "data"]) expect((await calls.member(path)).status).toBe(401);
  });

  test("a member takes their data and leaves: entry, sessions and name are gone, what others did stays", async () => {
    const { ask, save } = await opened("part@escale.test", { name: "Paule Partante" });
    await save({ name: "Paule Partante", skills: ["Partir"], listed: true }, "");
    const [{ uid }] = await people("Paule Partante");
    const { body } = await ask("data");
    expect(body).toMatchObject({
      account: { email: "part@escale.test", name: "Paule Partante", centre: "L’Escale" },
      person: { uid, skills: ["Partir"] },
      publishedAs: { versions: [{ type: "person", uid, number: 1 }] },
    });
    expect(JSON.stringify(body)).not.toMatch(/password|hash/);
    expect((await ask("leave", { password })).status).toBe(204);
    expect((await ask("me")).status).toBe(401);
    expect((await calls.signIn("part@escale.test")).status).toBe(401);
    expect(await people("Paule Partante")).toEqual([]);
    const { body: feed } = await cms.ask("/api/changes?after=0&limit=500", { token: cms.readToken });
    expect(feed.changes.at(-1)).toMatchObject({ type: "person", uid, action: "delete" });
    const kept = await cms.run(async (strapi) => JSON.stringify(await strapi.db.connection("essaim_versions")));
    expect(kept).not.toContain("Partante");
    await calls.account("part@escale.test");
  });

  test("whoever leaves takes their own names with them, and nobody else's that they took", async () => {
    const { ask, read, save } = await opened("prise@escale.test", { name: "Prise Première" });
    const sheet = entry("solution", "atelier", { title: "Atelier", summary: "Un atelier." });
    expect((await cms.ask("/api/package/entries", { method: "POST", body: { entries: [sheet] } })).status).toBe(200);
    const asked = { resource: "solution/atelier", stage: "interested", on: calendarDay(new Date()), visibility: "all" };
    const adopted = await ask("adoptions?locale=fr", asked);
    expect(adopted.status, JSON.stringify(adopted.body)).toBe(200);
    const tool = { uid: "marteau", labels: { fr: "Marteau" } };
    expect((await calls.desk("POST", "api::tool.tool", tool)).status).toBe(201);
    const authors = () =>
      cms.run(async (strapi) => {
        const rows = await strapi.db.connection("essaim_versions").whereIn("type", ["adoption", "tool"]).orderBy("id");
        return rows.filter((row) => row.uid !== "tableur").map((row) => row.author);
      });
    expect(await authors()).toEqual(["Prise Première", "Administration Essaim"]);
    await save({ name: "Administration Essaim" }, "");
    expect((await read()).profile.name).toBe("Administration Essaim");
    const { publishedAs } = (await ask("data")).body;
    expect(publishedAs.versions.map(({ type }: { type: string }) => type)).toEqual(["adoption", "person"]);
    expect((await ask("leave", { password })).status).toBe(204);
    expect(await authors()).toEqual([null, "Administration Essaim"]);
  });
});
