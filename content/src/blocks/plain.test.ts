import fc from "fast-check";
import { expect, test } from "vitest";
import { blocksToPlain, plainToBlocks } from "./plain.ts";
import { blocksSchema } from "./schema.ts";

const text = (words: string) => [{ type: "text", text: words }];

test("paragraphs end at empty lines, and lines that begin with a dash are a list", () => {
  expect(
    plainToBlocks("\nUn jeudi,\nau café.\n \nOn a appris :\n- à écouter\n• à <b>deux</b>\nPuis 2 * 3 = 6.\n\n"),
  ).toEqual([
    { type: "paragraph", children: text("Un jeudi,\nau café.") },
    { type: "paragraph", children: text("On a appris :") },
    {
      ...{ type: "list", format: "unordered" },
      children: ["à écouter", "à <b>deux</b>"].map((words) => ({ type: "list-item", children: text(words) })),
    },
    { type: "paragraph", children: text("Puis 2 * 3 = 6.") },
  ]);
});

test("no text is no block", () => {
  expect(plainToBlocks(" \n\n \n")).toEqual([]);
  expect(blocksToPlain([])).toBe("");
});

test("what was written comes back to be written on, and is then the same", () => {
  const typed = fc
    .array(fc.constantFrom("mot", "- point", "a\nb", "\n", " ", "<script>", "* x", "–", "é".repeat(20)), {
      maxLength: 30,
    })
    .map((parts) => parts.join("\n"));
  fc.assert(
    fc.property(typed, (written) => {
      const blocks = plainToBlocks(written);
      expect(blocksSchema.safeParse(blocks).success).toBe(true);
      expect(plainToBlocks(blocksToPlain(blocks))).toEqual(blocks);
    }),
  );
});
