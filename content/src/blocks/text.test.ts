import { expect, test } from "vitest";
import { markdownToBlocks } from "./markdown.ts";
import { blocksToText, blocksWordCount } from "./text.ts";

const blocks = markdownToBlocks(
  "# Un *titre*\n\nDeux [mots liés](/a),\\\nl’autre ligne\u00A0: 3\u00A0€ !\n\n1. un\n   - sous\n2. deux\n\n```js\nlet a\n```",
);

test("plain text sets blocks apart by an empty line and items by an end of line", () => {
  expect(blocksToText(blocks)).toBe(
    "Un titre\n\nDeux mots liés,\nl’autre ligne\u00A0: 3\u00A0€ !\n\nun\nsous\ndeux\n\nlet a",
  );
  expect(blocksToText([])).toBe("");
});

test("words are what holds a letter or a digit", () => {
  expect(blocksWordCount(blocks)).toBe(13);
  expect(blocksWordCount([])).toBe(0);
});
