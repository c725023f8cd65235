import { describe, expect, test } from "vitest";
import { blocksSchema, MAX_LIST_DEPTH, MAX_TEXT_LENGTH } from "./schema.ts";

const text = (value: string) => ({ type: "text", text: value });
const paragraph = (...children: unknown[]) => ({ type: "paragraph", children });
const link = (url: string) => [paragraph({ type: "link", url, children: [text("a")] })];
const item = { type: "list-item", children: [text("a")] };

function nestedList(depth: number): unknown {
  return { type: "list", format: "ordered", children: depth === 1 ? [item] : [item, nestedList(depth - 1)] };
}

function problems(value: unknown): string[] {
  const issues = blocksSchema.safeParse(value).error?.issues ?? [];
  return issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
}

test("what Strapi’s editor writes is accepted, without the keys that blocks do not have", () => {
  const value = [
    { type: "heading", level: 6, children: [text("a")], extra: 1 },
    { type: "code", language: null, children: [text("")] },
    { type: "quote", children: [{ type: "text", text: "a", bold: true, extra: 1 }] },
    { type: "list", format: "ordered", indentLevel: 0, children: [{ type: "list-item", children: [] }] },
  ];
  expect(blocksSchema.parse(value)).toEqual([
    { type: "heading", level: 6, children: [text("a")] },
    { type: "code", language: null, children: [text("")] },
    { type: "quote", children: [{ type: "text", text: "a", bold: true }] },
    { type: "list", format: "ordered", indentLevel: 0, children: [{ type: "list-item", children: [] }] },
  ]);
});

describe("faults are named by their place", () => {
  test.each([
    [[{ type: "image", image: {}, children: [] }], /^0\.type: images do not stand in the text/],
    [[{ type: "table", children: [] }], /^0\.type: must be a paragraph/],
    [[paragraph()], /^0\.children: must hold at least one text or link/],
    [[paragraph({ type: "image" })], /^0\.children\.0\.type: must be a text or a link/],
    [[paragraph({ type: "text" })], /^0\.children\.0\.text: /],
    [[paragraph({ type: "text", text: "a", bold: null })], /^0\.children\.0\.bold: /],
    [[{ type: "heading", level: 7, children: [text("a")] }], /^0\.level: /],
    [
      [{ type: "list", format: "ordered", children: [paragraph(text("a"))] }],
      /^0\.children\.0\.type: must be a list item/,
    ],
    [[paragraph(text("a".repeat(MAX_TEXT_LENGTH + 1)))], /^: the text is at most 100000 characters/],
    ["a", /^: /],
  ])("%.60j", (value, problem) => expect(problems(value)[0]).toMatch(problem));
});

test("lists nest six levels deep and no further", () => {
  expect(problems([nestedList(MAX_LIST_DEPTH)])).toEqual([]);
  expect(problems([nestedList(MAX_LIST_DEPTH + 1)])[0]).toMatch(/: lists nest at most 6 levels deep$/);
  expect(problems([nestedList(5000)])[0]).toMatch(/: lists nest at most 6 levels deep$/);
});

test.each([
  "https://a.fr/b?c#d",
  "http://a.fr",
  "mailto:a@b.fr",
  "tel:+33123456789",
  "/fr/solutions/a#b",
  " https://a.fr ",
])("a link to %j is accepted", (url) => expect(problems(link(url))).toEqual([]));

test.each([
  ...[
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    " javascript:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,a",
  ],
  ...["ftp://a.fr", "//a.fr", "/\\a.fr", "#a", "a.fr", "", `/${"a".repeat(2048)}`],
])("a link to %.40j is refused", (url) => expect(problems(link(url))[0]).toMatch(/^0\.children\.0\.url: a link/));
