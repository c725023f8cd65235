import { deflateSync } from "node:zlib";
import sharp, { type Sharp } from "sharp";
import { describe, expect, test } from "vitest";
import { isBare } from "./bare/is-bare.ts";
import { FileRefused } from "./file-refused.ts";
import { checkFile, fileName, prepareFile } from "./prepared-file.ts";

const field = (width = 40, height = 30): Sharp =>
  sharp({ create: { width, height, channels: 3, background: "#d94a26" } });

/** A picture as a phone takes it: lying on its side, with the place, the camera, an author and a screen's own colours. */
const telling = (picture: Sharp): Sharp =>
  picture
    .withExif({
      IFD0: { Copyright: "Nadia Secret", Model: "Telephone 12" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "50/1 22/1 0/1", GPSLongitudeRef: "E", GPSLongitude: "3/1 4/1 0/1" },
    })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><place>Douai secret</place></x:xmpmeta>')
    .withIccProfile("p3")
    .withMetadata({ orientation: 6 });

const formats = [
  ["jpg", "jpeg"],
  ["png", "png"],
  ["webp", "webp"],
  ["avif", "avif"],
] as const;

const reasonOf = (bytes: Buffer, name: string): Promise<unknown> =>
  checkFile(bytes, name).then(
    ({ ext }) => `kept as ${ext}`,
    (error: unknown) => (error instanceof FileRefused ? error.code : error),
  );

const beginning = { jpg: "ffd8ff", png: "89504e47", webp: "52494646", avif: "" };

describe.each(formats)("a %s", (ext, format) => {
  test("that tells where and by whom it was taken is kept upright, with nothing but its points", async () => {
    const sent = await telling(field())[format]().toBuffer();
    expect((await sharp(sent).metadata()).exif).toBeDefined();
    const { bytes, picture, ...kept } = await checkFile(sent, "photo.JPG");
    expect(kept).toMatchObject({ ext, name: `photo.${ext}` });
    expect([picture?.width, picture?.height]).toEqual([30, 40]);
    expect(bytes.toString("hex")).toMatch(new RegExp(`^${beginning[ext]}`));
    const left = await sharp(bytes).metadata();
    for (const told of ["exif", "xmp", "icc", "iptc", "orientation", "comments"] as const)
      expect(left[told]).toBeUndefined();
    expect(bytes.includes("Secret") || bytes.includes("secret") || bytes.includes("Exif")).toBe(false);
  });

  test("that tells nothing is kept byte for byte, and so is one that was cleaned", async () => {
    const plain = await field()[format]().toBuffer();
    expect((await checkFile(plain, "a")).bytes).toEqual(plain);
    const cleaned = (await checkFile(await telling(field())[format]().toBuffer(), "a")).bytes;
    expect((await checkFile(cleaned, "a")).bytes).toEqual(cleaned);
  });

  test("that is followed by a page loses the page", async () => {
    const polyglot = Buffer.concat([await field()[format]().toBuffer(), Buffer.from("<script>alert(1)</script>")]);
    expect(isBare(polyglot, ext)).toBe(false);
    const kept = await checkFile(polyglot, "a").catch(() => undefined);
    expect(kept?.bytes.includes("alert") ?? false).toBe(false);
  });

  test.each([0.3, 0.9, 0.99])("that ends at %f of its length is refused", async (part) => {
    const noisy = sharp({
      create: {
        width: 300,
        height: 200,
        channels: 3,
        background: "#888",
        noise: { type: "gaussian", mean: 128, sigma: 40 },
      },
    });
    const whole = await noisy[format]().toBuffer();
    expect(await reasonOf(whole.subarray(0, Math.floor(whole.length * part)), "coupee")).toBe("damaged-file");
  });
});

/** A PNG that says it is this large, its points all one colour. */
function declaring(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc(body));
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc(Math.min((Math.ceil(width / 8) + 1) * height, 400_000_000)), { level: 1 });
  return Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"),
    chunk("IHDR", header),
    chunk("IDAT", rows),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function crc(bytes: Buffer): number {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}

