import { createHash } from "node:crypto";
import { deflateSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Cms, databases, type Json, startCms } from "./harness.ts";
import { entry, network, sheet, sheetInEnglish } from "./samples.ts";

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** A PNG picture of one colour: `shade` makes different bytes. */
function picture(shade: number): Buffer {
  const crcTable = Array.from({ length: 256 }, (_, n) =>
    Array.from({ length: 8 }).reduce<number>((c) => (c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1), n),
  );
  const crc = (data: Buffer) => ~data.reduce((c, byte) => (crcTable[(c ^ byte) & 255] ?? 0) ^ (c >>> 8), -1) >>> 0;
  const chunk = (kind: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(kind), data]);
    const frame = Buffer.alloc(body.length + 8);
    frame.writeUInt32BE(data.length, 0);
    body.copy(frame, 4);
    frame.writeUInt32BE(crc(body), body.length + 4);
    return frame;
  };
  const header = Buffer.from([0, 0, 0, 8, 0, 0, 0, 8, 8, 0, 0, 0, 0]);
  const rows = Buffer.concat(
    Array.from({ length: 8 }, () => Buffer.from([0, ...Array.from({ length: 8 }, () => shade)])),
  );
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

describe.each(databases)("package routes on %s", (database) => {
  let cms: Cms;
  const post = (route: string, body: unknown, on = cms) => on.ask(`/api/package/${route}`, { method: "POST", body });
  const head = async (): Promise<number> => (await cms.ask("/api/changes?limit=1")).body.last;

  /** All lines of an export, read in small pages. */
  async function all(route: "export" | "versions", on = cms, limit = 3): Promise<unknown[]> {
    const items: unknown[] = [];
    for (let next: string | null = ""; next !== null; ) {
      const { status, body } = await on.ask(`/api/package/${route}?limit=${limit}${next && `&after=${next}`}`);
      expect(status).toBe(200);
      items.push(...body.items.map((item: Json) => (route === "export" ? item.line : item)));
      next = body.next;
    }
    return items;
  }

  beforeAll(async () => {
    cms = await startCms({ database });
    expect((await post("entries", { entries: network })).body.results).toEqual(network.map(() => "created"));
  });
  afterAll(() => cms?.stop());

  test("the same entries twice change nothing: no version, no row of the feed", async () => {
    const before = await head();
    expect((await post("entries", { entries: network })).body.results).toEqual(network.map(() => "unchanged"));
    const entries = [entry("solution", "fiche", sheet), entry("solution", "fiche", sheetInEnglish, { locale: "en" })];
    expect((await post("entries", { entries })).body.results).toEqual(["created", "created"]);
    expect(await head()).toBe(before + 2);
    expect((await post("entries", { entries })).body.results).toEqual(["unchanged", "unchanged"]);
    expect(
      (await post("entries", { entries: [entry("solution", "fiche", { ...sheet, place: "Lille" })] })).body.results,
    ).toEqual(["updated"]);
    expect(await head()).toBe(before + 3);
  });

  test("documents that refer to each other are reserved first, and may lack each other’s locale", async () => {
    const kit = entry(
      "kit",
      "en-anglais",
      { title: "In English", summary: "A kit.", related: ["guide/en-francais"] },
      { locale: "en", sourceLocale: "en" },
    );
    const guide = entry("guide", "en-francais", {
      title: "En français",
      summary: "Un guide.",
      related: ["kit/en-anglais"],
      phases: [{ title: "Phase", kits: ["en-anglais"] }],
      derivedFrom: { document: "kit/en-anglais", version: 1 },
    });
    const dangling = await post("entries", { entries: [guide] });
    expect(dangling.status).toBe(422);
    expect(dangling.body.error).toMatchObject({ code: "dangling-reference", line: 1 });
    const reserve = { entries: [kit, guide].map(({ type, uid, locale }) => ({ type, uid, locale, title: uid })) };
    expect((await post("reserve", reserve)).body).toEqual({ reserved: 2 });
    expect((await post("reserve", reserve)).body).toEqual({ reserved: 0 });
    expect((await post("entries", { entries: [guide, kit] })).body.results).toEqual(["updated", "updated"]);
    expect((await post("entries", { entries: [guide, kit] })).body.results).toEqual(["unchanged", "unchanged"]);
    const [read] = (await cms.ask("/api/published/guide?uid=en-francais")).body.items;
    expect(read.data.related).toMatchObject([{ uid: "en-anglais", locale: "en", title: "In English" }]);
    expect(read.data.phases[0].kits).toMatchObject([{ uid: "en-anglais" }]);
    expect(read.data.derivedFrom).toMatchObject({ document: { uid: "en-anglais" }, version: 1 });
    const adoption = entry("adoption", "essai", {
      resource: "kit/en-anglais",
      centre: "escale",
      stage: "running",
      visibility: "all",
    });
    expect((await post("entries", { entries: [adoption] })).body.results).toEqual(["created"]);
    expect((await post("entries", { entries: [adoption] })).body.results).toEqual(["unchanged"]);
  });

  test("drafts publish nothing, and an entry is compared without being written", async () => {
    const before = await head();
    const draft = entry("solution", "en-cours", { title: "En cours", summary: "Un brouillon." }, { status: "draft" });
    expect((await post("entries/compare", { entries: [draft] })).body.results).toEqual(["created"]);
    expect((await post("entries", { entries: [draft] })).body.results).toEqual(["created"]);
    expect((await post("entries", { entries: [draft] })).body.results).toEqual(["unchanged"]);
    expect((await post("entries", { entries: [{ ...draft, status: "published" }], draft: true })).body.results).toEqual(
      ["unchanged"],
    );
    expect(await head()).toBe(before);
    expect((await post("entries", { entries: [{ ...draft, status: "published" }] })).body.results).toEqual(["updated"]);
    expect(await head()).toBe(before + 1);
  });

  test.each([
    ["an unknown type", { type: "licorne" }, "type"],
    ["an unknown field", { data: { title: "X", summary: "X", couleur: "bleu" } }, "data.couleur"],
    ["a title of a million characters", { data: { title: "x".repeat(1_000_000), summary: "X" } }, "data.title"],
    ["a missing summary", { data: { title: "X" } }, "data.summary"],
    ["a reference to nothing", { data: { title: "X", summary: "X", themes: ["inconnu"] } }, "data.themes"],
    [
      "a fact on a translation",
      { locale: "en" as const, data: { title: "X", summary: "X", place: "Lille" } },
      "data.place",
    ],
    [
      "a slug that is taken in another language",
      { locale: "en" as const, sourceLocale: "en" as const, data: { title: "X", summary: "X", slug: "fiche" } },
      "data.slug",
    ],
    ["a slug that is taken", { data: { title: "X", summary: "X", slug: "fiche" } }, "data.slug"],
    [
      "a file that was not sent",
      { data: { title: "X", summary: "X", cover: { file: "media/absent.png", alt: "X" } } },
      "files",
    ],
  ])("refuses %s with its line and field, and writes nothing of the batch", async (_, change, field) => {
    const before = await head();
    const good = entry("theme", "jamais-ecrit", { labels: { fr: "Jamais écrit" } });
    const { status, body } = await post("entries", {
      entries: [good, entry("solution", "refusee", { title: "X", summary: "X" }, change)],
    });
    expect(status).toBe(422);
    expect(body.error).toMatchObject({ line: 2, field });
    expect(body.error.message.length).toBeLessThan(1000);
    expect(await head()).toBe(before);
    expect((await cms.ask("/api/package/keys")).body.documents.map(({ key }: { key: string }) => key)).not.toContain(
      "theme/jamais-ecrit",
    );
  });

  test("a file is kept once, byte for byte, and refused when it is not what it seems", async () => {
    const bytes = picture(10);
    const sent = await post("media?name=une%20photo.jpeg", bytes);
    expect(sent.body).toEqual({
      hash: sha256(bytes),
      ext: "png",
      mime: "image/png",
      name: "une photo.png",
      size: bytes.length,
      width: 8,
      height: 8,
    });
    expect((await post("media?name=autre.png", bytes)).body).toEqual(sent.body);
    const back = await fetch(`${cms.url}/api/package/media/${sent.body.hash}.png`, {
      headers: { authorization: `Bearer ${cms.importToken}` },
    });
    expect(sha256(new Uint8Array(await back.arrayBuffer()))).toBe(sent.body.hash);
    expect(back.headers.get("content-type")).toBe("image/png");
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    expect((await post("media?name=dessin.png", svg)).status).toBe(422);
    expect((await post("media?name=cassee.png", bytes.subarray(0, 40))).status).toBe(422);
    expect((await post("media?name=enorme.png", Buffer.concat([bytes, Buffer.alloc(20 * 1024 * 1024)]))).status).toBe(
      413,
    );
    for (const name of ["..%2f..%2fessaim.db", `${"0".repeat(64)}.png`, "x.png"])
      expect((await cms.ask(`/api/package/media/${name}`)).status).toBe(404);
  });

  test("a file’s new name or new bytes reach the entries that show it", async () => {
    const bytes = picture(20);
    const { hash } = (await post("media?name=affiche.png", bytes)).body;
    const cover = { file: "media/affiche.png", alt: "Affiche", consent: undefined };
    await post("entries", {
      entries: [
        entry(
          "solution",
          "illustree",
          { ...sheet, slug: "illustree", cover },
          { files: { "media/affiche.png": hash } },
        ),
      ],
    });
    const read = async () => (await cms.ask("/api/published/solution?uid=illustree")).body.items[0];
    expect((await read()).data.cover.file).toMatchObject({ hash, name: "affiche.png" });
    const before = await head();
    await cms.run(async (strapi, at) => {
      const file = await strapi.db.query("plugin::upload.file").findOne({ where: { sha256: at } });
      await strapi.plugin("upload").service("upload")["updateFileInfo"](file.id, { name: "nouvelle.png" });
    }, hash);
    expect(await head()).toBe(before + 1);
    expect(await read()).toMatchObject({ version: 2, data: { cover: { file: { hash, name: "nouvelle.png" } } } });
    const fresh = picture(30);
    await cms.run(
      async (strapi, at) => {
        const filepath = `/${at.folder}/fresh.png`;
        process.getBuiltinModule("node:fs").writeFileSync(filepath, Buffer.from(at.bytes, "base64"));
        const file = await strapi.db.query("plugin::upload.file").findOne({ where: { sha256: at.hash } });
        const replacement = { filepath, originalFilename: "fresh.png", mimetype: "image/png", size: 1 };
        await strapi
          .plugin("upload")
          .service("upload")
          ["replace"](file.id, { data: { fileInfo: {} }, file: replacement });
      },
      { hash, bytes: fresh.toString("base64"), folder: cms.home.dataDir.slice(1) },
    );
    expect((await read()).data.cover.file.hash).toBe(sha256(fresh));
    await cms.run(async (strapi, at) => {
      const file = await strapi.db.query("plugin::upload.file").findOne({ where: { sha256: at } });
      await strapi.plugin("upload").service("upload")["remove"](file);
    }, sha256(fresh));
    expect((await read()).data.cover).toEqual({ alt: "Affiche" });
    await post("entries", { entries: [entry("solution", "illustree", { ...sheet, slug: "illustree" })] });
  });

  test("what is written out, loaded into an empty portal and written out again is the same, history included", async () => {
    await post("entries", { entries: [entry("solution", "fiche", { ...sheet, place: "Roubaix" })] });
    const bytes = picture(40);
    const { hash } = (await post("media?name=couverture.png", bytes)).body;
    const cover = { file: "media/couverture.png", alt: "Couverture" };
    await post("entries", {
      entries: [
        entry(
          "kit",
          "avec-image",
          { title: "Avec image", summary: "Un kit.", cover },
          { files: { "media/couverture.png": hash } },
        ),
      ],
    });
    const parent = "solution/fiche";
    const loop = [
      entry("solution", "adaptee", {
        ...{ title: "Fiche adaptée", summary: "Le soir." },
        ...{ centres: ["phare"], derivedFrom: { document: parent, version: 2 } },
      }),
      entry("adoption", "phare-fiche", {
        ...{ centre: "phare", resource: parent, version: 2, adaptation: "solution/adaptee", visibility: "all" },
        stage: "running",
        history: [
          { stage: "interested", on: "2026-01-15" },
          { stage: "running", on: "2026-03-02", note: "Le mardi." },
        ],
      }),
      entry("report", "phare-fiche-bilan", {
        ...{ adoption: "phare-fiche", on: "2026-05-04", language: "fr", visibility: "all" },
        ...{ context: "Le mardi soir.", advice: "Prévoir une rallonge.", audienceReached: 12, cost: 90 },
      }),
    ];
    expect((await post("entries", { entries: loop })).body).toEqual({ results: loop.map(() => "created") });
    const lines = (await all("export")) as Json[];
    const versions = (await all("versions")) as Json[];
    expect(await all("export", cms, 500)).toEqual(lines);
    expect(versions.filter(({ uid }) => uid === "fiche").map(({ locale, number }) => `${locale} ${number}`)).toEqual([
      "en 1",
      "fr 1",
      "fr 2",
      "fr 3",
    ]);

    const other = await startCms({ database });
    try {
      await post("media?name=couverture.png", bytes, other);
      const files = { [`media/${hash}.png`]: hash };
      const sourceOf = (uid: string, type: string) =>
        lines.find((line) => line.uid === uid && line.type === type).locale;
      const entries = lines.map((line) => ({ ...line, sourceLocale: sourceOf(line.uid, line.type), files }));
      const reserved = entries
        .filter(({ locale, sourceLocale }) => locale === sourceLocale)
        .map(({ type, uid, locale }) => ({ type, uid, locale, title: uid }));
      expect((await post("reserve", { entries: reserved }, other)).status).toBe(200);
      for (const version of versions)
        expect((await post("versions", { versions: [{ ...version, files }] }, other)).body).toEqual({ added: 1 });
      expect(
        (await post("versions", { versions: versions.slice(0, 2).map((version) => ({ ...version, files })) }, other))
          .body,
      ).toEqual({ added: 0 });
      const loaded = await post("entries", { entries }, other);
      expect(loaded.body).not.toHaveProperty("error");
      expect(JSON.stringify(await all("export", other))).toBe(JSON.stringify(lines));
      expect(JSON.stringify(await all("versions", other))).toBe(JSON.stringify(versions));
      const [kept] = (await other.ask("/api/published/solution?uid=fiche&locale=fr")).body.items;
      const [original] = (await cms.ask("/api/published/solution?uid=fiche&locale=fr")).body.items;
      expect([kept.version, kept.publishedAt, kept.updatedAt]).toEqual([
        original.version,
        original.publishedAt,
        original.updatedAt,
      ]);
      const countsOn = async (on: Cms) => {
        const body = { keys: [parent] };
        return (await on.ask("/api/published/adoption-counts", { method: "POST", body })).body.counts[parent];
      };
      const counts = await countsOn(other);
      expect(counts).toEqual(await countsOn(cms));
      expect(counts).toMatchObject({ running: 1, reported: 1, adaptations: 1 });
      const [adapted] = (await other.ask("/api/published/solution?uid=adaptee&locale=fr")).body.items;
      expect(adapted.data.derivedFrom).toMatchObject({ version: 2 });
    } finally {
      await other.stop();
    }
  });
});
