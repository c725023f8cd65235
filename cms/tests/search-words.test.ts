import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Cms, type Documents, startCms } from "./harness.ts";
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
