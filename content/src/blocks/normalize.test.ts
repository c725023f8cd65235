import fc from "fast-check";
import { expect, test } from "vitest";
import { anyBlocks } from "./arbitrary-blocks.ts";
import { normalizeBlocks } from "./normalize.ts";
import { type Blocks, blocksSchema, type Inline, type Mark, type Text } from "./schema.ts";
import { blocksToText } from "./text.ts";

const text = (value: string, ...marks: Mark[]): Text => ({
  type: "text",
  text: value,
  ...Object.fromEntries(marks.map((mark) => [mark, true])),
});
const paragraph = (...children: Inline[]): Blocks[number] => ({ type: "paragraph", children });

test("a normal form is a valid value and its own normal form", () => {
  fc.assert(
    fc.property(anyBlocks, (blocks) => {
      const normal = normalizeBlocks(blocks);
      expect(blocksSchema.safeParse(normal).error).toBeUndefined();
      expect(normalizeBlocks(normal)).toEqual(normal);
    }),
    { numRuns: 500 },
  );
});

test("no visible character is lost", () => {
  const visible = (blocks: Blocks) => blocksToText(blocks).replace(/[\s\p{Cc}\p{Cs}\uFFFD]/gu, "");
  fc.assert(
    fc.property(anyBlocks, (blocks) => {
      expect(visible(normalizeBlocks(blocks))).toBe(visible(blocks));
    }),
    { numRuns: 500 },
  );
});

test.each<[string, Inline[], Inline[]]>([
  ["equal neighbours are one text", [text("a"), text("b", "bold"), text("c", "bold")], [text("a"), text("bc", "bold")]],
  ["false marks are no marks", [{ type: "text", text: "a", bold: false }], [text("a")]],
  ["empty texts go", [text("a", "bold"), text(""), text("b", "bold")], [text("ab", "bold")]],
  ["white space leaves bold", [text("a"), text(" b ", "bold"), text("c")], [text("a "), text("b", "bold"), text(" c")]],
  [
    "space inside bold stays",
    [text("a ", "bold"), text("b", "bold", "italic")],
    [text("a ", "bold"), text("b", "bold", "italic")],
  ],
  ["underlined space stays", [text("a"), text(" ", "underline")], [text("a"), text(" ", "underline")]],
  ["ends of paragraphs are trimmed", [text(" \n"), text(" a\u00A0 "), text("\t", "bold")], [text("a\u00A0")]],
  ["code stays on its line", [text("a\nb", "code")], [text("a", "code"), text("\n"), text("b", "code")]],
  ["control characters go", [text("a\u0000\u001Bb\r\nc\vd")], [text("ab\nc\nd")]],
  ["links without text go", [text("a"), { type: "link", url: "/b", children: [text("")] }], [text("a")]],
])("%s", (_, before, after) => expect(normalizeBlocks([paragraph(...before)])).toEqual([paragraph(...after)]));

test("blocks, items and lists without text go", () => {
  const empty = { type: "list-item" as const, children: [text(" ")] };
  const blocks: Blocks = [
    paragraph(text(" ")),
    { type: "code", language: "js", children: [text("")] },
    { type: "list", format: "ordered", children: [empty, { type: "list", format: "ordered", children: [empty] }] },
  ];
  expect(normalizeBlocks(blocks)).toEqual([]);
});

test("nested lists carry their depth, and stand under an item", () => {
  const item = { type: "list-item" as const, children: [text("a")] };
  const list = { type: "list" as const, format: "ordered" as const };
  expect(normalizeBlocks([{ ...list, indentLevel: 4, children: [{ ...list, children: [item] }] }])).toEqual([
    {
      ...list,
      children: [
        { type: "list-item", children: [text("")] },
        { ...list, indentLevel: 1, children: [item] },
      ],
    },
  ]);
});
