import { maxFileBytes, ownSheetSchema } from "@essaim/content";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { administrator, type Cms, type Documents, databases, type Json, startCms } from "./harness.ts";
import { type AsMember, signInAs } from "./member-calls.ts";
import { entry, network, sheet, sheetInEnglish } from "./samples.ts";

describe.each(databases)("Adaptations, on %s", (database) => {
  let cms: Cms;
  let amina: AsMember;
  const parent = "solution/ateliers";

  beforeAll(async () => {
    cms = await startCms({
      database,
      environment: { PUBLIC_URL: "https://essaim.test", PREVIEW_SECRET: "a secret of thirty-two characters" },
    });
    const { contact: _, ...free } = sheet;
    const entries = [
      ...network,
      entry("centre", "ruche", { name: "La Ruche", kind: "centre-social" }),
      entry("solution", "ateliers", {
        ...sheet,
        verifiedOn: "2024-01-01",
        easyRead: { body: "Simple.", status: "validated", validatedBy: "Un groupe" },
      }),
      entry("solution", "ateliers", sheetInEnglish, { locale: "en" }),
      entry("solution", "fermee", { ...free, licence: "CC-BY-ND-4.0" }),
      entry("solution", "maison", { ...free, licence: "LicenseRef-maison" }),
      entry("solution", "brouillon", free, { status: "draft" }),
      entry("solution", "ephemere", free),
      entry("adoption", "la-notre", { centre: "ruche", resource: parent, stage: "preparing", visibility: "all" }),
    ];
    expect((await cms.ask("/api/package/entries", { method: "POST", body: { entries } })).status).toBe(200);
    amina = await signInAs(cms, "Amina", "ruche");
  });
  afterAll(() => cms?.stop());

  const adapt = (more: object = {}, by = amina) => by("adaptations", { resource: parent, locale: "fr", ...more });
  const draft = (uid: string) =>
    cms.run(
      async (strapi, name) =>
        strapi.db.query("api::solution.solution").findMany({
          where: { uid: name },
          populate: {
            centres: true,
            themes: true,
            steps: true,
            derivedFrom: { populate: { documentSolution: true } },
            easyRead: true,
            contact: true,
          },
        }),
      uid,
    );

  test("begin as a draft of the member’s centre, with all that the published version says and where it comes from", async () => {
    const { documentId } = (await draft("ateliers"))[0] ?? {};
    await cms.run(
      (strapi, id) =>
        (strapi.documents("api::solution.solution") as unknown as Documents).update({
          ...{ documentId: id, locale: "fr", data: { summary: "Pas encore publié." } },
        }),
      String(documentId),
    );
    const { status, body } = await adapt();
    expect([status, body.key]).toEqual([200, "solution/des-ateliers-pour-tous-adaptation-de-la-ruche"]);
    const rows = await draft(body.key.slice("solution/".length));
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      ...{ title: "Des ateliers pour tous – adaptation de La Ruche", summary: sheet.summary, publishedAt: null },
      ...{ locale: "fr", sourceLocale: "fr", licence: "CC-BY-SA-4.0", verifiedOn: null, maturity: null, contact: null },
      ...{ centres: [{ uid: "ruche" }], easyRead: { status: "simplified", validatedBy: null } },
      derivedFrom: { version: 1, documentSolution: { uid: "ateliers" } },
      steps: [{ title: "Lancement" }, { title: "Ateliers" }],
    });
  });

  test("leave behind what happened at the parent’s centre, and show it beside", async () => {
    const { body } = await adapt({ title: "Sans leur histoire" });
    const [row] = await draft("sans-leur-histoire");
    expect(row).toMatchObject({ startDate: null, steps: [{ when: null }, { when: null }] });
    const { data, original } = ownSheetSchema.parse((await amina(`sheets?key=${body.key}`)).body);
    for (const name of ["results", "startDate"]) expect([name in data, name in sheet]).toEqual([false, true]);
    expect(original).toMatchObject({
      ...{ title: sheet.title, centres: ["L’Escale", "Le Phare"] },
      data: { startDate: "2017-02-01", results: [{ label: "ateliers", value: 70 }] },
    });
  });

  test("are named by the centre’s adoption of the parent, the first of them alone", async () => {
    const adoption = () =>
      cms.run(async (strapi) =>
        strapi.db
          .query("api::adoption.adoption")
          .findOne({ where: { uid: "la-notre" }, populate: { adaptationSolution: true } }),
      );
    const first = (await adoption())?.adaptationSolution.uid;
    expect(first).toBe("des-ateliers-pour-tous-adaptation-de-la-ruche");
    expect((await adapt({ title: "Une autre" })).body).toEqual({ key: "solution/une-autre" });
    expect((await adoption())?.adaptationSolution.uid).toBe(first);
  });

  test("of a translation are written in its language, with the facts of its source", async () => {
    const { body } = await adapt({ locale: "en" });
    expect((await draft(body.key.slice("solution/".length)))[0]).toMatchObject({
      ...{
        title: "Workshops for all – adapted by La Ruche",
        summary: "A common method.",
        locale: "en",
        sourceLocale: "en",
      },
      ...{ startDate: null, themes: [{ uid: "numerique" }, { uid: "accueil" }] },
      derivedFrom: { version: 1 },
    });
    expect((await adapt({ locale: "nl", title: "Terug" })).status).toBe(200);
    expect((await draft("terug"))[0]).toMatchObject({ locale: "fr", sourceLocale: "fr" });
  });

  test.each([
    ["what forbids it", { resource: "solution/fermee" }, 403, "no-derivatives"],
    ["a licence that isn’t known", { resource: "solution/maison" }, 403, "unknown-licence"],
    ["a sheet that isn’t published", { resource: "solution/brouillon" }, 404, "not-published"],
    ["a sheet that isn’t there", { resource: "solution/rien" }, 404, "not-published"],
    ["what is no sheet", { resource: "theme/numerique" }, 404, "not-published"],
    ["an unknown version", { version: 9 }, 404, "unknown-version"],
    ["a forged key", { resource: "solution/../x" }, 400, "invalid-request"],
    ["another centre", { centre: "escale" }, 400, "invalid-request"],
    ["a title that is too long", { title: "x".repeat(201) }, 400, "invalid-request"],
  ])("are refused of %s", async (_, asked, status, code) => {
    const answer = await adapt(asked);
    expect([answer.status, answer.body.error.code]).toEqual([status, code]);
  });

  test("are made by members of a centre only", async () => {
    const alone = await adapt({}, await signInAs(cms, "Seul"));
    expect([alone.status, alone.body.error.code]).toEqual([403, "no-centre"]);
    const body = { resource: parent, locale: "fr" };
    for (const token of [cms.readToken, cms.importToken, null])
      expect((await cms.ask("/api/member/adaptations", { method: "POST", token, body })).status).toBe(401);
  });

  describe("are written by their centre", () => {
    const key = "solution/a-ecrire";
    const forged = { hash: "a".repeat(64), ext: "png", mime: "image/png", name: "x.png", size: 1 };
    const read = async (by = amina) => (await by(`sheets?key=${key}`)).body;
    const save = async (more: object = {}, by = amina) => {
      const { revision } = await read();
      const { title, summary } = sheet;
      const data = { title, summary, objectives: ["écouter"], themes: sheet.themes, licence: "CC-BY-SA-4.0" };
      return by("sheets/save", { ...{ key, revision, data, note: "", publish: false }, ...more });
    };
    const versions = async () => {
      const [row] = await draft("a-ecrire");
      return (await cms.ask(`/api/versions/solution/${row?.["documentId"]}`)).body.items;
    };
    beforeAll(async () => expect((await adapt({ title: "À écrire" })).body.key).toBe(key));

    test("as a draft, which its members alone can read, and under a licence that the parent’s allows", async () => {
      const sheetRead = ownSheetSchema.parse(await read());
      expect(sheetRead).toMatchObject({
        ...{ key, locale: "fr", note: "", published: null, differs: true, licences: ["CC-BY-SA-4.0", "LAL-1.3"] },
        parent: { key: parent, version: 1, title: sheet.title },
      });
      const { status, body } = await save({ note: "Pour un quartier rural." });
      expect([status, body.data.objectives, body.data.steps, body.note]).toEqual([
        200,
        ["écouter"],
        undefined,
        "Pour un quartier rural.",
      ]);
      expect(body.data).toMatchObject({
        centres: ["ruche"],
        themes: sheet.themes,
        derivedFrom: { document: parent, version: 1 },
      });
      expect(body.revision).not.toBe(sheetRead.revision);
      expect(
        (await cms.ask("/api/published/solution?locale=fr")).body.items.map(({ uid }: { uid: string }) => uid),
      ).not.toContain("a-ecrire");
    });

    test("and published with the note and the name of who did it", async () => {
      expect((await save({ note: "Pour un quartier rural.", publish: true })).body).toMatchObject({
        published: { version: 1 },
        differs: false,
        note: "",
      });
      expect(await versions()).toMatchObject([{ number: 1, author: "Amina", note: "Pour un quartier rural." }]);
      expect((await save({ note: "La même.", publish: true })).status).toBe(200);
      expect(await versions()).toHaveLength(1);
      const silent = await save({ note: " ", publish: true });
      expect([silent.status, silent.body.error.field]).toEqual([400, "note"]);
    });

    test("are found again by all members of the centre, and by them alone, with what waits to be published", async () => {
      const own = async (by = amina) => (await by("sheets/own")).body.sheets;
      const found = async () => (await own()).find((one: { key: string }) => one.key === key);
      expect(await found()).toEqual({ key, locale: "fr", title: sheet.title, slug: "a-ecrire", differs: false });
      await save({ data: { title: "À écrire encore", summary: "Un." } });
      expect(await found()).toMatchObject({ title: "À écrire encore", differs: true });
      const keys = (await own()).map((one: { key: string }) => one.key);
      expect([keys.includes("solution/une-autre"), keys.includes(parent)]).toEqual([true, false]);
      const bruno = await signInAs(cms, "Bruno-own", "escale");
      const others = (await own(bruno)).map((one: { key: string }) => one.key);
      expect([others.includes(parent), others.includes(key)]).toEqual([true, false]);
      expect((await (await signInAs(cms, "Seule-own"))("sheets/own")).body.error.code).toBe("no-centre");
      const about = async (by: AsMember) => (await by(`adaptations?of=${parent}&locale=fr`)).body.isOwn;
      expect([await about(bruno), await about(amina)]).toEqual([true, false]);
    });

    test("are taken off the site by their centre, and published again", async () => {
      const withdraw = (of = key, by = amina) => by("sheets/withdraw", { key: of });
      const isPublic = async () =>
        (await cms.ask("/api/published/solution?locale=fr")).body.items.some(
          ({ uid }: { uid: string }) => uid === "a-ecrire",
        );
      const bruno = await signInAs(cms, "Bruno-off", "escale");
      expect((await withdraw(key, bruno)).body.error.code).toBe("not-yours");
      expect((await withdraw(parent, bruno)).body.error.code).toBe("shared");
      const before = await read();
      expect(await isPublic()).toBe(true);
      const { status, body } = await withdraw();
      expect([status, body.published, body.data]).toEqual([200, null, before.data]);
      expect(await isPublic()).toBe(false);
      expect((await withdraw()).body.error.code).toBe("not-published");
      expect((await save({ note: "De retour.", publish: true })).body.published.slug).toBe("a-ecrire");
      expect(await isPublic()).toBe(true);
    });

    test("are published again with the languages that were taken off with them, as far as their members want", async () => {
      const own = "solution/en-trois-langues";
      const texts = { fr: "En trois langues", en: "In three languages", nl: "In drie talen" };
      const entries = Object.entries(texts).map(([locale, title]) =>
        entry(
          "solution",
          "en-trois-langues",
          { title, summary: "Un.", ...(locale === "fr" && { centres: ["ruche"] }) },
          { locale: locale as "fr" },
        ),
      );
      expect((await cms.ask("/api/package/entries", { method: "POST", body: { entries } })).status).toBe(200);
      const atDesk = (action: "update" | "unpublish", given: object) =>
        cms.run(
          async (strapi, [name, more]) => {
            const sheets = strapi.documents("api::solution.solution") as unknown as Documents;
            const query = strapi.db.query("api::solution.solution");
            const { documentId } = await query.findOne({ where: { uid: "en-trois-langues" } });
            await sheets[name]({ documentId, ...more });
          },
          [action, given] as const,
        );
      const languages = async () => {
        const found: string[] = [];
        for (const locale of ["fr", "en", "nl"]) {
          const { items } = (await cms.ask(`/api/published/solution?locale=${locale}`)).body;
          if (items.some((one: Json) => one.uid === "en-trois-langues" && one.locale === locale)) found.push(locale);
        }
        return found;
      };
      const readOwn = async () => (await amina(`sheets?key=${own}`)).body;
      const withdraw = async () => (await amina("sheets/withdraw", { key: own })).body.withdrawn;
      const publish = async (also?: string[]) => {
        const { revision } = await readOwn();
        const data = { title: texts.fr, summary: "Un." };
        const asked = { key: own, revision, data, note: "De retour.", publish: true };
        return amina("sheets/save", { ...asked, ...(also && { also }) });
      };
      await atDesk("unpublish", { locale: "nl" });
      expect([await languages(), (await readOwn()).withdrawn]).toEqual([["fr", "en"], []]);
      // What was taken off by itself before stays off.
      expect([await withdraw(), await languages()]).toEqual([["en"], []]);
      const foreign = await publish(["nl"]);
      expect([foreign.status, foreign.body.error]).toEqual([
        409,
        expect.objectContaining({ code: "not-withdrawn", field: "also" }),
      ]);
      expect(await languages()).toEqual([]);
      expect((await publish(["en"])).body.withdrawn).toEqual([]);
      expect(await languages()).toEqual(["fr", "en"]);
      expect((await publish(["en"])).status).toBe(409);

      // Of what can't be published nothing is, in no language.
      await withdraw();
      await atDesk("update", { locale: "en", data: { title: null } });
      const refused = await publish(["en"]);
      expect([refused.status, refused.body.error.field, await languages()]).toEqual([400, "also", []]);
      expect((await publish()).body.published.slug).toBe("en-trois-langues");
      expect([await languages(), (await readOwn()).withdrawn]).toEqual([["fr"], []]);
    });

    test("one after the other: the second of two is told, and nothing of the first is lost", async () => {
      const { revision } = await read();
      const data = (place: string) => ({ title: "À écrire", summary: "Un.", place });
      const both = await Promise.all(["Douai", "Lens"].map((place) => save({ revision, data: data(place) })));
      expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
      const first = both.find(({ status }) => status === 200);
      expect((await read()).data.place).toBe(first?.body.data.place);
    });

    test.each([
      [
        "a field that isn’t theirs to write",
        { data: { title: "x", summary: "y", centres: ["escale"] } },
        400,
        "centres",
      ],
      ["where it comes from", { data: { title: "x", summary: "y", derivedFrom: {} } }, 400, "derivedFrom"],
      ["no title", { data: { summary: "y" } }, 400, "title"],
      [
        "a step without a title",
        { data: { title: "x", summary: "y", steps: [{ title: "a" }, { duration: "b" }] } },
        400,
        "steps.1.title",
      ],
      [
        "an end before the start",
        { data: { title: "x", summary: "y", startDate: "2024-02-01", endDate: "2024-01-01" } },
        400,
        "endDate",
      ],
      [
        "a licence that the parent’s forbids",
        { data: { title: "x", summary: "y", licence: "CC0-1.0" } },
        400,
        "licence",
      ],
      ["a theme that isn’t there", { data: { title: "x", summary: "y", themes: ["rien"] } }, 400, "themes"],
      ["a picture without words", { data: { title: "x", summary: "y", cover: { file: forged } } }, 400, "cover.alt"],
      [
        "a file that its centre never sent",
        { data: { title: "x", summary: "y", cover: { file: forged, alt: "Une photo" } } },
        400,
        "cover.file",
      ],
      ["a note that is too long", { note: "x".repeat(301) }, 400, "note"],
      ["a sheet of another centre", { key: parent }, 403, "key"],
      ["a sheet that isn’t there", { key: "solution/rien" }, 403, "key"],
    ])("but for %s", async (_, more, status, field) => {
      const before = await read();
      const answer = await save(more);
      expect([answer.status, answer.body.error.field]).toEqual([status, field]);
      expect(await read()).toEqual({ ...before, preview: expect.anything() });
    });

    describe("with pictures and files", () => {
      const send = (name: string, bytes: Uint8Array, by = amina, of = key) =>
        by(`sheets/files?${new URLSearchParams({ key: of, name })}`, bytes);
      const photo = async (color: string) =>
        new Uint8Array(
          await sharp({ create: { width: 40, height: 30, channels: 3, background: color } })
            .png()
            .toBuffer(),
        );
      const note = new TextEncoder().encode("Liste des courses.");
      const shown = { title: "À écrire", summary: "Avec des photos." };

      test("that they sent: as many as they like, in their order, and each said by its bytes", async () => {
        const { status, body: first } = await send("vacances.jpg", await photo("#123456"));
        expect([status, first.ext, first.name, first.width]).toEqual([200, "png", "vacances.png", 40]);
        const { body: second } = await send("b.png", await photo("#654321"));
        const { body: list } = await send("courses.txt", note);
        const data = {
          ...shown,
          cover: { file: first, alt: "Une salle", credit: "Amina" },
          gallery: [
            { file: second, decorative: true },
            { file: first, alt: "La même" },
          ],
          attachments: [{ file: list, title: "Les courses", licence: "CC-BY-4.0" }],
        };
        const saved = await save({ data });
        expect([saved.status, saved.body.data]).toEqual([200, expect.objectContaining(data)]);
        const turned = { ...data, gallery: data.gallery.toReversed(), attachments: [] };
        expect((await save({ data: turned })).body.data).toMatchObject({ gallery: turned.gallery });
        expect((await read()).data.attachments).toBeUndefined();
      });

      test("whose private words stay with them, wherever they are moved", async () => {
        const consents = (papers?: string) =>
          cms.run(async (strapi, said) => {
            const where = { uid: "a-ecrire", publishedAt: null };
            const populate = { gallery: { populate: { file: true } } };
            const row = await strapi.db.query("api::solution.solution").findOne({ where, populate });
            if (said)
              await strapi.db
                .query("shared.image")
                .update({ where: { id: row.gallery[0].id }, data: { consent: said } });
            return row.gallery.map(({ alt, consent }: { alt: string; consent: string }) => [alt, consent]);
          }, papers ?? "");
        await consents("Classeur 3");
        const { data } = await read();
        const { gallery, title, summary } = data;
        expect((await save({ data: { title, summary, gallery: gallery.toReversed() } })).status).toBe(200);
        expect(await consents()).toEqual([
          [null, null],
          ["La même", "Classeur 3"],
        ]);
      });

      test("but not what others keep, what lies about its kind, or what is no file", async () => {
        const bruno = await signInAs(cms, "Bruno-photo", "escale");
        expect((await send("a.png", await photo("#000000"), bruno)).body.error.code).toBe("not-yours");
        const alone = await signInAs(cms, "Seule-photo");
        expect((await send("a.png", await photo("#000000"), alone)).body.error.code).toBe("no-centre");
        const { body: kept } = await send("courses.txt", note);
        const asPicture = { ...kept, ext: "png", mime: "image/png" };
        for (const [file, field] of [
          [asPicture, "cover.file"],
          [kept, "cover.file"],
        ] as const)
          expect((await save({ data: { ...shown, cover: { file, alt: "x" } } })).body.error.field).toBe(field);
        const refused = async (name: string, bytes: Uint8Array) => {
          const { status, body } = await send(name, bytes);
          return [status, body.error.code];
        };
        expect(await refused("page.png", new TextEncoder().encode("<html><script>"))).toEqual([
          422,
          "unsupported-file",
        ]);
        expect(await refused("trop.txt", new Uint8Array(maxFileBytes + 1))).toEqual([413, "file-too-large"]);
        expect(await refused("rien.png", new Uint8Array())).toEqual([400, "invalid-request"]);
      });

      test("until they send too many in a day; and those that were never shown are forgotten", async () => {
        const sent = () =>
          cms.run(async (strapi) => {
            const files = await strapi.db.query("plugin::upload.file").findMany({ where: { name: "oubliee.png" } });
            const rows = await strapi.db.connection("essaim_sheet_files");
            return { files: files.length, rows: rows.length };
          });
        await send("oubliee.png", await photo("#abcdef"));
        const { rows } = await sent();
        await cms.run(async (strapi) => {
          await strapi.db.connection("essaim_sheet_files").update({ at: "2020-01-01T00:00:00.000Z" });
        });
        await send("c.png", await photo("#fedcba"));
        expect(await sent()).toEqual({ files: 0, rows: 1 });
        // What a version remembers stays: somebody may take it back.
        const { body: remembered } = await send("retenue.png", await photo("#00aa11"));
        await cms.run(async (strapi, hash) => {
          const sql = strapi.db.connection;
          const [version] = await sql("essaim_versions").limit(1);
          const { id: _, ...copy } = version;
          await sql("essaim_versions").insert({ ...copy, number: 9_999, json: JSON.stringify({ photo: { hash } }) });
          await sql("essaim_sheet_files").update({ at: "2020-01-01T00:00:00.000Z" });
        }, remembered.hash);
        await send("b.png", await photo("#654321"));
        const left = await cms.run(async (strapi) => {
          await strapi.db.connection("essaim_versions").where({ number: 9_999 }).delete();
          return (await strapi.db.query("plugin::upload.file").findMany({ where: { name: "retenue.png" } })).length;
        });
        expect(left).toBe(1);
        expect(rows).toBeGreaterThan(1);
        expect((await read()).data.gallery).toHaveLength(2);
        await cms.run(async (strapi) => {
          const [row] = await strapi.db.connection("essaim_sheet_files");
          const { id: _, ...same } = row;
          await strapi.db.connection("essaim_sheet_files").insert(Array.from({ length: 199 }, () => same));
        });
        const { status, body } = await send("d.png", await photo("#0f0f0f"));
        expect([status, body.error.code]).toEqual([429, "too-many-files"]);
      });
    });

    test("and by nobody else", async () => {
      const other = await signInAs(cms, "Bruno", "escale");
      expect((await other(`sheets?key=${key}`)).status).toBe(403);
      expect((await save({}, other)).status).toBe(403);
      const about = async (by: AsMember, of = parent) => (await by(`adaptations?of=${of}&locale=fr`)).body;
      expect(await about(other)).toMatchObject({
        items: [],
        refusal: null,
        licence: "CC-BY-SA-4.0",
        title: sheet.title,
      });
      expect(await about(other, "solution/fermee")).toMatchObject({ refusal: "no-derivatives", licence: null });
      expect((await other("adaptations?of=solution/brouillon&locale=fr")).status).toBe(404);
      const { items } = await about(amina);
      expect(items).toContainEqual({ key, title: "À écrire", published: true });
    });
  });

  test("keep their parent and its licence's terms where it is deleted before they are published", async () => {
    const { key } = (await adapt({ resource: "solution/ephemere", title: "Orpheline" })).body;
    const { documentId } = (await draft("ephemere"))[0] ?? {};
    await cms.run(async (strapi, id) => {
      await strapi.documents("api::solution.solution").delete({ documentId: id });
    }, String(documentId));
    const shown = ownSheetSchema.parse((await amina(`sheets?key=${key}`)).body);
    expect(shown.parent).toEqual({ key: "solution/ephemere", version: 1, title: null });
    const data = { title: "Orpheline", summary: "Seule." };
    const save = (more: object) =>
      amina("sheets/save", {
        key,
        revision: shown.revision,
        data: { ...data, ...more },
        note: "Sans la fiche d’origine.",
        publish: true,
      });
    expect((await save({ licence: "CC0-1.0" })).body.error.code).toBe("forbidden-licence");
    expect((await save({ licence: "CC-BY-SA-4.0" })).status).toBe(200);
    const { items } = (await cms.ask("/api/published/solution?limit=100", { token: cms.readToken })).body;
    const published = items.find(({ uid }: { uid: string }) => uid === "orpheline");
    expect(published.data.derivedFrom).toMatchObject({ version: 1 });
    const { json } = await cms.run(async (strapi) =>
      strapi.db.connection("essaim_versions").where({ uid: "orpheline" }).first("json"),
    );
    expect(JSON.parse(json).derivedFrom).toEqual({ document: "solution/ephemere", version: 1 });
  });

  const family = async (of: string) =>
    (
      await cms.ask("/api/published/descendants", {
        method: "POST",
        token: cms.readToken,
        body: { of, locale: "fr" },
      })
    ).body;

  test("are told as a family: each after its parent, in the reader’s language, whatever becomes of those between", async () => {
    const descendants = async (of: string) => (await family(of)).items;
    const about = { summary: "S", centres: ["ruche"] };
    const entries = [
      entry("solution", "aieule", { ...about, title: "Aïeule" }),
      entry("solution", "fille", {
        ...about,
        title: "Fille",
        derivedFrom: { document: "solution/aieule", version: 1 },
      }),
      entry("solution", "petite", {
        ...about,
        title: "Petite",
        derivedFrom: { document: "solution/fille", version: 1 },
      }),
      entry("solution", "citee", { ...about, title: "Cite", related: ["solution/aieule"] }),
    ];
    expect((await cms.ask("/api/package/entries", { method: "POST", body: { entries } })).status).toBe(200);
    expect(await descendants("solution/aieule")).toMatchObject([
      {
        key: "solution/fille",
        parent: "solution/aieule",
        version: 1,
        title: "Fille",
        centres: [{ uid: "ruche", name: "La Ruche" }],
      },
      { key: "solution/petite", parent: "solution/fille", version: 1, title: "Petite" },
    ]);
    const act = (action: "unpublish" | "delete", uid: string) =>
      cms.run(
        async (strapi, [name, called]) => {
          const row = await strapi.db.query("api::solution.solution").findOne({ where: { uid: called } });
          const documents = strapi.documents("api::solution.solution") as unknown as Documents;
          await documents[name]({ documentId: row.documentId, locale: "*" });
        },
        [action, uid] as const,
      );
    await act("unpublish", "fille");
    // Nothing is told of the one between but its place.
    const withdrawn = [{ key: "solution/fille", parent: "solution/aieule" }];
    expect(await family("solution/aieule")).toMatchObject({ items: [{ key: "solution/petite" }], withdrawn });
    expect(JSON.stringify(await family("solution/aieule"))).not.toContain("Fille");
    expect(await descendants("solution/fille")).toMatchObject([{ key: "solution/petite" }]);
    await act("delete", "fille");
    expect(await family("solution/aieule")).toMatchObject({ items: [{ key: "solution/petite" }], withdrawn });
    expect(await descendants("solution/fille")).toMatchObject([{ key: "solution/petite", version: 1 }]);
    await cms.run(async (strapi) => {
      const row = await strapi.db.query("api::solution.solution").findOne({ where: { uid: "petite" } });
      const documents = strapi.documents("api::solution.solution") as unknown as Documents;
      await documents.update({
        documentId: row.documentId,
        locale: "fr",
        data: { place: "Lens" },
        status: "published",
      });
    });
    expect(await descendants("solution/fille")).toMatchObject([{ key: "solution/petite", version: 1 }]);
    expect((await amina("sheets?key=solution/petite")).body.parent).toEqual({
      key: "solution/fille",
      version: 1,
      title: null,
    });
  });

  test("belong to the family by their history alone, and drafts to none", async () => {
    const of = "solution/souche";
    const entries = [entry("solution", "souche", { title: "Souche", summary: "S", centres: ["ruche"] })];
    expect((await cms.ask("/api/package/entries", { method: "POST", body: { entries } })).status).toBe(200);
    expect((await adapt({ resource: of })).status).toBe(200);
    expect(await family(of)).toEqual({ items: [], withdrawn: [] });
    const data = { title: "D’ailleurs", summary: "S", centres: ["ruche"] };
    const version = { type: "solution", uid: "dailleurs", locale: "fr", at: "2025-01-02T03:04:05.000Z", files: {} };
    const versions = [
      { ...version, number: 2, data: { ...data, derivedFrom: { document: of, version: 1 } } },
      { ...version, number: 1, data: { ...data, derivedFrom: { document: "solution/ateliers" } } },
    ];
    const kept = await cms.ask("/api/package/versions", { method: "POST", body: { versions } });
    expect([kept.status, kept.body]).toEqual([200, { added: 2 }]);
    const withdrawn = [{ key: "solution/dailleurs", parent: of }];
    expect(await family(of)).toEqual({ items: [], withdrawn });
    await cms.run((strapi) => strapi.db.connection("essaim_origins").where({ uid: "dailleurs" }).delete());
    expect(await family(of)).toEqual({ items: [], withdrawn: [] });
    expect((await cms.ask("/api/reconcile", { method: "POST" })).status).toBe(200);
    expect(await family(of)).toEqual({ items: [], withdrawn });
  });

  test("that no longer say what they were made from belong to no family, withdrawn or not", async () => {
    const about = { summary: "S", centres: ["ruche"] };
    const load = async (...entries: object[]) =>
      expect((await cms.ask("/api/package/entries", { method: "POST", body: { entries } })).status).toBe(200);
    const derivedFrom = { document: "solution/tronc", version: 1 };
    await load(
      entry("solution", "tronc", { ...about, title: "Tronc" }),
      entry("solution", "rameau", { ...about, title: "Rameau", derivedFrom }),
    );
    expect(await family("solution/tronc")).toMatchObject({ items: [{ key: "solution/rameau" }] });
    await load(entry("solution", "rameau", { ...about, title: "Rameau à part" }));
    await cms.run(async (strapi) => {
      const row = await strapi.db.query("api::solution.solution").findOne({ where: { uid: "rameau" } });
      const documents = strapi.documents("api::solution.solution") as unknown as Documents;
      await documents.unpublish({ documentId: row.documentId, locale: "*" });
    });
    expect(await family("solution/tronc")).toEqual({ items: [], withdrawn: [] });
  });

  test("are translated into languages that the original isn’t written in, at the desk and from a package, and stay adaptations", async () => {
    const about = { summary: "S", centres: ["ruche"] };
    const derivedFrom = { document: "solution/racine", version: 1 };
    const related = ["solution/racine"];
    const load = async (...entries: object[]) =>
      expect((await cms.ask("/api/package/entries", { method: "POST", body: { entries } })).status).toBe(200);
    await load(
      entry("solution", "racine", { ...about, title: "Racine" }),
      entry("solution", "branche", { ...about, title: "Branche", derivedFrom, related }),
    );
    const [row] = await draft("branche");
    const signedIn = await cms.ask("/admin/login", { method: "POST", token: null, body: administrator });
    const atDesk = (path: string, method: "PUT" | "POST", body: object) =>
      cms.ask(`/content-manager/collection-types/api::solution.solution/${row?.documentId}${path}`, {
        ...{ method, token: signedIn.body.data.token, body },
      });
    const dutch = { title: "Tak", summary: "S" };
    expect((await atDesk("?locale=nl", "PUT", dutch)).status).toBe(200);
    expect((await atDesk("/actions/publish?locale=nl", "POST", dutch)).status).toBe(200);
    await load(entry("solution", "branche", { title: "Branch", summary: "S" }, { locale: "en" }));
    const french = { title: "Branche", summary: "Autrement" };
    expect((await atDesk("/actions/publish?locale=fr", "POST", french)).status).toBe(200);
    const versions = await cms.run((strapi) =>
      strapi.db.connection("essaim_versions").where({ uid: "branche" }).orderBy("id").select("locale", "json"),
    );
    expect(versions.map(({ locale }: { locale: string }) => locale)).toEqual(["fr", "nl", "en", "fr"]);
    expect(JSON.parse(versions[3].json)).toMatchObject({ summary: "Autrement", derivedFrom, related });
  });
});
