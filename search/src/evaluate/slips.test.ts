import { describe, expect, it } from "vitest";
import { readSets } from "./sets.ts";
import { draws, slips } from "./slips.ts";

const queries = readSets().flatMap(({ judgements }) => judgements.map(({ query }) => query));

/** Least number of letters left out, put in, exchanged or swapped that makes one word of another (optimal string alignment). */
function distance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, row) => [row, ...Array.from({ length: b.length }, () => 0)]);
  const at = (row: number, column: number) => (row < 0 || column < 0 ? Infinity : (rows[row]?.[column] ?? column));
  for (let column = 0; column <= b.length; column++) (rows[0] ?? [])[column] = column;
  for (let row = 1; row <= a.length; row++)
    for (let column = 1; column <= b.length; column++) {
      const swap =
        a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1] ? at(row - 2, column - 2) + 1 : Infinity;
      const exchange = at(row - 1, column - 1) + (a[row - 1] === b[column - 1] ? 0 : 1);
      (rows[row] ?? [])[column] = Math.min(at(row - 1, column) + 1, at(row, column - 1) + 1, exchange, swap);
    }
  return at(a.length, b.length);
}

describe("A slip of the pen", () => {
  it("is one edit in a long word, and none where there is no such word", () => {
    for (const query of queries)
      for (let draw = 0; draw < draws.typo; draw++)
        expect(distance(query, slips.typo(query, draw)), query).toBe(/\p{L}{5}/u.test(query) ? 1 : 0);
  });

  it("is the same each time", () => {
    expect(slips.typo("réparer un ordinateur")).toBe("réprer un ordinateur");
    expect(slips.typo("réparer un ordinateur", 1)).toBe(slips.typo("réparer un ordinateur", 1));
    expect(slips.typo("réparer un ordinateur", 1)).not.toBe("réprer un ordinateur");
  });
});

describe("A query without accents", () => {
  it("keeps everything else", () => {
    expect(slips.noAccents("Où réparer l’été ?")).toBe("Ou reparer l’ete ?");
  });
});

describe("A query that is still being typed", () => {
  it("ends within its last word, of which three fifths stand", () => {
    expect(slips.cut("réparer un ordinateur ?")).toBe("réparer un ordina");
    expect(slips.cut("jouer à la pétanque")).toBe("jouer à la pétan");
    expect(slips.cut("le RSA")).toBe("le RSA");
  });
});
