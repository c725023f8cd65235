import { untypedVersionSchema, versionListSchema } from "@essaim/content";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Cms, type Documents, databases, startCms } from "./harness.ts";
import { entry, network, sheet, sheetInEnglish } from "./samples.ts";

describe.each(databases)("versions on %s", (database) => {
  let cms: Cms;
  let documentId = "";
  const post = (path: string, body: unknown) => cms.ask(path, { method: "POST", body });
  const solutions = (action: keyof Documents, parameters: object) =>
    cms.run(
      (strapi, call) =>
        (strapi.documents("api::solution.solution") as unknown as Documents)[call.action](call.parameters),
      { action, parameters },
    );
  const path = (rest = "") => `/api/versions/solution/${documentId}${rest}`;
  const history = async (locale = "fr") => versionListSchema.parse((await cms.ask(path(`?locale=${locale}`))).body);
  const rows = (locale: string) =>
    cms.run(
      async (strapi, at) =>
        strapi.db.query("api::solution.solution").findMany({
          where: { uid: "une", locale: at },
          select: ["changeNote", "publishedAt", "updatedAt"],
          orderBy: { id: "asc" },
        }),
      locale,
    );

  beforeAll(async () => {
    cms = await startCms({ database });
    const entries = [
      ...network,
      entry("solution", "une", sheet),
      entry("solution", "une", sheetInEnglish, { locale: "en" }),
    ];
    expect((await post("/api/package/entries", { entries })).status).toBe(200);
    documentId = await cms.run(
      async (strapi) => (await strapi.db.query("api::solution.solution").findOne({ where: { uid: "une" } })).documentId,
    );
  });
  afterAll(() => cms?.stop());

  test("the note that waits in a draft goes to the version it becomes, and leaves the draft", async () => {
    const data = { summary: "Un autre résumé.", changeNote: "  Le résumé est plus court. " };
    await solutions("update", { documentId, locale: "fr", data });
    expect((await history()).items.map(({ note }) => note)).toEqual([null]);
    await solutions("publish", { documentId, locale: "fr" });
    expect((await history()).items.map(({ number, note }) => [number, note])).toEqual([
      [2, "Le résumé est plus court."],
      [1, null],
    ]);
    const [draft, published, ...others] = await rows("fr");
    expect([draft?.changeNote, published?.changeNote, others.length]).toEqual([null, null, 0]);
    // The desk tells a draft that changed since by these dates.
    const apart = new Date(draft?.updatedAt ?? 0).getTime() - new Date(published?.updatedAt ?? 0).getTime();
    expect(Math.abs(apart)).toBeLessThan(500);
  });

  test("a note stays while there is nothing new to say, and goes with the next version", async () => {
    await solutions("update", { documentId, locale: "fr", data: { changeNote: "Plus tard." } });
    await solutions("publish", { documentId, locale: "fr" });
    expect((await history()).total).toBe(2);
    await solutions("update", { documentId, locale: "fr", data: { summary: "Encore un autre." } });
    await solutions("publish", { documentId, locale: "fr" });
    expect((await history()).items[0]).toMatchObject({ number: 3, note: "Plus tard.", author: null });
  });

  test("each language has its own note and its own history", async () => {
    const data = { summary: "Another one.", changeNote: "Shorter." };
    await solutions("update", { documentId, locale: "en", data });
    await solutions("publish", { documentId, locale: "en" });
    expect((await history("en")).items.map(({ note }) => note)).toEqual(["Shorter.", null]);
    expect((await history()).total).toBe(3);
  });

  test("the note is in no version’s data and in nothing that is published", async () => {
    const { body } = await cms.ask(`/api/published/solution/${documentId}?locale=fr`);
    expect(JSON.stringify(body)).not.toMatch(/changeNote|Plus tard/);
    expect(JSON.stringify((await cms.ask(path("/3?locale=fr"))).body.data)).not.toMatch(/changeNote|Plus tard/);
  });

  test("one version comes as it was stored, with the cards of what it refers to", async () => {
    const version = untypedVersionSchema.parse((await cms.ask(path("/1?locale=fr"))).body);
    expect(version).toMatchObject({
      number: 1,
      data: { summary: "Une méthode commune.", centres: ["escale", "phare"] },
    });
    expect(version.cards["centre/escale"]).toMatchObject({ name: "L’Escale" });
    const translation = untypedVersionSchema.parse((await cms.ask(path("/1?locale=en"))).body);
    expect(translation.data).toEqual(sheetInEnglish);
  });

  test.each(["/9", "/0", "/x", "/1e0", "/99999999999999999999", "/-1"])("there is no version %s", async (number) => {
    const { status, body } = await cms.ask(path(number));
    expect([status, body.error]).toEqual([
      404,
      { code: "unknown-version", message: "no such version", field: "number" },
    ]);
  });

  test.each([
    ["?locale=de", "locale"],
    ["?limit=0", "limit"],
    ["/1?fields=json", "fields"],
  ])("refuses %s", async (query, field) => {
    const { status, body } = await cms.ask(path(query));
    expect([status, body.error.field]).toEqual([400, field]);
  });

  test("nobody reads them without the token", async () => {
    for (const rest of ["", "/1"]) expect((await cms.ask(path(rest), { token: null })).status).toBeGreaterThan(400);
  });

  test("what was withdrawn shows no history, in that language alone", async () => {
    await solutions("unpublish", { documentId, locale: "en" });
    for (const rest of ["?locale=en", "/1?locale=en"]) expect((await cms.ask(path(rest))).status).toBe(404);
    expect((await history()).total).toBe(3);
    await solutions("unpublish", { documentId, locale: "fr" });
    for (const rest of ["", "/1", "?locale=fr"]) expect((await cms.ask(path(rest))).status).toBe(404);
  });

  test("plans and unknown types have no history here", async () => {
    for (const other of [`plan/${documentId}`, `licorne/${documentId}`, "kit/inconnu"])
      expect((await cms.ask(`/api/versions/${other}`)).status).toBe(404);
  });
});
