import { Readable } from "node:stream";
import fc from "fast-check";
import { expect, test } from "vitest";
import { mostLines, readLines } from "./lines.ts";

async function linesOf(chunks: readonly Buffer[]): Promise<string[]> {
  const lines: string[] = [];
  for await (const { number, text } of readLines(Readable.from(chunks), "content.jsonl")) {
    lines.push(text);
    expect(number).toBe(lines.length);
  }
  return lines;
}

const lineText = fc.string({ unit: "grapheme" }).filter((text) => !/[\r\n]/.test(text) && !text.startsWith("\uFEFF"));

test("lines are the same however the bytes are cut", async () => {
  const cuts = fc.array(fc.nat(40), { maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(fc.array(lineText.filter((text) => text !== "")), cuts, async (lines, sizes) => {
      let rest = Buffer.from(lines.map((line) => `${line}\n`).join(""));
      const chunks: Buffer[] = [];
      for (const size of sizes) {
        chunks.push(rest.subarray(0, size));
        rest = rest.subarray(size);
      }
      expect(await linesOf([...chunks, rest])).toEqual(lines);
    }),
  );
});

test("a byte order mark and CRLF are no part of lines, and the last line needs no end", async () => {
  expect(await linesOf([Buffer.from("\uFEFFun\r\n\r\ndeux")])).toEqual(["un", "", "deux"]);
});

test("a mark inside the text is kept, for the line’s own check to judge", async () => {
  expect(await linesOf([Buffer.from("un\n\uFEFFdeux\n")])).toEqual(["un", "\uFEFFdeux"]);
});

test("a file of blank lines without end is refused within seconds", { timeout: 20_000 }, async () => {
  const endless = Readable.from(
    (function* () {
      for (;;) yield Buffer.alloc(65_536, "\n");
    })(),
  );
  const reading = async () => {
    for await (const _line of readLines(endless, "content.jsonl"));
  };
  await expect(reading()).rejects.toThrow(`ligne ${mostLines + 1} : le fichier a plus de ${mostLines} lignes`);
});