describe("traps", () => {
  test("a picture of 50,000 × 50,000 points is refused within a second, before it is unpacked", async () => {
    const bomb = declaring(50_000, 50_000);
    const [before, began] = [process.memoryUsage().rss, performance.now()];
    expect(await reasonOf(bomb, "bombe.png")).toBe("too-many-pixels");
    expect(performance.now() - began).toBeLessThan(1000);
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
  });

  test("a picture longer than any format is refused", async () => {
    expect(await reasonOf(declaring(40_000, 8), "ruban.png")).toBe("too-many-pixels");
  });

  test("an animation becomes its first image; a monster is refused", async () => {
    const frames = await Promise.all(
      ["#ff0000", "#00ff00"].map((background) =>
        sharp({ create: { width: 20, height: 10, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    );
    const animation = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer();
    const { ext, bytes } = await checkFile(animation, "fete.gif");
    expect(ext).toBe("png");
    const { dominant } = await sharp(bytes).stats();
    expect(dominant.r).toBeGreaterThan(200);
    const still = await sharp({ create: { width: 7000, height: 7000, channels: 3, background: "#000" } })
      .gif()
      .toBuffer();
    const [head, image] = [still.subarray(0, still.length - 1), still.subarray(still.indexOf(0x2c))];
    const parts = Array.from({ length: 4 }, () => image.subarray(0, -1));
    expect(await reasonOf(Buffer.concat([head, ...parts, Buffer.from([0x3b])]), "monstre.gif")).toBe("too-many-frames");
  });

  const svg = (inside: string, before = "") =>
    Buffer.from(
      `${before}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="90000" height="45000" viewBox="0 0 20 10">${inside}</svg>`,
    );

  test("a drawing is kept as a picture of its points", async () => {
    const drawn = svg(
      '<a href="https://example.org"><rect id="r" width="20" height="10" fill="#d94a26"/></a><use href="#r"/>',
      '<?xml version="1.0"?><!-- x -->',
    );
    const { ext, mime, picture, name } = await checkFile(drawn, "plan.svg");
    expect({ ext, mime, name }).toEqual({ ext: "png", mime: "image/png", name: "plan.png" });
    expect(picture).toMatchObject({ width: 1440, height: 720 });
  });

  test.each([
    ["a script", "<script>alert(1)</script>", ""],
    ["a handler", '<rect onload="alert(1)"/>', ""],
    ["a page", "<foreignObject><p/></foreignObject>", ""],
    ["a file of the machine", '<image href="/etc/passwd"/>', ""],
    ["a file elsewhere", '<image xlink:href="https://example.org/x.png"/>', ""],
    ["a drawing within", '<image href="data:image/svg+xml;base64,AAAA"/>', ""],
    ["a style from elsewhere", "<style>rect { fill: url(https://example.org/x#a) }</style>", ""],
    ["entities", "&a;", '<!DOCTYPE svg [<!ENTITY a "aaaa">]>'],
  ])("a drawing that holds %s is refused", async (_, inside, before) => {
    expect(await reasonOf(svg(inside, before), "piege.svg")).toBe("unsafe-drawing");
  });

  test("a drawing that multiplies itself is refused within seconds", async () => {
    const levels = Array.from(
      { length: 12 },
      (_, at) => `<g id="g${at + 1}">${`<use href="#g${at}"/>`.repeat(10)}</g>`,
    );
    const began = performance.now();
    expect(
      await reasonOf(
        svg(`<defs><rect id="g0" width="1" height="1"/>${levels.join("")}</defs><use href="#g12"/>`),
        "rires.svg",
      ),
    ).toBe("damaged-file");
    expect(performance.now() - began).toBeLessThan(5000);
  });
});

describe("what a file is, its bytes say", () => {
  const page = Buffer.from("<!doctype html><script>alert(1)</script>");
  test.each([
    ["a page named as a picture", page, "photo.jpg", "unsupported-file"],
    ["a page named as a text", page, "notes.txt", "unsupported-file"],
    ["a program named as a text", Buffer.from("#!/bin/sh\nrm -rf ~\n"), "notes.txt", "unsupported-file"],
    ["a program", Buffer.from("MZ\x90\x00".padEnd(300, "\x00"), "latin1"), "jeu.exe", "unsupported-file"],
    [
      "a program named as a document",
      Buffer.from("\x7fELF\x02\x01\x01".padEnd(300, "\x00"), "latin1"),
      "charte.pdf",
      "unsupported-file",
    ],
    ["nothing", Buffer.alloc(0), "vide.pdf", "empty-file"],
    [
      "an iPhone’s picture",
      Buffer.from("000000186674797068656963000000006d6966316865696300", "hex"),
      "IMG_1.HEIC",
      "iphone-picture",
    ],
    ["a document", Buffer.from("%PDF-1.7\n%%EOF\n"), "charte.exe", "kept as pdf"],
    ["a text", Buffer.from("Présence\n"), "notes.txt", "kept as txt"],
    ["a table", Buffer.from("nom;ville\nNadia;Douai\n"), "liste.CSV", "kept as csv"],
    ["a text of no known kind", Buffer.from("nom"), "liste.bat", "unsupported-file"],
  ])("%s", async (_, bytes, name, outcome) => {
    expect(await reasonOf(bytes, name)).toBe(outcome);
  });

  test("a refusal names the file and says in French what to do", async () => {
    const refused = await checkFile(Buffer.from("<html>"), "page{0}<b>.jpg").catch((error: Error) => error);
    expect(refused).toMatchObject({
      message: expect.stringMatching(/^page0b\.jpg\u00a0: ce genre de fichier n’est pas accepté/),
    });
  });

  test("a table in the older alphabet of Windows is kept in UTF-8", async () => {
    const { bytes } = await checkFile(Buffer.from("prénom;\x80\n", "latin1"), "liste.csv");
    expect(bytes.toString()).toBe("prénom;€\n");
  });

  test("a film forgets where it was taken, and stays as long", async () => {
    const box = (type: string, ...content: Buffer[]) => {
      const inside = Buffer.concat(content);
      const head = Buffer.alloc(8);
      head.writeUInt32BE(8 + inside.length);
      head.write(type, 4, "latin1");
      return Buffer.concat([head, inside]);
    };
    const film = Buffer.concat([
      box("ftyp", Buffer.from("isom\0\0\0\0isom", "latin1")),
      box("moov", box("mvhd", Buffer.alloc(100)), box("udta", box("\xa9xyz", Buffer.from("+50.37+003.08/")))),
      box("mdat", Buffer.from("points")),
    ]);
    const { ext, bytes } = await checkFile(film, "film.mp4");
    expect(ext).toBe("mp4");
    expect(bytes.length).toBe(film.length);
    expect(bytes.includes("50.37")).toBe(false);
    expect((await checkFile(bytes, "film.mp4")).bytes).toEqual(bytes);
  });

  test.each([
    ["Fête du 12.05", "jpg", "Fête du 12.05.jpg"],
    ["../../etc/passwd.PNG", "png", "passwd.png"],
    ["a<b>:c.jpeg", "jpg", "a-b--c.jpg"],
    [".png", "png", "file.png"],
  ])("the name %j becomes a name of its kind", (name, ext, expected) => {
    expect(fileName(name, ext)).toBe(expected);
  });
});

describe("copies", () => {
  test("are never enlarged, and are what their names say", async () => {
    const { copies, card } = await prepareFile(await field(1000, 500).jpeg().toBuffer(), "a.jpg");
    expect(copies.map(({ width, ext }) => `${width}.${ext}`)).toEqual([
      ...["320.avif", "320.webp", "640.avif", "640.webp", "960.avif", "960.webp", "1000.avif", "1000.webp"],
      "960.jpg",
    ]);
    for (const { bytes, width, height, ext } of copies) {
      const header = await sharp(bytes).metadata();
      expect([header.width, header.height]).toEqual([width, height]);
      expect(header.mediaType).toBe(ext === "jpg" ? "image/jpeg" : `image/${ext}`);
      expect(width).toBe(height * 2);
    }
    expect(card).toMatchObject({ ext: "webp", width: 245 });
  });

  test("a small picture has copies of its own width only, and serves as its own plain copy", async () => {
    const { copies } = await prepareFile(await field(8, 8).png().toBuffer(), "a.png");
    expect(copies.map(({ width, ext }) => `${width}.${ext}`)).toEqual(["8.avif", "8.webp"]);
  });

  test("a transparent picture stays transparent in every copy", async () => {
    const clear = sharp({
      create: { width: 500, height: 20, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    });
    const { copies } = await prepareFile(await clear.webp().toBuffer(), "a.webp");
    expect(copies.map(({ ext }) => ext)).toContain("png");
    for (const { bytes } of copies) expect((await sharp(bytes).stats()).isOpaque).toBe(false);
  });
});
