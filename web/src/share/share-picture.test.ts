import { readFile } from "node:fs/promises";
import fc from "fast-check";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { nothingCounted } from "../content/load.ts";
import { drawPng } from "./draw.ts";
import { drawableText, outline, setInLines } from "./lettering.ts";
import { schemeColours } from "./share-colours.ts";
import { sharePicture } from "./share-picture.ts";

const room = { width: 1000, height: 210, sizes: [88, 64] } as const;
const draw = (title: string, uid = "jardin") =>
  drawPng(sharePicture({ type: "solution", uid, title, kind: "Fiche solution", site: "Essaim" }));

describe("The picture of a shared link", () => {
  test("is a PNG of the size that networks ask for", async () => {
    const picture = await draw("Un jardin pour tous");
    expect(await sharp(picture).metadata()).toMatchObject({ format: "png", width: 1200, height: 630 });
    expect(picture.length).toBeLessThan(100_000);
  });

  test("says the title: another one gives other bytes, the same one the same", async () => {
    const [one, again, other] = [await draw("Un jardin"), await draw("Un jardin"), await draw("Un potager")];
    expect(one.equals(again)).toBe(true);
    expect(one.equals(other)).toBe(false);
  });

  test("draws how far the idea has spread", () => {
    const shared = { type: "kit", uid: "a", title: "A", kind: "Kit", site: "Essaim" } as const;
    const alone = sharePicture(shared);
    const spread = sharePicture({ ...shared, spread: { ...nothingCounted, running: 3 } });
    expect(alone).not.toContain(schemeColours.brick.cluster);
    expect(spread).toContain(schemeColours.brick.cluster);
  });

  test.each([
    ["of another script", "مرحبا بكم في المركز"],
    ["of emoji", "🌱🌻👩‍🌾"],
    ["with an emoji", "Jardin 🌱 partagé"],
    ["like markup", "</svg><script>alert(1)</script>"],
    ["with marks of direction and broken characters", "\u202eenvers\u202c \u0000\ud800"],
    ["empty", ""],
    ["of spaces", " ".repeat(500)],
    ["of one word without end", "m".repeat(5000)],
  ])("stands with a title %s", async (_, title) => {
    expect(await sharp(await draw(title)).metadata()).toMatchObject({ width: 1200, height: 630 });
  });

  test("has the colours of covers on pages", async () => {
    const cover = await readFile(new URL("../components/marks/Motif.astro", import.meta.url), "utf8");
    const tokens = await readFile(new URL("../styles/tokens.css", import.meta.url), "utf8");
    for (const [scheme, { ground, core, thread, cluster, accent }] of Object.entries(schemeColours)) {
      const [, rules = ""] = new RegExp(`\\.motif-${scheme} \\{([^}]*)\\}`).exec(cover) ?? [];
      const colours = ["core", "thread-color", "cluster", "accent"].map(
        (name) => new RegExp(`--${name}: ([^;]+);`).exec(rules)?.[1],
      );
      expect([scheme, ...colours]).toEqual([scheme, core, thread, cluster, accent]);
      expect(tokens).toContain(`--motif-${scheme}: ${ground};`);
    }
  });
});

describe("Words in pictures", () => {
  test("keep what the face can draw, with plain letters for accents that it lacks", () => {
    expect(drawableText("L’été\u202f: čaj 🌱 à 2 €")).toBe("L’été\u00a0: caj à 2 €");
    expect(drawableText("e\u0301te\u0301")).toBe("été");
  });

  test("are left out whole where most of them are of another script", () => {
    expect(drawableText("مرحبا A")).toBe("");
    expect(drawableText("Café du centre مرحبا")).toBe("Café du centre");
  });

  test("are set as large as they fit", () => {
    expect(setInLines("Un jardin", room)).toEqual({ size: 88, lines: ["Un jardin"] });
    const longer = setInLines("Un jardin partagé entre les habitants du quartier et les enfants de l’école", room);
    expect(longer.size).toBe(64);
    expect(longer.lines.join(" ")).toMatch(/^Un jardin .* l’école$/);
  });

  test("that don’t fit are cut with « … », and words wider than a line go on in the next", () => {
    const cut = setInLines("Un jardin partagé ".repeat(20).trim(), room);
    expect([cut.lines.length, cut.lines.at(-1)?.at(-1)]).toEqual([3, "…"]);
    const wide = setInLines("a".repeat(60), room);
    expect(wide.lines.length).toBeGreaterThan(1);
    expect(wide.lines.join("")).toBe("a".repeat(60));
  });

  test("never leave their room", () => {
    const widest = (d: string) =>
      Math.max(0, ...[...d.matchAll(/([\d.-]+) [\d.-]+(?=[A-Z]|$)/g)].map(([, x]) => Number(x)));
    const texts = fc
      .array(fc.string({ unit: fc.constantFrom(..."amiWé  ’-") }), { minLength: 1 })
      .map((words) => drawableText(words.join(" ")));
    fc.assert(
      fc.property(
        texts.filter((text) => text !== ""),
        (text) => {
          const { lines, size } = setInLines(text, room);
          expect(lines.length).toBeLessThanOrEqual(3);
          for (const line of lines)
            expect(widest(outline(line, { x: 0, y: 0, size }))).toBeLessThanOrEqual(room.width + 1);
        },
      ),
      { numRuns: 40 },
    );
  });
});
