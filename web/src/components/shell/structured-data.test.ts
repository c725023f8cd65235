import fc from "fast-check";
import { expect, test } from "vitest";
import { dataBlock } from "./structured-data.ts";

test("a data block can’t be ended by what it holds, and says exactly that", () => {
  const nasty = fc.string({
    unit: fc.constantFrom("<", "/", ">", "!", "-", "&", "\u2028", "\u2029", "script", '"', "é"),
  });
  fc.assert(
    fc.property(nasty, (text) => {
      const block = dataBlock({ text });
      expect(block).not.toMatch(/[<>\u2028\u2029]/);
      expect(JSON.parse(block)).toEqual({ text });
    }),
  );
});
