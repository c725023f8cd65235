import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Cms, type Documents, databases, startCms } from "./harness.ts";
import { entry } from "./samples.ts";

describe("Synonyms", () => {
  let cms: Cms;
  const group = { language: "fr", direction: "equal" } as const;
  const published = async () =>
    (await cms.ask("/api/published/synonym?locale=fr", { token: cms.readToken })).body.items;
  /** What the desk answers an editor who saves this. */
  const save = (data: object) =>
    cms.run(async (strapi, written) => {
      const synonyms = strapi.documents("api::synonym.synonym") as unknown as Documents;
      return synonyms.create({ data: written }).then(
        ({ uid }) => uid,
        ({ message }) => message,
      );
    }, data);

  beforeAll(async () => {
    cms = await startCms();
  });
  afterAll(() => cms?.stop());

  test("are published and told in the feed as soon as they are saved, named after their words", async () => {
    expect(await save({ ...group, words: "EPN\n espace public numérique \n\ncyberbase" })).toBe(
      "epn-espace-public-numerique-cyberbase",
    );
    const [first] = await published();
    expect(first.data).toEqual({ ...group, words: ["EPN", "espace public numérique", "cyberbase"] });
    const { body } = await cms.ask("/api/changes?after=0", { token: cms.readToken });
    expect(body.changes).toMatchObject([{ type: "synonym", uid: first.uid, locale: null, action: "publish" }]);
  });

  test.each([
    ["one word", "goûter", "au moins deux mots"],
    ["a sign of the thesaurus", "goûter\nquatre = heures", "sans les signes = et >"],
    ["a sentence", "goûter\nce que l’on mange vers quatre heures", "au plus 3 mots"],
    ["the same twice", "goûter\nGoûter", "le même mot est écrit deux fois"],
    ["no letter", "goûter\n!!!", "une lettre ou un chiffre au moins"],
  ])("are refused in French when they say %s", async (_, words, message) => {
    expect(await save({ ...group, words })).toContain(message);
  });

  test("come in packages", async () => {
    const words = ["praattafel", "taalcafé"];
    const entries = [entry("synonym", "praattafel", { words, language: "nl", direction: "one-way" })];
    expect((await cms.ask("/api/package/entries", { method: "POST", body: { entries } })).status).toBe(200);
    expect((await published()).map(({ uid }: { uid: string }) => uid)).toContain("praattafel");
  });
});

describe.each(databases)("Searches that found nothing, on %s", (database) => {
  let cms: Cms;
  const tell = (searches: unknown, token?: string | null) =>
    cms.ask("/api/missed-searches", {
      method: "POST",
      body: { searches },
      token: token === undefined ? cms.readToken : token,
    });
  const search = (words: string, times = 1, locale = "fr") => ({ words, times, locale });
  const shown = () =>
    cms.run(async (strapi) => {
      const rows = await strapi.documents("api::missed-search.missed-search").findMany({ sort: "words" });
      return rows.map(({ words, language, times, firstWeek, lastWeek, answer }: Record<string, unknown>) => {
        return { words, language, times, firstWeek, lastWeek, answer };
      });
    });
  const forget = () =>
    cms.run(async (strapi) => {
      await strapi.db.connection("essaim_missed_searches").delete();
      await strapi.db.query("api::missed-search.missed-search").deleteMany({});
    });

  beforeAll(async () => {
    cms = await startCms({ database });
  });
  afterAll(() => cms?.stop());
  beforeEach(forget);

  test("are shown from the second time on, with their weeks alone", async () => {
    expect((await tell([search("ruches"), search("ruches", 1, "en"), search("poney club", 3)])).status).toBe(204);
    expect((await shown()).map(({ words }) => words)).toEqual(["poney club"]);
    await tell([search("ruches")]);
    const [poney, ruches] = await shown();
    expect(poney).toMatchObject({ words: "poney club", language: "fr", times: 3, answer: "to-do" });
    expect(ruches).toMatchObject({ words: "ruches", language: "fr", times: 2, firstWeek: ruches?.lastWeek });
    expect(new Date(String(ruches?.firstWeek)).getUTCDay()).toBe(1);
  });

  test("keep what an editor said of them, and nothing else can be changed or added", async () => {
    await tell([search("ruches", 2)]);
    const refused = await cms.run(async (strapi) => {
      const searches = strapi.documents("api::missed-search.missed-search") as unknown as Documents;
      const { documentId } = await searches.findOne({
        documentId: (await strapi.db.query("api::missed-search.missed-search").findOne({})).documentId,
      });
      await searches.update({ documentId, data: { answer: "done", times: 9000, words: "autre" } });
      return searches.create({ data: { words: "inventée", language: "fr" } }).catch(({ message }) => message);
    });
    expect(refused).toContain("viennent du site");
    await tell([search("ruches")]);
    expect(await shown()).toMatchObject([{ words: "ruches", times: 3, answer: "done" }]);
  });

  test.each([
    "06 12 34 56",
    "né en 1984",
    "a@b.fr",
    "un deux trois quatre cinq six sept huit neuf",
    "",
    " ",
    "é".repeat(81),
  ])("that may be somebody’s own are refused: %s", async (words) => {
    expect((await tell([search("ruches"), search(words)])).status).toBe(400);
  });

  test("are taken from the site alone", async () => {
    expect((await tell([search("ruches")], null)).status).toBe(401);
    expect((await tell([search("ruches")], "somebody-elses-token")).status).toBe(401);
    expect((await cms.ask("/api/missed-searches", { token: cms.readToken })).status).toBeGreaterThanOrEqual(404);
  });

  test("are forgotten after a year", async () => {
    await tell([search("ruches", 2)]);
    await cms.run((strapi) => strapi.db.connection("essaim_missed_searches").update({ week: "2020-01-06" }));
    await tell([search("poney", 2)]);
    expect((await shown()).map(({ words }) => words)).toEqual(["poney"]);
  });

  test("are at most 5,000: the rarest go first, the oldest of these before", async () => {
    await tell([search("ruches", 2), search("ancienne", 1)]);
    await cms.run(async (strapi) => {
      const rows = Array.from({ length: 4_999 }, (_, number) => ({
        locale: "fr",
        words: `mot${number}`,
        week: "2099-01-05",
        times: 1,
      }));
      for (let start = 0; start < rows.length; start += 100)
        await strapi.db.connection("essaim_missed_searches").insert(rows.slice(start, start + 100));
    });
    await tell([search("ruches")]);
    const kept = await cms.run(async (strapi) => strapi.db.connection("essaim_missed_searches").pluck("words"));
    expect(kept).toHaveLength(5_000);
    expect(kept).toContain("ruches");
    expect(kept).not.toContain("ancienne");
  });

  test("are in no feed and in no list of what is published", async () => {
    await tell([search("ruches", 2)]);
    const { body } = await cms.ask("/api/changes?after=0", { token: cms.readToken });
    expect(body.changes).toEqual([]);
    expect((await cms.ask("/api/published/missed-search", { token: cms.readToken })).status).toBe(404);
  });
});
