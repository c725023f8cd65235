import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Cms, type Documents, databases, type Json, startCms } from "./harness.ts";
import { entry, network, sheet, sheetInEnglish } from "./samples.ts";

describe.each(databases)("the feed on %s", (database) => {
  let cms: Cms;
  let cursor = 0;

  beforeAll(async () => {
    cms = await startCms({ database });
    expect((await post("entries", { entries: network })).status).toBe(200);
  });
  afterAll(() => cms?.stop());

  const post = (route: string, body: unknown) => cms.ask(`/api/package/${route}`, { method: "POST", body });
  const last = async (): Promise<number> => (await cms.ask("/api/changes?limit=1")).body.last;

  /** What the feed says since the last look, as `action type/uid locale version`. */
  async function news(): Promise<string[]> {
    const { body } = await cms.ask(`/api/changes?after=${cursor}`);
    cursor = body.last;
    return body.changes.map((change: Json) =>
      [change.action, `${change.type}/${change.uid}`, change.locale, change.version]
        .filter((part) => part !== null)
        .join(" "),
    );
  }

  /** A sheet of its own for one test, published in French and English. */
  async function publishSheet(uid: string, data: Record<string, unknown> = {}): Promise<string> {
    const english = { ...sheetInEnglish, slug: `${uid}-en` };
    const answer = await post("entries", {
      entries: [entry("solution", uid, { ...sheet, ...data }), entry("solution", uid, english, { locale: "en" })],
    });
    expect(answer.body).toEqual({ results: ["created", "created"] });
    cursor = await last();
    return documentIdOf("solution", uid);
  }

  const documentIdOf = (type: string, uid: string): Promise<string> =>
    cms.run(
      async (strapi, at) =>
        (await strapi.db.query(`api::${at.type}.${at.type}` as never).findOne({ where: { uid: at.uid } })).documentId,
      { type, uid },
    );

  const documents = (uid: string, action: keyof Documents, parameters: object) =>
    cms.run(
      (strapi, call) => (strapi.documents(call.uid as never) as unknown as Documents)[call.action](call.parameters),
      {
        uid,
        action,
        parameters,
      },
    );
  const solutions = (action: keyof Documents, parameters: object) =>
    documents("api::solution.solution", action, parameters);

  const versionCount = (uid: string): Promise<number> =>
    cms.run(
      async (strapi, at) =>
        Number((await strapi.db.connection("essaim_versions").where({ uid: at }).count({ n: "*" }))[0]?.["n"]),
      uid,
    );

  beforeEach(async () => {
    cursor = await last();
  });

  test("publishing a sheet in two languages says so once for each", async () => {
    const before = cursor;
    await publishSheet("deux-langues");
    cursor = before;
    expect(await news()).toEqual(["publish solution/deux-langues fr 1", "publish solution/deux-langues en 1"]);
  });

  test("saving a draft says nothing", async () => {
    const documentId = await publishSheet("brouillon");
    await solutions("update", { documentId, locale: "fr", data: { title: "Autre titre" } });
    expect(await news()).toEqual([]);
  });

  test("publishing a changed draft makes the next version, publishing it again none", async () => {
    const documentId = await publishSheet("deux-fois");
    await solutions("update", { documentId, locale: "fr", data: { title: "Autre titre" } });
    await solutions("publish", { documentId, locale: "fr" });
    await solutions("publish", { documentId, locale: "fr" });
    expect(await news()).toEqual(["publish solution/deux-fois fr 2"]);
    expect(await versionCount("deux-fois")).toBe(3);
  });

  test("publishing all locales at once says so for those that changed", async () => {
    const documentId = await publishSheet("toutes");
    await solutions("update", { documentId, locale: "en", data: { title: "Another title" } });
    await solutions("publish", { documentId, locale: "*" });
    expect(await news()).toEqual(["publish solution/toutes en 2"]);
  });

  test("updating and publishing in one call says so", async () => {
    const documentId = await publishSheet("un-appel");
    await solutions("update", { documentId, locale: "fr", status: "published", data: { place: "Lille" } });
    expect(await news()).toEqual(["publish solution/un-appel fr 2"]);
  });

  test("unpublishing one locale removes that locale alone, and publishing it again brings the same version back", async () => {
    const documentId = await publishSheet("retrait");
    await solutions("unpublish", { documentId, locale: "en" });
    expect(await news()).toEqual(["delete solution/retrait en"]);
    expect((await cms.ask(`/api/published/solution/${documentId}?locale=en`)).status).toBe(404);
    expect((await cms.ask(`/api/published/solution/${documentId}?locale=fr`)).status).toBe(200);
    await solutions("publish", { documentId, locale: "en" });
    expect(await news()).toEqual(["publish solution/retrait en 1"]);
  });

  test("deleting one locale removes it, deleting the document removes the rest", async () => {
    const documentId = await publishSheet("suppression");
    await solutions("delete", { documentId, locale: "en" });
    expect(await news()).toEqual(["delete solution/suppression en"]);
    await solutions("delete", { documentId, locale: "*" });
    expect(await news()).toEqual(["delete solution/suppression fr"]);
    expect(
      await cms.run(
        async (strapi, id) => (await strapi.db.connection("essaim_references").where({ document_id: id })).length,
        documentId,
      ),
    ).toBe(0);
  });

  test("discarding a draft says nothing", async () => {
    const documentId = await publishSheet("abandon");
    await solutions("update", { documentId, locale: "fr", data: { title: "Autre titre" } });
    await solutions("discardDraft", { documentId, locale: "fr" });
    await solutions("publish", { documentId, locale: "fr" });
    expect(await news()).toEqual([]);
  });

  test("a clone has a uid of its own and is no version until it is published", async () => {
    const documentId = await publishSheet("modele");
    await solutions("clone", { documentId, locale: "fr", data: { title: "Copie du modèle" } });
    expect(await news()).toEqual([]);
    const copy = await documentIdOf("solution", "copie-du-modele");
    expect(copy).not.toBe(documentId);
    await solutions("publish", { documentId: copy, locale: "fr" });
    expect(await news()).toEqual(["publish solution/copie-du-modele fr 1"]);
  });

  test("bulk actions of the desk say so for each document", async () => {
    const ids = [await publishSheet("lot-1"), await publishSheet("lot-2")];
    const desk = await signIn();
    const bulk = (action: string) =>
      desk(`/content-manager/collection-types/api::solution.solution/actions/${action}?locale=fr`, {
        documentIds: ids,
      });
    expect((await bulk("bulkUnpublish")).status).toBe(200);
    expect((await news()).toSorted()).toEqual(["delete solution/lot-1 fr", "delete solution/lot-2 fr"]);
    expect((await bulk("bulkPublish")).status).toBe(200);
    expect((await news()).toSorted()).toEqual(["publish solution/lot-1 fr 1", "publish solution/lot-2 fr 1"]);
    expect((await bulk("bulkDelete")).status).toBe(200);
    expect((await news()).filter((line) => line.endsWith("fr")).toSorted()).toEqual([
      "delete solution/lot-1 fr",
      "delete solution/lot-2 fr",
    ]);
  });

  test("an edit at the desk is published under the editor’s name", async () => {
    const documentId = await publishSheet("au-bureau");
    const desk = await signIn();
    const path = `/content-manager/collection-types/api::solution.solution/${documentId}/actions/publish?locale=fr`;
    expect((await desk(path, { title: "Au bureau", summary: "Résumé", slug: "au-bureau" })).status).toBe(200);
    expect(await news()).toEqual(["publish solution/au-bureau fr 2"]);
    const author = await cms.run(
      async (strapi) =>
        (await strapi.db.connection("essaim_versions").where({ uid: "au-bureau", number: 2 }).first()).author,
    );
    expect(author).toBe("Administration Essaim");
  });

  test("the REST interface’s writes say so", async () => {
    const documentId = await publishSheet("par-rest");
    const token = await fullAccessToken();
    const answer = await cms.ask(`/api/solutions/${documentId}?locale=fr&status=published`, {
      method: "PUT",
      token,
      body: { data: { title: "Par REST" } },
    });
    expect(answer.status).toBe(200);
    expect(await news()).toEqual(["publish solution/par-rest fr 2"]);
  });

  test("a centre is live as saved, and its new name makes no version of the sheets but shows in both languages", async () => {
    const documentId = await publishSheet("renommage");
    const read = async (locale: string) =>
      (await cms.ask(`/api/published/solution/${documentId}?locale=${locale}`)).body;
    const before = [await read("fr"), await read("en")];
    const centre = await documentIdOf("centre", "phare");
    await documents("api::centre.centre", "update", { documentId: centre, data: { name: `Le Phare ${database}` } });
    const changes = await news();
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatch(/^publish centre\/phare \d+$/);
    const after = [await read("fr"), await read("en")];
    expect(after.map(({ version }) => version)).toEqual(before.map(({ version }) => version));
    for (const [index, document] of after.entries()) {
      expect(document.etag).not.toBe(before[index].etag);
      expect(document.data.centres.map(({ name }: { name: string }) => name)).toEqual([
        "L’Escale",
        `Le Phare ${database}`,
      ]);
    }
  });

  test("deleting a theme gives the sheets that name it a version without it", async () => {
    await post("entries", { entries: [entry("theme", "passager", { labels: { fr: "Passager" } })] });
    const documentId = await publishSheet("orpheline", { themes: ["numerique", "passager"] });
    await documents("api::theme.theme", "delete", { documentId: await documentIdOf("theme", "passager") });
    expect((await news()).toSorted()).toEqual(["delete theme/passager", "publish solution/orpheline fr 2"]);
    const { body } = await cms.ask(`/api/published/solution/${documentId}?locale=fr`);
    expect(body.data.themes.map(({ uid }: { uid: string }) => uid)).toEqual(["numerique"]);
    expect(body.mentions).not.toContain("theme/passager");
  });

  test("a kit that is withdrawn for a while keeps its place in the guide", async () => {
    await post("entries", { entries: [entry("kit", "va-et-vient", { title: "Va-et-vient", summary: "Un kit." })] });
    const guide = entry("guide", "avec-kit", {
      title: "Guide",
      summary: "Un guide.",
      phases: [{ title: "Phase", kits: ["va-et-vient"] }],
      related: ["kit/va-et-vient"],
    });
    await post("entries", { entries: [guide] });
    const [kitId, guideId] = [await documentIdOf("kit", "va-et-vient"), await documentIdOf("guide", "avec-kit")];
    const read = async () => (await cms.ask(`/api/published/guide/${guideId}?locale=fr`)).body;
    expect((await read()).data.phases[0].kits[0].title).toBe("Va-et-vient");
    cursor = await last();
    await documents("api::kit.kit", "unpublish", { documentId: kitId, locale: "fr" });
    const without = await read();
    expect(without.data.related).toEqual([]);
    expect(without.mentions).toContain("kit/va-et-vient");
    await documents("api::kit.kit", "publish", { documentId: kitId, locale: "fr" });
    expect((await read()).data.related[0].title).toBe("Va-et-vient");
    expect(await news()).toEqual(["delete kit/va-et-vient fr", "publish kit/va-et-vient fr 1"]);
    await documents("api::kit.kit", "delete", { documentId: kitId, locale: "*" });
    expect((await news()).toSorted()).toEqual(["delete kit/va-et-vient fr", "publish guide/avec-kit fr 2"]);
    expect((await read()).mentions).toEqual(["guide/avec-kit"]);
  });

  test("publishing a translation never publishes the source locale’s unfinished facts", async () => {
    const documentId = await publishSheet("faits");
    await solutions("update", { documentId, locale: "fr", data: { place: "Pas encore publié" } });
    await solutions("update", { documentId, locale: "en", status: "published", data: { title: "Facts stay" } });
    expect(await news()).toEqual(["publish solution/faits en 2"]);
    for (const locale of ["fr", "en"]) {
      expect((await cms.ask(`/api/published/solution/${documentId}?locale=${locale}`)).body.data.place).toBeUndefined();
    }
    await solutions("publish", { documentId, locale: "fr" });
    expect(await news()).toEqual(["publish solution/faits fr 2"]);
    expect((await cms.ask(`/api/published/solution/${documentId}?locale=en`)).body.data.place).toBe(
      "Pas encore publié",
    );
  });

  test("an adoption is live only while it is visible to all", async () => {
    await publishSheet("adoptee");
    const adoption = (visibility: string) =>
      entry("adoption", "adoption-1", { centre: "escale", resource: "solution/adoptee", stage: "running", visibility });
    await post("entries", { entries: [adoption("network")] });
    expect(await news()).toEqual([]);
    await post("entries", { entries: [adoption("all")] });
    expect(await news()).toEqual(["publish adoption/adoption-1 1"]);
    await post("entries", { entries: [adoption("centre")] });
    expect(await news()).toEqual(["delete adoption/adoption-1"]);
  });

  test("private fields are in no version and no answer", async () => {
    const centre = await documentIdOf("centre", "escale");
    await documents("api::centre.centre", "update", { documentId: centre, data: { email: "secret@example.org" } });
    expect(await news()).toEqual([]);
    await documents("api::centre.centre", "update", { documentId: centre, data: { city: `Douai ${database}` } });
    expect(await news()).toHaveLength(1);
    const versions = await cms.run((strapi) => strapi.db.connection("essaim_versions").select("json"));
    expect(JSON.stringify(versions)).not.toContain("secret@example.org");
    expect(JSON.stringify((await cms.ask("/api/published/centre")).body)).not.toContain("secret@example.org");
  });

  test("a uid never changes, and two documents of a type never share one", async () => {
    const documentId = await publishSheet("constante");
    await expect(solutions("update", { documentId, locale: "fr", data: { uid: "autre" } })).rejects.toThrow(
      /ne change jamais/,
    );
    await expect(solutions("create", { locale: "fr", data: { title: "X", uid: "constante" } })).rejects.toThrow(
      /déjà pris/,
    );
    await expect(solutions("create", { locale: "fr", data: { title: "X", uid: "Pas Bon" } })).rejects.toThrow(
      /ne convient pas/,
    );
    const created: Json = await solutions("create", { locale: "fr", data: { title: "Des ateliers pour tous" } });
    expect(created.uid).toBe("des-ateliers-pour-tous");
    const second: Json = await solutions("create", { locale: "fr", data: { title: "Des ateliers pour tous" } });
    expect([second.uid, second.slug, second.sourceLocale]).toEqual([
      "des-ateliers-pour-tous-2",
      "des-ateliers-pour-tous-2",
      "fr",
    ]);
  });

  test("an address comes from the title where the form had filled in the type’s name before there was one", async () => {
    const titled = { title: "Un potager sur le toit", slug: "solution" };
    const created: Json = await solutions("create", { locale: "fr", data: titled });
    expect([created.uid, created.slug]).toEqual(["un-potager-sur-le-toit", "un-potager-sur-le-toit"]);
    const translated: Json = await solutions("update", {
      documentId: created.documentId,
      locale: "en",
      data: { title: "A rooftop garden", slug: "solution-1" },
    });
    expect(translated.slug).toBe("a-rooftop-garden");
  });

  test("no two documents share an address, in whatever languages, and what can’t be an address is refused in French", async () => {
    const documentId = await publishSheet("adresse");
    const said = async (data: object, locale = "en"): Promise<string> => {
      const refused = solutions("create", { locale, data: { title: "Autre", summary: "Autre.", ...data } });
      const message = await refused.then(
        () => "written",
        (error: Error) => `${error.name} ${error.message}`,
      );
      return message.replaceAll(/[\u00a0\u202f]/g, " ");
    };
    expect(await said({ slug: "adresse" })).toBe(
      "ValidationError L’adresse « adresse » est déjà celle de « Des ateliers pour tous », en français : choisissez-en une autre.",
    );
    expect(await said({ slug: "adresse" }, "fr")).toMatch(/est déjà celle de/);
    expect(await said({ slug: "Déjà vu !" })).toMatch(/^ValidationError L’adresse « Déjà vu ! » ne convient pas/);
    const made: Json = await solutions("create", { locale: "nl", data: { title: "Adresse" } });
    expect(made.slug).toBe("adresse-2");
    // The document itself can have one slug in all its languages, and is saved with the one that it has.
    await solutions("update", { documentId, locale: "en", status: "published", data: { slug: "adresse" } });
    await solutions("update", {
      documentId,
      locale: "fr",
      status: "published",
      data: { slug: "adresse", title: "Ici" },
    });
    const [draft, taken] = ["adresse-2", "adresse"];
    await cms.run(
      (strapi, at) =>
        strapi.db
          .query("api::solution.solution")
          .updateMany({ where: { slug: at.draft }, data: { slug: at.taken, summary: "Autre." } }),
      { draft, taken },
    );
    await expect(solutions("publish", { documentId: made.documentId, locale: "nl" })).rejects.toThrow(
      /L’adresse «\s?adresse\s?» est déjà celle/,
    );
    await solutions("delete", { documentId: made.documentId });
    await solutions("delete", { documentId });
  });

  test("what breaks the contract can’t be published, and nothing of it is written", async () => {
    const documentId = await publishSheet("contrat");
    const broken = solutions("update", {
      documentId,
      locale: "fr",
      status: "published",
      data: { licence: "n’importe quoi" },
    });
    await expect(broken).rejects.toThrow(/licence/);
    expect(await news()).toEqual([]);
    const draft: Json = await solutions("findOne", { documentId, locale: "fr" });
    expect(draft.licence).toBe("CC-BY-SA-4.0");
  });

  test("a picture in a text, lists too deep and too long a text are refused in French, with their field", async () => {
    const text = (value: string) => [{ type: "text", text: value }];
    const list = (depth: number): object => ({
      type: "list",
      format: "unordered",
      children: [
        { type: "list-item", children: text("un point") },
        ...(depth > 1 ? [{ ...list(depth - 1), indentLevel: 1 }] : []),
      ],
    });
    const image = {
      name: "a.png",
      url: "/uploads/a.png",
      hash: "a",
      ext: ".png",
      mime: "image/png",
      size: 1,
      provider: "local",
      width: 1,
      height: 1,
      createdAt: "2026-01-01",
      updatedAt: "2026-01-01",
    };
    const paragraphs = Array.from({ length: 11 }, () => ({ type: "paragraph", children: text("a".repeat(9_999)) }));
    const documentId = await publishSheet("texte-refuse");
    const said = async (data: object): Promise<string> => {
      const refused = solutions("update", { documentId, locale: "fr", status: "published", data });
      const message = await refused.then(
        () => "published",
        (error: Error) => `${error.name} ${error.message}`,
      );
      return message.replaceAll(/[\u00a0\u202f]/g, " ");
    };
    expect(await said({ startingSituation: [{ type: "image", image, children: text("") }] })).toBe(
      "ValidationError Publication impossible (Français) : « Situation de départ » 1 : les images n’ont pas leur place dans le texte : retirez-la et mettez le fichier dans un champ d’image",
    );
    expect(await said({ startingSituation: [list(7)] })).toMatch(
      /« Situation de départ » 1 : les listes s’emboîtent sur 6 niveaux au plus/,
    );
    expect(await said({ startingSituation: paragraphs })).toMatch(
      /« Situation de départ » : le texte dépasse 100000 caractères/,
    );
    expect(await said({ steps: [{ title: "Un" }, { title: "Deux", body: [list(7)] }] })).toMatch(
      /« Étapes » 2, « .+ » 1 : les listes/,
    );
    expect(await news()).toEqual([]);
  });

  test.each(["create", "publish", "unpublish", "delete"] as const)(
    "a failure after the append of a %s leaves neither content nor row",
    async (action) => {
      const uid = `echec-${action}`;
      const documentId = action === "create" ? "" : await publishSheet(uid);
      if (action === "publish") await solutions("update", { documentId, locale: "fr", data: { title: "Perdu" } });
      const count = () =>
        cms.run(async (strapi, at) => {
          const sql = strapi.db.connection;
          const number = async (table: string) =>
            Number((await sql(table).where({ uid: at }).count({ n: "*" }))[0]?.["n"]);
          const rows = await strapi.db
            .query("api::solution.solution" as never)
            .findMany({ where: { uid: at }, orderBy: { id: "asc" } });
          return {
            changes: await number("essaim_changes"),
            versions: await number("essaim_versions"),
            live: await number("essaim_live"),
            rows: rows.map(({ id, title }: Json) => [id, title]),
          };
        }, uid);
      const before = await count();
      const failed = cms.run(
        (strapi, call) =>
          strapi.db.transaction(async () => {
            await (strapi.documents("api::solution.solution" as never) as unknown as Documents)[call.action](
              call.parameters,
            );
            throw new Error("failed on purpose");
          }),
        {
          action,
          parameters:
            action === "create"
              ? { locale: "fr", status: "published", data: { uid, title: "Perdu", summary: "Perdu" } }
              : { documentId, locale: "*" },
        },
      );
      await expect(failed).rejects.toThrow("failed on purpose");
      expect(await count()).toEqual(before);
      expect(await news()).toEqual([]);
    },
  );

  test("reconciling finds nothing to mend after all this, and mends what was written beside the hook", async () => {
    expect((await cms.ask("/api/reconcile", { method: "POST" })).body).toMatchObject({ changes: 0, problems: [] });
    const documentId = await publishSheet("a-cote");
    await cms.run(
      (strapi, id) =>
        strapi.db
          .query("api::solution.solution" as never)
          .updateMany({ where: { documentId: id, locale: "fr" }, data: { title: "À côté" } }),
      documentId,
    );
    expect((await cms.ask("/api/reconcile", { method: "POST" })).body).toMatchObject({ changes: 1, problems: [] });
    expect(await news()).toEqual(["publish solution/a-cote fr 2"]);
  });

  test("a long poll answers when something is committed, and at once when it was already", async () => {
    const started = Date.now();
    const waiting = cms.ask(`/api/changes?after=${cursor}&wait=20`);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await post("entries", { entries: [entry("theme", "attendu", { labels: { fr: "Attendu" } })] });
    const { body } = await waiting;
    expect(body.changes).toMatchObject([{ type: "theme", uid: "attendu", locale: null, action: "publish" }]);
    expect(Date.now() - started).toBeLessThan(15_000);
    expect((await cms.ask(`/api/changes?after=${cursor}&wait=20`)).body.changes).toHaveLength(1);
    await news();
    expect((await cms.ask(`/api/changes?after=${cursor}&wait=0.2`)).body).toMatchObject({ last: cursor, changes: [] });
  });

  test.each(["after=-1", "after=x", "limit=0", "limit=1001", "wait=26", "unknown=1"])(
    "refuses ?%s with the field that is wrong",
    async (query) => {
      const { status, body } = await cms.ask(`/api/changes?${query}`);
      expect(status).toBe(400);
      expect(body.error).toMatchObject({ code: "invalid-request", field: query.split("=")[0] });
    },
  );

  async function signIn() {
    const { body } = await cms.ask("/admin/login", {
      method: "POST",
      token: null,
      body: { email: "admin@example.org", password: "Essaim-for-the-tests-1" },
    });
    return (path: string, data: unknown) => cms.ask(path, { method: "POST", token: body.data.token, body: data });
  }

  const fullAccessToken = (): Promise<string> =>
    cms.run(
      async (strapi) =>
        (
          await (strapi.service("admin::api-token") as unknown as Documents).create({
            name: `rest-${Date.now()}`,
            description: "",
            kind: "content-api",
            type: "full-access",
            lifespan: null,
          })
        ).accessKey,
    );
});
