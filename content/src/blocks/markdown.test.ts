import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyBlocks, anyMarkdown } from "./arbitrary-blocks.ts";
import { blocksToMarkdown, markdownToBlocks } from "./markdown.ts";
import { MarkdownError } from "./markdown-error.ts";
import { normalizeBlocks } from "./normalize.ts";
import { type Blocks, blocksSchema, type Inline, type Mark, type Text } from "./schema.ts";

const text = (value: string, ...marks: Mark[]): Text => ({
  type: "text",
  text: value,
  ...Object.fromEntries(marks.map((mark) => [mark, true])),
});
const link = (url: string, ...children: Text[]): Inline => ({ type: "link", url, children });
const paragraph = (...children: Inline[]): Blocks[number] => ({ type: "paragraph", children });
const item = (...children: Inline[]) => ({ type: "list-item" as const, children });

describe("any text", () => {
  test("blocks written as Markdown come back the same", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(anyBlocks.map(normalizeBlocks), (blocks) => {
        const markdown = blocksToMarkdown(blocks);
        expect(markdownToBlocks(markdown)).toEqual(blocks);
        expect(markdown).not.toMatch(/[^\P{Cc}\n\t]/u);
      }),
      { numRuns: 1000 },
    );
  });

  test("Markdown that is accepted settles at once, in blocks that Strapi can hold", { timeout: 60_000 }, () => {
    let accepted = 0;
    fc.assert(
      fc.property(anyMarkdown, (markdown) => {
        const blocks = readOrRefuse(markdown);
        if (blocks === undefined) return;
        accepted += 1;
        expect(blocksSchema.safeParse(blocks).error).toBeUndefined();
        const written = blocksToMarkdown(blocks);
        expect(blocksToMarkdown(markdownToBlocks(written))).toBe(written);
        expect(markdownToBlocks(written)).toEqual(blocks);
      }),
      { numRuns: 1000 },
    );
    expect(accepted).toBeGreaterThan(500);
  });

  function readOrRefuse(markdown: string): Blocks | undefined {
    try {
      return markdownToBlocks(markdown);
    } catch (error) {
      if (error instanceof MarkdownError) return undefined;
      throw error;
    }
  }
});

describe("a text with everything", () => {
  const markdown = `## Une « idée »

Bonjour **le monde _entier_**, <u>souligné</u>, ~~barré~~, \`code\`.\\
Voir [le **guide**](/fr/guides/agir) ou <https://exemple.fr/>.

1. un
   - sous
     1. sous-sous
2. deux

> Cité\\
> par moi

\`\`\`js
let a = 1;

\`\`\``;

  const blocks: Blocks = [
    { type: "heading", level: 2, children: [text("Une « idée »")] },
    paragraph(
      ...[text("Bonjour "), text("le monde ", "bold"), text("entier", "bold", "italic"), text(", ")],
      ...[text("souligné", "underline"), text(", "), text("barré", "strikethrough"), text(", "), text("code", "code")],
      ...[text(".\nVoir "), link("/fr/guides/agir", text("le "), text("guide", "bold")), text(" ou ")],
      ...[link("https://exemple.fr/", text("https://exemple.fr/")), text(".")],
    ),
    {
      type: "list",
      format: "ordered",
      children: [
        item(text("un")),
        {
          type: "list",
          format: "unordered",
          indentLevel: 1,
          children: [
            item(text("sous")),
            { type: "list", format: "ordered", indentLevel: 2, children: [item(text("sous-sous"))] },
          ],
        },
        item(text("deux")),
      ],
    },
    { type: "quote", children: [text("Cité\npar moi")] },
    { type: "code", language: "js", children: [text("let a = 1;\n")] },
  ];

  test("is read into blocks", () => expect(markdownToBlocks(markdown)).toEqual(blocks));
  test("is written as people write Markdown", () => expect(blocksToMarkdown(blocks)).toBe(markdown));
});

test.each([
  ["1. pas une liste", "1\\. pas une liste"],
  ["# pas un titre", "\\# pas un titre"],
  ["L’été… 5\u00A0€ à\u202F18\u202Fh", "L’été… 5\u00A0€ à\u202F18\u202Fh"],
  ["3 < 4 & snake_case", "3 < 4 & snake_case"],
  ["\u00A0", "\u00A0"],
])("the text %j is written %j, with no sign more than it needs", (value, markdown) => {
  expect(blocksToMarkdown([paragraph(text(value))])).toBe(markdown);
  expect(markdownToBlocks(markdown)).toEqual([paragraph(text(value))]);
});

