// biome-ignore lint/style/noRestrictedImports: only tests read this file
import fc from "fast-check";
import type { Block, Blocks, Inline, List, ListChild, Text } from "./schema.ts";

const NASTY = [
  ..."*_[]()<>#-+.!|\\`~&:=\"'/@^$%{} \t\n;?,0123456789azAZéœßİ",
  ..."\u00A0\u202F\u2009\u200B\u200D\u200F\u2028\uFEFF«»’…–—🎉👨‍👩‍👧🇫🇷שלוםمرحبا漢字",
  ...["\r", "\r\n", "\0", "\u0085", "\u001B", "\uD83C", "\v"],
];

const WORDS = [
  ...[
    "1. ",
    "12) ",
    "# ",
    "###### ",
    "    ",
    "> ",
    "- ",
    "* ",
    "+ ",
    "---",
    "***",
    "___",
    "===",
    "```",
    "~~~",
    "~~",
    "**",
    "|-|",
    "| a | b |",
  ],
  ...[
    "<u>",
    "</u>",
    "<b>",
    "<!-- ",
    "&amp;",
    "&#35;",
    "&nbsp;",
    "[a]: /b",
    "[^1]",
    "[^1]: a",
    "![a](b)",
    "](",
    "- [ ] ",
    "http://a.fr",
    "<http://a.fr>",
  ],
  ...[
    "\\",
    "\\\n",
    "  \n",
    "\n\n",
    "a_b_c",
    "mot",
    "L’été",
    "« à »",
    " ",
    "\n",
    "\n- ",
    "\n1. ",
    "\n# ",
    "\n> ",
    "\n    ",
    "\n---",
    "\n:-",
    "\n|-",
  ],
];

const text = fc.oneof(
  fc.array(fc.constantFrom(...WORDS), { maxLength: 4 }).map((words) => words.join("")),
  fc.array(fc.constantFrom(...NASTY), { maxLength: 8 }).map((characters) => characters.join("")),
  fc.string({ unit: "grapheme", maxLength: 12 }),
  fc.lorem({ maxCount: 4 }),
);

const mark = fc.option(fc.boolean(), { nil: undefined, freq: 3 });

const textNode: fc.Arbitrary<Text> = fc.record({
  type: fc.constant("text" as const),
  text,
  bold: mark,
  italic: mark,
  underline: mark,
  strikethrough: mark,
  code: mark,
});

const url = fc.oneof(
  fc.constantFrom(
    "https://exemple.fr/",
    "mailto:a@b.fr",
    "tel:+33123456789",
    "/fr/solutions/x",
    "/a(b)c)",
    "/a b<c>&amp;\\*",
    "/[x]_y_",
  ),
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
  fc.array(fc.constantFrom(..."()<>[]\\&;#*_`~!\"' aé%🎉|="), { maxLength: 8 }).map((end) => `/a${end.join("")}z`),
);

const link: fc.Arbitrary<Inline> = fc.oneof(
  fc.record({ type: fc.constant("link" as const), url, children: fc.array(textNode, { maxLength: 3 }) }),
  url.map((address): Inline => ({ type: "link", url: address, children: [{ type: "text", text: address }] })),
);

const content: fc.Arbitrary<Inline[]> = fc.array(fc.oneof({ weight: 4, arbitrary: textNode }, link), {
  minLength: 1,
  maxLength: 6,
});

const item: fc.Arbitrary<ListChild> = fc.record({ type: fc.constant("list-item" as const), children: content });

const format = fc.constantFrom("ordered" as const, "unordered" as const);

function list(depth: number): fc.Arbitrary<List> {
  const child =
    depth < 6
      ? fc.oneof(
          { weight: 2, arbitrary: item },
          { weight: 1, arbitrary: fc.constant(null).chain(() => list(depth + 1)) },
        )
      : item;
  return fc.record({
    type: fc.constant("list" as const),
    format,
    children: fc.array(child, { minLength: 1, maxLength: depth < 3 ? 4 : 2 }),
  });
}

const level = fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, 5 as const, 6 as const);

const block: fc.Arbitrary<Block> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ type: fc.constant("paragraph" as const), children: content }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("quote" as const), children: content }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("heading" as const), level, children: content }) },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant("code" as const),
      language: fc.option(fc.oneof(fc.constantFrom("js", "c++", "plaintext"), text)),
      children: fc.array(textNode, { minLength: 1, maxLength: 2 }),
    }),
  },
  { weight: 2, arbitrary: list(1) },
);

/** Any value of rich text that `blocksSchema` accepts, rich in what Markdown gives a meaning to. */
export const anyBlocks: fc.Arbitrary<Blocks> = fc.array(block, { maxLength: 4 });

/** Any text, made of pieces of Markdown: most of it odd, some of it refused. */
export const anyMarkdown: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(fc.constantFrom(...WORDS), fc.constantFrom(...NASTY), fc.constantFrom("[a](/b)", "**a**", "*a*", "`a`")),
    {
      maxLength: 14,
    },
  )
  .map((pieces) => pieces.join(""));
