import { create, type Font } from "fontkit";
// The site's own face for titles, carried in the code: a picture must not depend on the fonts of a machine.
import face from "../../public/fonts/bricolage-grotesque-600-800.woff2?inline";

/** Lines that fit, and the size at which they do. */
export interface Lettering {
  readonly size: number;
  readonly lines: readonly string[];
}

/** Distance between two baselines, in a size of 1. */
export const lineHeight = 1.08;

/** Room for a text: how wide and how high; the first size at which it fits is taken. */
export interface Room {
  readonly width: number;
  readonly height: number;
  readonly sizes: readonly [number, ...number[]];
}

function openFont(): Font {
  const font = create(Buffer.from(face.slice(face.indexOf(",") + 1), "base64"));
  if (!("layout" in font)) throw new Error("The face of titles is a collection of fonts.");
  return font;
}

let opened: Font | undefined;
const theFont = (): Font => {
  opened ??= openFont();
  return opened;
};

/** A letter that the face has: itself, or without an accent that the face lacks; nothing for other scripts and for emoji. */
function drawable(letter: string): string {
  const font = theFont();
  if (/\s/.test(letter)) return letter === "\u00a0" || letter === "\u202f" ? "\u00a0" : " ";
  const base = [letter, ...letter.normalize("NFD").slice(0, 1)];
  return base.find((form) => font.hasGlyphForCodePoint(form.codePointAt(0) ?? 0)) ?? "";
}

/** The part of a text that can be drawn; empty where most of its letters are of another script, so that no title is shown in pieces. */
export function drawableText(text: string): string {
  const letters = [...text.normalize("NFC")];
  const words = letters.filter((letter) => /[\p{L}\p{N}]/u.test(letter));
  const kept = words.filter((letter) => drawable(letter) !== "");
  if (kept.length * 2 <= words.length) return "";
  return letters.map(drawable).join("").replace(/ +/g, " ").trim();
}

/** Width of a drawable text in a size of 1. */
const widthOf = (text: string): number => theFont().layout(text).advanceWidth / theFont().unitsPerEm;

/** Cuts a word that is wider than a line. */
function pieces(word: string, width: number): string[] {
  const cut: string[] = [];
  let piece = "";
  for (const letter of word) {
    if (piece !== "" && widthOf(piece + letter) > width) {
      cut.push(piece);
      piece = "";
    }
    piece += letter;
  }
  return [...cut, piece];
}

/** Lines of at most `width`, in a size of 1. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ").flatMap((one) => (widthOf(one) > width ? pieces(one, width) : [one]))) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && widthOf(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

/** The line with « … » at its end, shortened until that fits too. */
function cutShort(line: string, width: number): string {
  let kept = line;
  while (kept !== "" && widthOf(`${kept}…`) > width) kept = kept.slice(0, -1);
  return `${kept.replace(/[\s.,:;!?–—-]+$/, "")}…`;
}

/** Sets a drawable text in lines; what doesn’t fit at the smallest size ends in « … ». */
export function setInLines(text: string, { width, height, sizes }: Room): Lettering {
  // No title needs more than this; measuring a whole book would hold everybody up.
  const start = text.slice(0, 400);
  const mostLines = (size: number) => Math.floor(height / (size * lineHeight));
  for (const size of sizes) {
    const lines = wrap(start, width / size);
    if (lines.length <= mostLines(size) && start === text) return { size, lines };
  }
  const size = sizes.at(-1) ?? sizes[0];
  const lines = wrap(start, width / size).slice(0, mostLines(size));
  const last = lines.pop() ?? "";
  return { size, lines: [...lines, cutShort(last, width / size)] };
}

/** A drawable text as one SVG path that begins at (`x`, `y`), its baseline; `anchor` says which end of it stands there. */
export function outline(text: string, at: { x: number; y: number; size: number; anchor?: "end" }): string {
  const font = theFont();
  const { glyphs, positions, advanceWidth } = font.layout(text);
  const scale = at.size / font.unitsPerEm;
  let x = at.x - (at.anchor === "end" ? advanceWidth * scale : 0);
  let path = "";
  for (const [index, glyph] of glyphs.entries()) {
    const position = positions[index];
    if (!position) continue;
    const [left, up] = [x + position.xOffset * scale, at.y - position.yOffset * scale];
    path += glyph.path.scale(scale, -scale).translate(left, up).toSVG();
    x += position.xAdvance * scale;
  }
  return path;
}