test.each([
  ["a\nb", [paragraph(text("a\nb"))]],
  ["a  \nb", [paragraph(text("a\nb"))]],
  ["> a\n>\n> b", [{ type: "quote", children: [text("a\n\nb")] }]],
  ["- a\n\n  b", [{ type: "list", format: "unordered", children: [item(text("a\n\nb"))] }]],
  ["[a][nom]\n\n[nom]: /b", [paragraph(link("/b", text("a")))]],
  ["- [ ] à faire", [{ type: "list", format: "unordered", children: [item(text("[ ] à faire"))] }]],
  ["", []],
])("%j keeps its lines and links", (markdown, blocks) => expect(markdownToBlocks(markdown)).toEqual(blocks));

test.each<[string, Inline[]]>([
  [
    "an end of line where two marks cross",
    [text("a", "underline"), text("b\n", "underline", "italic"), text("c", "italic")],
  ],
  ["`_` after struck code", [text("a", "code", "bold", "italic", "strikethrough"), text("b_c_d", "bold", "italic")]],
  ["`_` before struck code", [text("b_c_d", "bold", "italic"), text("a", "code", "bold", "italic", "strikethrough")]],
  ["emphasis against letters", [text("a"), text("(b)", "bold"), text("c"), text("!", "italic"), text("🎉")]],
  ["a link that begins as a definition does", [link("https://exemple.fr/", text("a]: b", "code")), text("c")]],
  [
    "the same over two lines",
    [link("https://exemple.fr/", text("\\[^1]: a", "code"), text("\n"), text("> ", "code")), text("d")],
  ],
  ["a byte order mark", [text("\uFEFFa")]],
])("%s is kept", (_, content) => {
  expect(markdownToBlocks(blocksToMarkdown([paragraph(...content)]))).toEqual(normalizeBlocks([paragraph(...content)]));
});

test("two lists one after the other stay two", () => {
  const list = { type: "list" as const, format: "unordered" as const, children: [item(text("a"))] };
  expect(markdownToBlocks(blocksToMarkdown([list, list, list]))).toEqual([list, list, list]);
});

test.each([
  ["| a | b |\n|---|---|\n| 1 | 2 |", 1, "tables"],
  ["a\n\n![b](c.png)", 3, "images"],
  ["a[^1]\n\n[^1]: b", 1, "footnotes"],
  ["a\n\n<div>b</div>", 3, "HTML"],
  ["a\nb <br> c", 2, "<br>"],
  ["a <u>b", 1, "not closed"],
  ["**a <u>b** c</u>", 1, "not closed"],
  ["a\n\n---", 3, "horizontal rule"],
  ["[a](javascript:alert%281%29)", 1, "must start with"],
  ["[a](//ailleurs.fr)", 1, "single"],
  ['[a](/b "c")', 1, "title"],
  ["- a\n\n  # b", 3, "only text"],
  ["- a\n  - b\n\n  c", 4, "nothing but lists"],
  ["a\n\n3. b", 3, "starts at 1"],
  ["```js b\n```", 1, "language"],
  ["- 1. - 1. - 1. - a", 1, "6 levels"],
  [`a\n\n${"*a_ ".repeat(2000)}`, 3, "signs"],
  [">".repeat(1000), 1, "too deep"],
  ["- a\n".repeat(5001), 5001, "items"],
  ["a".repeat(100_001), 1, "100000 characters"],
])("%.40j is refused with its line and reason", (markdown, line, reason) => {
  const error = catchError(() => markdownToBlocks(markdown));
  expect(error).toBeInstanceOf(MarkdownError);
  expect(error).toMatchObject({ line, reason: expect.stringContaining(reason) });
});

test("signs of emphasis are not counted inside code", () => {
  const blocks: Blocks = [{ type: "code", children: [text("*a_\n".repeat(2000))] }];
  expect(markdownToBlocks(blocksToMarkdown(blocks))).toEqual(blocks);
});

function catchError(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error;
  }
}
