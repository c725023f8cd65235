import { experimental_AstroContainer as AstroContainer } from "astro/container";
import { describe, expect, test } from "vitest";
import { type Image, pictureSources } from "./image.ts";
import Picture from "./Picture.astro";

const hash = "a".repeat(64);
const photo = { hash, ext: "jpg", mime: "image/jpeg", name: "photo.jpg", size: 10, width: 2000, height: 1000 };

describe("a picture’s sources", () => {
  test("are its copies, smallest formats first, and a plain one for old browsers", () => {
    expect(pictureSources(photo)).toEqual({
      sets: ["avif", "webp"].map((ext) => ({
        type: `image/${ext}`,
        srcset: [320, 640, 960, 1440].map((width) => `/media/${hash}-${width}.${ext} ${width}w`).join(", "),
      })),
      plain: `/media/${hash}-960.jpg`,
    });
  });

  test("of a small one are of its own width, and itself", () => {
    const { sets, plain } = pictureSources({ hash, ext: "png", width: 100 });
    expect(sets[0]?.srcset).toBe(`/media/${hash}-100.avif 100w`);
    expect(plain).toBe(`/media/${hash}.png`);
  });
});

const render = async (image: Image, props: object = {}) =>
  (await AstroContainer.create()).renderToString(Picture, { props: { image, ...props } });

describe("a picture", () => {
  test("has its size, its words, and waits until it is near", async () => {
    const html = await render({ file: photo, alt: "Un atelier « tricot »" });
    expect(html).toMatch(/<img [^>]*width="2000"[^>]*height="1000"/);
    expect(html).toContain('alt="Un atelier « tricot »"');
    expect(html).toContain('loading="lazy"');
    expect(html.match(/<source /g)).toHaveLength(2);
  });

  test("that is decorative has empty words, and a page’s first one is fetched at once", async () => {
    const html = await render({ file: photo, decorative: true, alt: "x" }, { eager: true });
    expect(html).toMatch(/alt(?:="")?[ >]/);
    expect(html).not.toContain('alt="x"');
    expect(html).toContain('loading="eager"');
  });

  test("that was withdrawn leaves nothing", async () => {
    expect(await render({ alt: "Un atelier" })).not.toContain("<");
  });
});
