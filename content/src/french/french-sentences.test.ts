import { expect, test } from "vitest";
import { markdownToBlocks } from "../blocks/index.ts";
import { frenchSentence } from "./french-sentences.ts";

const list = (depth: number) => Array.from({ length: depth }, (_, level) => `${"  ".repeat(level)}- a`).join("\n");

test.each([
  ["a table", "| a | b |\n| - | - |\n| 1 | 2 |"],
  ["a footnote", "Note[^1]\n\n[^1]: là"],
  ["HTML", "<div>x</div>"],
  ["HTML in a line", "un <b>mot</b>"],
  ["an underline left open", "un <u>mot"],
  ["a rule", "a\n\n---\n\nb"],
  ["a picture", "![x](y.png)"],
  ["a code block with more than its language", "```js x\na\n```"],
  ["deep lists", list(20)],
  ["a list that starts at 3", "3. a"],
  ["text after a list in a list", "- a\n  - b\n\n  c"],
  ["a heading in a quote", "> # a"],
  ["a heading in a list", "- # a"],
  ["a link with a title", '[a](https://example.org "t")'],
  ["a link to elsewhere", "[a](javascript:x)"],
  ["a link with a double slash", "[a](//example.org)"],
  ["a long address", `[a](https://example.org/${"x".repeat(5000)})`],
  ["too long a text", "a ".repeat(200_000)],
  ["too many items", "- a\n".repeat(20_000)],
  ["too many signs", "*a* ".repeat(20_000)],
])("what Markdown can't hold is said in French: %s", (_, markdown) => {
  let reason = "accepted";
  try {
    markdownToBlocks(markdown);
  } catch (error) {
    reason = error instanceof Error ? error.message : String(error);
  }
  expect(reason).toMatch(/^line \d+: /);
  expect(frenchSentence(reason)).toEqual(expect.any(String));
});
