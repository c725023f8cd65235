import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pictureCopies } from "@essaim/content";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { administrator, type Cms, databases, type Json, startCms } from "./harness.ts";
import { entry, sheet } from "./samples.ts";

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

const photo = (background: string) =>
  sharp({ create: { width: 700, height: 400, channels: 3, background } })
    .withExif({ IFD3: { GPSLatitudeRef: "N", GPSLatitude: "50/1 22/1 0/1" }, IFD0: { Copyright: "Nadia Secret" } })
    .jpeg()
    .toBuffer();

describe.each(databases)("the media library on %s", (database) => {
  let cms: Cms;
  let session: string;
  beforeAll(async () => {
    cms = await startCms({ database });
    const { body } = await cms.ask("/admin/login", { method: "POST", body: administrator, token: null });
    session = body.data.token;
  });
  afterAll(() => cms.stop());

  const stored = () => readdirSync(join(cms.home.dataDir, "cms", "uploads")).sort();
  const read = (path: string, token = cms.readToken) => cms.ask(path, { token });
  const bytesOf = async (path: string) => {
    const answer = await fetch(cms.url + path, { headers: { authorization: `Bearer ${cms.readToken}` } });
    return Buffer.from(await answer.arrayBuffer());
  };

  /** Sends a file as the desk's upload dialog does. */
  async function sendAtTheDesk(bytes: Uint8Array, name: string, type: string, path = "/upload") {
    const form = new FormData();
    form.append("files", new File([new Uint8Array(bytes)], name, { type }));
    form.append("fileInfo", JSON.stringify({ name, caption: "", alternativeText: "", folder: null }));
    const answer = await fetch(cms.url + path, {
      method: "POST",
      headers: { authorization: `Bearer ${session}` },
      body: form,
    });
    return { status: answer.status, body: (await answer.json()) as Json };
  }

  const show = (uid: string, hash: string | undefined, status: "published" | "draft" = "published") =>
    cms.ask("/api/package/entries", {
      method: "POST",
      body: {
        entries: [
          entry(
            "solution",
            uid,
            {
              title: sheet.title,
              summary: sheet.summary,
              slug: uid,
              ...(hash && { cover: { file: "media/a.jpg", alt: "Une photo" } }),
            },
            { status, files: hash ? { "media/a.jpg": hash } : {} },
          ),
        ],
      },
    });

  test("a photo sent at the desk is cleaned, measured and kept with its copies", async () => {
    const { status, body } = await sendAtTheDesk(await photo("#112233"), "vacances.png", "image/png");
    expect(status).toBe(201);
    const [file] = body;
    expect(file).toMatchObject({ name: "vacances.jpg", ext: ".jpg", mime: "image/jpeg", width: 700, height: 400 });
    const copies = pictureCopies({ ext: "jpg", width: 700 }).map(({ width, ext }) => `${width}.${ext}`);
    expect(Object.keys(file.formats).sort()).toEqual([...copies, "thumbnail"].sort());
    for (const name of stored())
      expect(await sharp(join(cms.home.dataDir, "cms", "uploads", name)).metadata()).not.toHaveProperty("exif");
    expect(stored()).toHaveLength(copies.length + 2);
    const shown = await fetch(cms.url + file.formats.thumbnail.url);
    expect(shown.headers.get("content-type")).toBe("image/webp");
  });

  test.each([
    ["a page", Buffer.from("<!doctype html><script>alert(1)</script>"), "ce genre de fichier n’est pas accepté"],
    ["a damaged photo", Buffer.from("ffd8ffe000104a46494600", "hex"), "le fichier est abîmé ou incomplet"],
    [
      "a drawing with a script",
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
      "contient un script",
    ],
    ["an empty file", Buffer.alloc(0), "le fichier est vide"],
  ])("%s is refused at the desk in French with its name, and nothing of it is kept", async (_, bytes, reason) => {
    const before = stored();
    const { status, body } = await sendAtTheDesk(bytes, "affiche.jpg", "image/jpeg");
    expect(status).toBe(400);
    expect(body.error.message).toContain("affiche.jpg\u00a0: ");
    expect(body.error.message).toContain(reason);
    expect(stored()).toEqual(before);
    expect(cms.log()).not.toContain("No upload security configuration");
  });

  test("a file of a package is found by the hash of what was sent, and loading it again keeps one file", async () => {
    const sent = await photo("#445566");
    const media = (await cms.ask("/api/package/media?name=a.jpg", { method: "POST", body: sent })).body;
    expect(media.hash).not.toBe(sha256(sent));
    const before = stored();
    expect((await cms.ask("/api/package/media?name=a.jpg", { method: "POST", body: sent })).body).toEqual(media);
    expect(stored()).toEqual(before);
    expect((await show("par-hash", sha256(sent))).body).toEqual({ results: ["created"] });
    expect((await show("par-hash", sha256(sent))).body).toEqual({ results: ["unchanged"] });
    const { items } = (await read("/api/published/solution?uid=par-hash")).body;
    expect(items[0].data.cover.file.hash).toBe(media.hash);
  });

  test("a file is only checked where asked so", async () => {
    const before = stored();
    const check = (bytes: Uint8Array) =>
      cms.ask("/api/package/media/check?name=a.jpg", { method: "POST", body: bytes });
    expect(await check(await photo("#778899"))).toMatchObject({ status: 200 });
    expect((await check(Buffer.from("<html>"))).body.error).toMatchObject({ code: "unsupported-file" });
    expect(stored()).toEqual(before);
  });

  test("the site reads a file and its copies for as long as something live shows it, whoever asks for what", async () => {
    const { hash } = (await cms.ask("/api/package/media?name=a.jpg", { method: "POST", body: await photo("#99aabb") }))
      .body;
    const [about, copy] = [`/api/media/${hash}`, `/api/media/${hash}/${hash}-320.avif`];
    expect((await read(about)).status).toBe(404);
    await show("premiere", hash, "draft");
    expect((await read(copy)).status).toBe(404);
    await show("premiere", hash);
    await show("seconde", hash);
    expect((await read(about)).body).toMatchObject({
      media: { hash, ext: "jpg", width: 700 },
      shownBy: ["solution/premiere", "solution/seconde"],
    });
    expect((await sharp(await bytesOf(copy)).metadata()).width).toBe(320);
    expect(sha256(await bytesOf(`/api/media/${hash}/${hash}.jpg`))).toBe(hash);
    for (const name of [`${hash}-321.avif`, `${hash}.png`, "..%2f..%2fessaim.db", `${"0".repeat(64)}.jpg`])
      expect((await read(`/api/media/${hash}/${name}`)).status).toBe(404);
    expect((await cms.ask(about, { token: null })).status).toBe(401);
    await show("premiere", undefined);
    expect((await read(about)).body.shownBy).toEqual(["solution/seconde"]);
    await show("seconde", undefined);
    expect((await read(copy)).status).toBe(404);
    expect((await read(about)).status).toBe(404);
    expect((await read(`/api/package/media/${hash}.jpg`)).status).toBe(401);
  });

  test("consent papers are in no answer, no package and no version", async () => {
    const { hash } = (await cms.ask("/api/package/media?name=a.jpg", { method: "POST", body: await photo("#bbccdd") }))
      .body;
    await show("avec-consentement", hash);
    const known = await cms.run(async (strapi) => {
      const sql = strapi.db.connection;
      await sql("components_shared_image").update({ consent: "dossier-secret-12" });
      const documents = strapi.documents("api::solution.solution");
      const { documentId = "" } = (await documents.findFirst({ filters: { uid: "avec-consentement" } })) ?? {};
      await documents.publish({ documentId, locale: "fr" });
      return sql("components_shared_image").where({ consent: "dossier-secret-12" }).select("id");
    });
    // The draft and the published entry.
    expect(known.length).toBeGreaterThanOrEqual(2);
    const answers = ["/api/published/solution?uid=avec-consentement", "/api/package/export", "/api/package/versions"];
    for (const path of answers) {
      const { body } = await cms.ask(path);
      expect(JSON.stringify(body)).toContain(hash);
      expect(JSON.stringify(body)).not.toContain("secret");
    }
  });

  test("a picture without words is not published, and the desk says in French which words it lacks", async () => {
    const [file] = (await sendAtTheDesk(await photo("#102030"), "muette.jpg", "image/jpeg")).body;
    const publish = (image: object) =>
      cms.run(
        async (strapi, cover) => {
          const documents = strapi.documents("api::solution.solution");
          const data = { title: "Sans mots", summary: "Une photo.", slug: "sans-mots", cover };
          const { documentId } = await documents.create({ data: data as object, locale: "fr" });
          const told = await documents.publish({ documentId, locale: "fr" }).then(
            () => "published",
            (error: unknown) => String(error),
          );
          await documents.delete({ documentId, locale: "*" });
          return told;
        },
        { file: file.id, ...image },
      );
    expect(await publish({ caption: "L’atelier" })).toMatch(
      /«\sPhoto de couverture\s», «\sCe que montre la photo\s»\s: dites ce que montre la photo/,
    );
    expect(await publish({ alt: "Deux personnes" })).toBe("published");
    expect(await publish({ decorative: true })).toBe("published");
  });

  test("a text is not published where a picture belongs", async () => {
    const [file] = (await sendAtTheDesk(Buffer.from("Un texte."), "photo.txt", "text/plain")).body;
    const told = await cms.run(async (strapi, id) => {
      const documents = strapi.documents("api::solution.solution");
      const data = { title: "Texte", summary: "Un texte.", slug: "texte-en-image", cover: { file: id, alt: "Rien" } };
      const { documentId } = await documents.create({ data: data as object, locale: "fr" });
      const answer = await documents.publish({ documentId, locale: "fr" }).then(() => "published", String);
      await documents.delete({ documentId, locale: "*" });
      return answer;
    }, file.id);
    expect(told).toMatch(/«\sPhoto de couverture\s».*\s: une image est attendue/);
  });

  test("a picture is replaced by one of another kind, under its own ending, and a refused one changes nothing", async () => {
    const [file] = (await sendAtTheDesk(await photo("#ddeeff"), "avant.jpg", "image/jpeg")).body;
    const before = stored();
    const refused = await sendAtTheDesk(Buffer.from("<html>"), "apres.png", "image/png", `/upload?id=${file.id}`);
    expect(refused.status).toBe(400);
    expect(stored()).toEqual(before);
    const small = await sharp({ create: { width: 50, height: 20, channels: 3, background: "#123" } })
      .png()
      .toBuffer();
    const { status, body } = await sendAtTheDesk(small, "apres.png", "image/png", `/upload?id=${file.id}`);
    expect([status, body.ext, body.mime, body.width]).toEqual([200, ".png", "image/png", 50]);
    // The former picture is taken away once the change is committed.
    await expect
      .poll(() => stored().length)
      .toBe(before.length - Object.keys(file.formats).length + Object.keys(body.formats).length);
    const kept = [body, ...(Object.values(body.formats) as Json[])].map(({ hash, ext }) => hash + ext);
    expect(stored()).toEqual(expect.arrayContaining(kept));
    for (const gone of [file, ...(Object.values(file.formats) as Json[])])
      expect(stored()).not.toContain(gone.hash + gone.ext);
  });

  test("a removal that is refused leaves the picture where it is", async () => {
    const [file] = (await sendAtTheDesk(await photo("#0a0b0c"), "reste.jpg", "image/jpeg")).body;
    await cms.run(async (strapi, id) => {
      const service = strapi.plugin("upload").service("upload");
      const one = await service["findOne"](id);
      await strapi.db
        .transaction(async () => {
          await service["remove"](one);
          throw new Error("undone");
        })
        .catch(() => undefined);
    }, file.id);
    expect(stored()).toContain(file.hash + file.ext);
    const answer = await fetch(`${cms.url}/upload/files/${file.id}`, {
      method: "DELETE",
      headers: { authorization: `Bearer ${session}` },
    });
    expect(answer.status).toBe(200);
    await expect.poll(stored).not.toContain(file.hash + file.ext);
  });
});
