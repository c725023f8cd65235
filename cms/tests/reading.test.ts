import {
  adoptersIn,
  batchAnswerSchema,
  changesSchema,
  contentType,
  documentListSchema,
  isTypeName,
  untypedDocumentSchema,
} from "@essaim/content";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Cms, type Documents, databases, type Json, startCms } from "./harness.ts";
import { entry, network, sheet, sheetInEnglish } from "./samples.ts";

describe.each(databases)("reading what is published on %s", (database) => {
  let cms: Cms;
  const post = (path: string, body: unknown, token?: string | null) =>
    cms.ask(path, { method: "POST", body, ...(token !== undefined && { token }) });
  const list = async (query: string) =>
    documentListSchema.parse((await cms.ask(`/api/published/${query}`, { token: cms.readToken })).body);
  const slugs = async (query: string) => (await list(query)).items.map(({ slug }) => slug);

  beforeAll(async () => {
    cms = await startCms({ database });
    const entries = [
      ...network,
      entry("solution", "une", { ...sheet, title: "École ouverte" }),
      entry("solution", "une", sheetInEnglish, { locale: "en" }),
      entry("solution", "deux", {
        title: "Écrans et familles",
        summary: "Deux.",
        themes: ["accueil"],
        maturity: "idea",
        related: ["solution/une"],
      }),
      entry(
        "solution",
        "three",
        { title: "A garden", summary: "Three.", centres: ["escale"] },
        { locale: "en", sourceLocale: "en" },
      ),
      entry("kit", "boite", { title: "Boîte", summary: "Un kit.", related: ["solution/three"] }),
      entry("need", "question", {
        title: "Qui a essayé ?",
        visibility: "all",
        state: "open",
        centre: "escale",
        answers: [{ person: "nadia", at: "2025-12-09T14:30:00.000Z", body: "Moi.", resources: ["kit/boite"] }],
      }),
    ];
    expect((await post("/api/package/entries", { entries })).body.results).toHaveLength(entries.length);
  });
  afterAll(() => cms?.stop());

  test("a sheet comes with its facts, its cards and all that it mentions", async () => {
    const { items, total } = await list("solution?uid=une&locale=fr");
    expect(total).toBe(1);
    const [sheetRead] = items;
    expect(sheetRead).toMatchObject({ type: "solution", locale: "fr", sourceLocale: "fr", slug: "une", version: 1 });
    expect(sheetRead?.locales).toEqual([
      { locale: "en", slug: "workshops-for-all" },
      { locale: "fr", slug: "une" },
    ]);
    expect(sheetRead?.mentions).toEqual(
      [
        "solution/une",
        "theme/numerique",
        "theme/accueil",
        "audience/familles",
        "tool/tableur",
        "centre/escale",
        "centre/phare",
        "person/nadia",
      ].toSorted(
        (a, b) => Number(sheetRead?.mentions.indexOf(a as never)) - Number(sheetRead?.mentions.indexOf(b as never)),
      ),
    );
    expect(sheetRead?.data["contact"]).toEqual({
      documentId: expect.any(String),
      uid: "nadia",
      name: "Nadia Exemple",
      role: { fr: "Coordinatrice" },
      isExample: true,
    });
    expect(sheetRead?.data["themes"]).toMatchObject([
      { uid: "numerique", labels: { fr: "Numérique", en: "Digital" } },
      { uid: "accueil" },
    ]);
  });

  test("a translation has its own texts and the source locale’s facts", async () => {
    const [english] = (await list("solution?uid=une&locale=en")).items;
    expect(english).toMatchObject({
      locale: "en",
      sourceLocale: "fr",
      data: { title: "Workshops for all", startDate: "2017-02-01", maturity: "tested" },
    });
    expect(english?.data["steps"]).toBeUndefined();
    expect(english?.data["centres"]).toHaveLength(2);
  });

  test("every published document fits its type’s published schema", async () => {
    for (const type of ["theme", "audience", "tool", "centre", "person", "kit", "solution", "need"]) {
      const { items } = await list(`${type}?limit=500`);
      expect(items.length, type).toBeGreaterThan(0);
      for (const item of items)
        expect(
          isTypeName(item.type) && contentType(item.type).published.safeParse(item.data).success,
          `${type}/${item.uid}`,
        ).toBe(true);
    }
  });

  test("cards of other sheets are in the reader’s language where they have it, else in their own", async () => {
    const [deux] = (await list("solution?uid=deux&locale=en&fallback=true")).items;
    expect(deux).toMatchObject({
      locale: "fr",
      data: { related: [{ uid: "une", locale: "en", title: "Workshops for all", maturity: "tested" }] },
    });
    const [kit] = (await list("kit?uid=boite&locale=fr")).items;
    expect(kit?.data["related"]).toMatchObject([{ uid: "three", locale: "en", title: "A garden" }]);
  });

  test.each([
    ["solution?locale=fr&sort=title", ["une", "deux"]],
    ["solution?locale=fr&sort=-title", ["deux", "une"]],
    ["solution?locale=en&sort=title", ["three", "workshops-for-all"]],
    ["solution?locale=en&fallback=true&sort=title", ["three", "deux", "workshops-for-all"].toSorted()],
    ["solution?locale=en&theme=accueil&fallback=true&sort=title", ["deux", "workshops-for-all"]],
    ["solution?locale=en&theme=numerique", ["workshops-for-all"]],
    ["solution?locale=en&centre=escale&sort=title", ["three", "workshops-for-all"]],
    ["solution?locale=en&maturity=tested", ["workshops-for-all"]],
    ["solution?locale=fr&maturity=idea", ["deux"]],
    ["solution?locale=fr&tool=tableur&audience=familles", ["une"]],
    ["solution?locale=fr&theme=inconnu", []],
    ["solution?slug=workshops-for-all", ["workshops-for-all"]],
    ["solution?locale=fr&sort=title&limit=1&offset=1", ["deux"]],
    ["person?centre=escale", ["nadia"]],
    ["solution?locale=fr&mentions=solution/une", ["deux"]],
    ["solution?locale=fr&sort=title&mentions=theme/numerique,solution/une", ["une", "deux"]],
    ["solution?locale=fr&sort=title&mentions=theme/numerique&mentions=solution/une", ["une", "deux"]],
    ["solution?locale=fr&mentions=theme/numerique&maturity=idea", []],
  ])("lists %s", async (query, expected) => {
    expect((await slugs(query)).toSorted()).toEqual(expected.toSorted());
    if (query.includes("sort=") && !query.includes("fallback")) expect(await slugs(query)).toEqual(expected);
  });

  test("an address that two documents came to share is that of the one in the language asked for", async () => {
    const rename = (slug: string) =>
      cms.run(
        (strapi, name) => strapi.db.connection("essaim_live").where({ uid: "three" }).update({ slug: name }),
        slug,
      );
    const found = async (locale: string) =>
      (await list(`solution?slug=deux&locale=${locale}&fallback=true&limit=1`)).items.map(({ uid }) => uid);
    await rename("deux");
    expect([await found("fr"), await found("en")]).toEqual([["deux"], ["three"]]);
    await rename("three");
  });

  test("a list’s total counts what its page leaves out", async () => {
    expect(await list("solution?locale=en&fallback=true&limit=2")).toMatchObject({ total: 3, items: [{}, {}] });
  });

  test.each([
    ["solution?limit=0", "limit"],
    ["solution?limit=501", "limit"],
    ["solution?locale=de", "locale"],
    ["solution?theme=Pas%20Bon", "theme"],
    ["solution?sort=id", "sort"],
    ["kit?maxCost=-1", "maxCost"],
    ["kit?maxPreparation=bientôt", "maxPreparation"],
    ["solution?populate=*", "populate"],
    ["solution?status=draft", "status"],
    ["solution?slug[$ne]=une", "slug"],
    ["solution?slug=%00", "slug"],
    ["solution?mentions=", "mentions.0"],
    ["solution?mentions[x]=theme/a", "mentions"],
    ["report?mentions=solution/une&through=membre", "through"],
    [`solution?mentions=${Array(101).fill("theme/a").join(",")}`, "mentions"],
  ])("refuses %s", async (query, field) => {
    const { status, body } = await cms.ask(`/api/published/${query}`);
    expect([status, body.error.field]).toEqual([400, field]);
  });

  test("an unchanged document is answered 304, an unknown one 404", async () => {
    const [{ documentId } = { documentId: "" }] = (await list("solution?uid=une&locale=fr")).items;
    const path = `/api/published/solution/${documentId}?locale=fr`;
    const first = await cms.ask(path);
    const etag = first.headers.get("etag") ?? "";
    expect(untypedDocumentSchema.parse(first.body).etag).toBe(JSON.parse(etag));
    const again = await cms.ask(path, { headers: { "if-none-match": etag } });
    expect([again.status, again.body]).toEqual([304, undefined]);
    for (const other of [
      `solution/${documentId}?locale=nl`,
      "solution/inconnu",
      "plan/x",
      "licorne/x",
      `kit/${documentId}`,
    ]) {
      expect((await cms.ask(`/api/published/${other}`)).status).toBe(404);
    }
    expect((await cms.ask(`/api/published/solution/${documentId}?locale=nl&fallback=true`)).body).toMatchObject({
      locale: "fr",
    });
  });

  test("a batch is answered in its order, null for what isn’t published", async () => {
    const items = (await list("solution?sort=title")).items.filter(({ uid }) => uid === "une");
    const refs = [
      ...items.map(({ documentId, locale }) => ({ type: "solution", documentId, locale })),
      { type: "solution", documentId: items[0]?.documentId, locale: "nl" },
      { type: "theme", documentId: (await list("theme?uid=accueil")).items[0]?.documentId, locale: null },
    ];
    const answer = batchAnswerSchema.parse((await post("/api/published/batch", { refs }, cms.readToken)).body);
    expect(answer.items.map((item) => item && `${item.uid} ${item.locale}`)).toEqual([
      ...items.map(({ locale }) => `une ${locale}`),
      null,
      "accueil null",
    ]);
    expect(answer.items.slice(0, 2).map((item) => item?.etag)).toEqual(items.map(({ etag }) => etag));
    expect((await post("/api/published/batch", { refs: Array.from({ length: 501 }, () => refs[0]) })).status).toBe(400);
  });

  test("adoptions are counted by centre and by the furthest stage, with reports and adaptations, public ones alone", async () => {
    const adoption = (uid: string, data: object) =>
      entry("adoption", uid, { resource: "solution/une", visibility: "all", ...data });
    const counted = async () =>
      (await post("/api/published/adoption-counts", { keys: ["solution/une", "kit/boite"] }, cms.readToken)).body;
    const none = { interested: 0, preparing: 0, running: 0, adopted: 0, stopped: 0, reported: 0, adaptations: 0 };
    expect(await counted()).toEqual({ counts: { "solution/une": none, "kit/boite": none }, from: [] });
    const entries = [
      entry("solution", "derivee", { title: "Dérivée", summary: "D.", derivedFrom: { document: "solution/une" } }),
      adoption("escale-avant", { centre: "escale", stage: "stopped" }),
      adoption("escale-encore", { centre: "escale", stage: "running", adaptation: "solution/derivee" }),
      adoption("phare-une", { centre: "phare", stage: "interested" }),
      adoption("sans-centre", { stage: "adopted" }),
      adoption("discrete", { centre: "phare", stage: "adopted", visibility: "network" }),
      entry("adoption", "autre", { resource: "kit/boite", centre: "phare", stage: "adopted", visibility: "all" }),
      entry("report", "bilan", { adoption: "escale-avant", visibility: "all" }),
      entry("report", "bilan-discret", { adoption: "phare-une", visibility: "centre" }),
    ];
    expect((await post("/api/package/entries", { entries })).status).toBe(200);
    const answer = await counted();
    expect(answer.counts).toEqual({
      "solution/une": { ...none, interested: 1, running: 1, adopted: 1, reported: 1, adaptations: 1 },
      "kit/boite": { ...none, adopted: 1 },
    });
    expect(await slugs("solution?locale=fr&sort=-adoptions")).toEqual(["une", "derivee", "deux"]);
    expect(await slugs("solution?locale=fr&sort=-adoptions&limit=1&offset=1")).toEqual(["derivee"]);
    expect(answer.from.toSorted()).toEqual([
      "adoption/autre",
      "adoption/escale-avant",
      "adoption/escale-encore",
      "adoption/phare-une",
      "adoption/sans-centre",
      "report/bilan",
      "solution/derivee",
    ]);
    expect((await post("/api/published/adoption-counts", { keys: ["pas une clé"] })).body.error.field).toBe("keys.0");
    // What a list went through is named, whether it led to something or not.
    const { items, from } = (await cms.ask("/api/published/report?mentions=solution/une&through=adoption")).body;
    expect(items.map(({ uid }: { uid: string }) => uid)).toEqual(["bilan"]);
    expect(from.toSorted()).toEqual(
      ["escale-avant", "escale-encore", "phare-une", "sans-centre"].map((uid) => `adoption/${uid}`),
    );
  });

  test("those who took a resource up and go on are told with their territories, as many as are counted, public ones alone", async () => {
    const keys = ["solution/prise", "solution/prise-autrement"] as const;
    const adopters = async () => (await post("/api/published/adopters", { keys }, cms.readToken)).body.adopters;
    const load = async (...entries: readonly object[]) =>
      expect((await post("/api/package/entries", { entries })).status).toBe(200);
    const centre = (uid: string, data: object = {}) =>
      entry("centre", uid, { name: uid, kind: "centre-social", ...data });
    const adoption = (uid: string, data: object) =>
      entry("adoption", uid, { resource: "solution/prise", visibility: "all", stage: "running", ...data });
    await load(
      ...[centre("ici", { territory: "Calaisis" }), centre("ailleurs"), centre("parti", { territory: "Douaisis" })],
      entry("solution", "prise", { title: "Prise", summary: "P." }),
      entry("solution", "prise-autrement", { title: "Autrement", summary: "A." }),
      adoption("ici-avant", { centre: "ici", stage: "stopped" }),
      adoption("ici-encore", { centre: "ici", stage: "preparing" }),
      adoption("ailleurs-prise", { centre: "ailleurs", adaptation: "solution/prise-autrement" }),
      adoption("parti-prise", { centre: "parti", stage: "stopped" }),
      adoption("sans-nom", { stage: "adopted" }),
      adoption("discrete-prise", { centre: "parti", visibility: "network" }),
    );
    const byCentre = (told: Record<string, { centre: string | null }[]>) =>
      told["solution/prise"]?.toSorted((a, b) => `${a.centre}`.localeCompare(`${b.centre}`));
    expect(byCentre(await adopters())).toEqual([
      { centre: "ailleurs", territory: null },
      { centre: "ici", territory: "Calaisis" },
      { centre: null, territory: null },
    ]);
    expect((await adopters())["solution/prise-autrement"]).toEqual([]);
    const { counts } = (await post("/api/published/adoption-counts", { keys }, cms.readToken)).body;
    expect(adoptersIn(counts["solution/prise"])).toBe(3);
    await load(
      centre("ici", { territory: "Dunkerquois" }),
      adoption("ailleurs-prise", { centre: "ailleurs", stage: "stopped", stoppedBecause: "Fini." }),
    );
    expect(byCentre(await adopters())).toEqual([
      { centre: "ici", territory: "Dunkerquois" },
      { centre: null, territory: null },
    ]);
    expect((await post("/api/published/adopters", { keys: ["pas une clé"] })).body.error.field).toBe("keys.0");
  });

  test("what refers to a document is counted by type, each document once whatever its languages, public ones alone", async () => {
    const counted = async (body: object) => (await post("/api/published/mention-counts", body, cms.readToken)).body;
    const before = await counted({ types: ["solution", "adoption"], keys: ["theme/compte", "centre/compte"] });
    expect(before).toEqual({ counts: {} });
    const adoption = (uid: string, visibility: string) =>
      entry("adoption", uid, { resource: "solution/comptee", centre: "compte", stage: "running", visibility });
    const entries = [
      entry("theme", "compte", { labels: { fr: "Compté" } }),
      entry("centre", "compte", { name: "Compté", kind: "centre-social" }),
      entry("solution", "comptee", { title: "Comptée", summary: "C.", themes: ["compte"], centres: ["compte"] }),
      entry("solution", "comptee", { title: "Counted", summary: "C." }, { locale: "en" }),
      adoption("comptee-publique", "all"),
      adoption("comptee-discrete", "network"),
    ];
    expect((await post("/api/package/entries", { entries })).status).toBe(200);
    expect(await counted({ types: ["solution", "adoption"], keys: ["theme/compte", "centre/compte"] })).toEqual({
      counts: { "theme/compte": { solution: 1 }, "centre/compte": { solution: 1, adoption: 1 } },
    });
    expect(await counted({ types: ["kit"], keys: ["theme/compte"] })).toEqual({ counts: {} });
    expect((await post("/api/published/mention-counts", { types: [], keys: [] })).body.error.field).toBe("types");
  });

  test("lists can be kept under ceilings and begin with what is quickest to prepare; what doesn’t say comes last or not", async () => {
    const takes = (uid: string, data: object, more: object = {}) =>
      entry("kit", uid, { title: uid, summary: "Un kit.", themes: ["accueil"], ...data }, more);
    const entries = [
      takes("long", { preparationDays: 30, cost: { min: 0, max: 500 } }),
      takes("court", { preparationDays: 2, cost: { min: 20 }, maturity: "tested" }),
      takes("gratuit", { preparationDays: 7, cost: { max: 0 } }),
      entry("kit", "gratuit", { title: "Free", summary: "A kit.", slug: "free" }, { locale: "en" }),
    ];
    expect((await post("/api/package/entries", { entries })).status).toBe(200);
    const kits = (query: string) => slugs(`kit?locale=fr&fallback=true&${query}`);
    expect(await kits("sort=preparation")).toEqual(["court", "gratuit", "long", "boite"]);
    expect(await kits("sort=preparation&limit=2&offset=1")).toEqual(["gratuit", "long"]);
    expect(await kits("maxPreparation=7&sort=title")).toEqual(["court", "gratuit"]);
    expect(await kits("maxCost=0")).toEqual(["gratuit"]);
    expect(await kits("maxCost=100&maxPreparation=5")).toEqual(["court"]);
    expect(await slugs("kit?locale=en&maxCost=0")).toEqual(["free"]);
    expect(await list("kit?locale=fr&maxPreparation=7&limit=1")).toMatchObject({ total: 2, items: [{}] });
    const { facets } = await list("kit?locale=fr&facets=true&limit=1");
    expect(facets).toEqual({ all: 4, "theme/accueil": 3, "maturity/tested": 1 });
  });

  test("reading asks the database a few questions, however long the list", async () => {
    const many = Array.from({ length: 30 }, (_, index) =>
      entry("solution", `serie-${index}`, { ...sheet, title: `Série ${index}` }),
    );
    expect((await post("/api/package/entries", { entries: many })).status).toBe(200);
    // Strapi reads what was written once more for its webhooks, after it has answered: wait until it is done.
    await cms.run(async (strapi) => {
      let asked = 0;
      strapi.db.connection.on("query", () => Reflect.set(globalThis, "queries", ++asked));
      for (let before = -1; before !== asked; await new Promise((resolve) => setTimeout(resolve, 500))) before = asked;
      asked = 0;
    });
    expect((await list("solution?locale=fr&limit=24&sort=-publishedAt")).items).toHaveLength(24);
    expect(await cms.run(() => Reflect.get(globalThis, "queries") as number)).toBeLessThan(14);
  });

  test("a version damaged in the database is left empty in lists, and the same content loaded again makes a sound one", async () => {
    const broken = entry("guide", "abimee", { title: "Abîmée", summary: "Son historique a été abîmé." });
    const whole = entry("guide", "intacte", { title: "Intacte", summary: "Celle-ci est entière." });
    expect((await post("/api/package/entries", { entries: [broken, whole] })).status).toBe(200);
    await cms.run(async (strapi) => {
      await strapi.db.connection("essaim_versions").where({ type: "guide", uid: "abimee" }).update({ json: "{broken" });
    });
    const { items } = await list("guide?locale=fr&limit=100");
    const titles = Object.fromEntries(items.map(({ uid, data }) => [uid, data["title"]]));
    expect(titles).toMatchObject({ intacte: "Intacte" });
    expect(titles).toHaveProperty("abimee", undefined);
    const exported = (await cms.ask("/api/package/export?type=guide")).body.items;
    expect(exported.find(({ line }: Json) => line.uid === "abimee").line).toMatchObject({ damaged: true, data: {} });

    expect((await post("/api/package/entries", { entries: [broken] })).status).toBe(200);
    const history = (await cms.ask("/api/package/versions?type=guide")).body.items;
    expect(history.map(({ uid, number }: Json) => `${uid} ${number}`)).toEqual(["abimee 2", "intacte 1"]);
    const mended = (await list("guide?uid=abimee")).items;
    expect(mended.map(({ version, data }) => [version, data["title"]])).toEqual([[2, "Abîmée"]]);
  });

  test("the feed’s answer fits the contract", async () => {
    expect(
      changesSchema.parse((await cms.ask("/api/changes", { token: cms.readToken })).body).changes.length,
    ).toBeGreaterThan(10);
  });

  test("the feed says on demand what each publication refers to", async () => {
    const read = async (query: string) =>
      changesSchema.parse((await cms.ask(`/api/changes${query}`, { token: cms.readToken })).body).changes;
    const english = (await read("?mentions=true")).find(({ uid, locale }) => uid === "une" && locale === "en");
    // A translation refers to what its source refers to.
    expect(english?.mentions).toEqual(expect.arrayContaining(["theme/numerique", "centre/escale", "person/nadia"]));
    expect((await read("")).every(({ mentions }) => mentions === undefined)).toBe(true);
    expect((await cms.ask("/api/changes?mentions=oui")).status).toBe(400);
  });

  describe("access", () => {
    const everyRoute = [
      ["GET", "/api/changes"],
      ["GET", "/api/published/solution"],
      ["GET", "/api/published/solution/x"],
      ["POST", "/api/published/batch"],
      ["POST", "/api/published/adoption-counts"],
      ["POST", "/api/published/adopters"],
      ["POST", "/api/published/mention-counts"],
      ["POST", "/api/reconcile"],
      ["GET", "/api/package/keys"],
      ["GET", "/api/package/export"],
      ["GET", "/api/package/versions"],
      ["GET", `/api/package/media/${"0".repeat(64)}.png`],
      ["POST", "/api/package/entries"],
      ["POST", "/api/package/versions"],
      ["POST", "/api/package/reserve"],
      ["POST", "/api/package/media"],
    ] as const;
    const plain = [
      "/api/solutions",
      "/api/solutions?status=draft",
      "/api/centres",
      "/api/plans",
      "/api/users",
      "/api/upload/files",
    ];

    test("without a token nothing is answered", async () => {
      for (const [method, path] of everyRoute) {
        for (const token of [null, "wrong-token-wrong-token", cms.readToken.slice(0, -1)]) {
          expect([401, 403], `${method} ${path}`).toContain(
            (await cms.ask(path, { method, token, ...(method === "POST" && { body: {} }) })).status,
          );
        }
      }
      for (const path of plain) expect([401, 403], path).toContain((await cms.ask(path, { token: null })).status);
      const register = await post(
        "/api/auth/local/register",
        { username: "x", email: "x@example.org", password: "Secret-123" },
        null,
      );
      expect([401, 403, 404]).toContain(register.status);
    });

    test("the read token reads what is published, and nothing else", async () => {
      const isOpen = (route: string) =>
        /^\/api\/(?:published|changes$|package\/export$)/.test(route) || route.includes("/media/");
      for (const [method, path] of everyRoute.filter(([, route]) => !isOpen(route))) {
        expect([401, 403], `${method} ${path}`).toContain(
          (await cms.ask(path, { method, token: cms.readToken, ...(method === "POST" && { body: {} }) })).status,
        );
      }
      for (const path of plain) {
        expect([401, 403], path).toContain((await cms.ask(path, { token: cms.readToken })).status);
        expect([401, 403], path).toContain((await cms.ask(path, { token: cms.importToken })).status);
      }
    });

    test("an API token made at the desk opens the routes that it names", async () => {
      const token: string = await cms.run(async (strapi) => {
        const permissions = ["api::publication.publication.changes"];
        const attributes = {
          name: "partenaire",
          description: "",
          kind: "content-api",
          type: "custom",
          lifespan: null,
          permissions,
        };
        return (await (strapi.service("admin::api-token") as unknown as Documents).create(attributes)).accessKey;
      });
      expect((await cms.ask("/api/changes", { token })).status).toBe(200);
      expect((await cms.ask("/api/published/solution", { token })).status).toBe(403);
    });

    test("the web server hands out neither the database nor the secrets", async () => {
      for (const path of [
        "/essaim.db",
        "/secret",
        "/uploads/../essaim.db",
        "/uploads/%2e%2e/secret",
        "/uploads/..%2fsecret",
      ]) {
        expect((await cms.ask(path, { token: null })).status, path).toBeGreaterThanOrEqual(400);
      }
    });
  });
});
