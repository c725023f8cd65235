import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mediaSchema, packagedMediaPath } from "../media/index.ts";
import { anyStored } from "../model/arbitrary-entry.ts";
import type { Fields } from "../model/field.ts";
import type { Stored } from "../model/to-stored.ts";
import { mapLeaves } from "../model/walk.ts";
import { contentType, contentTypes } from "../types/index.ts";
import { fromPackaged, toPackaged, withoutUnknown } from "./convert.ts";
import { isPackagedType, parseLine } from "./line.ts";

const names = Object.keys(contentTypes).filter(isPackagedType);

/** Files as the portal knows them, by path: the last of those that share one. */
function filesOf(fields: Fields, stored: Stored) {
  const files = new Map<string, ReturnType<typeof mediaSchema.parse>>();
  mapLeaves(fields, stored, (field, value) => {
    if (field.shape.kind !== "media") return;
    const media = mediaSchema.parse(value);
    files.set(packagedMediaPath(media), media);
  });
  return (path: string) => files.get(path);
}

describe.each(names)("any %s", (name) => {
  const { fields } = contentType(name);

  test("comes back the same from a package, whose line is understood", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(anyStored(name), (stored) => {
        const fileAt = filesOf(fields, stored);
        const known = mapLeaves(fields, stored, (field, value) =>
          field.shape.kind === "media" ? fileAt(packagedMediaPath(mediaSchema.parse(value))) : value,
        );
        const data = JSON.parse(JSON.stringify(toPackaged(fields, known)));
        const parsed = parseLine(JSON.stringify({ type: name, uid: "essai", locale: "fr", data }), 1);
        expect(parsed).toMatchObject({ ok: true });
        expect(fromPackaged(fields, data, fileAt)).toEqual(known);
      }),
      { numRuns: 60 },
    );
  });
});

test("a package’s empty lists, components and false values are the same as absent ones", () => {
  const data = {
    title: "T",
    summary: "S",
    steps: [],
    objectives: [],
    means: { equipment: [], isExample: false },
    cost: {},
    isExample: false,
    links: [],
    team: [{ role: "Animatrice" }],
  };
  expect(fromPackaged(contentTypes.solution.fields, data, () => undefined)).toEqual({
    title: "T",
    summary: "S",
    team: [{ role: "Animatrice" }],
  });
});

test("references to several types take the order that the CMS keeps: by type, then as they were written", () => {
  const data = { related: ["kit/z", "solution/b", "kit/a", "solution/a"] };
  const stored = fromPackaged(contentTypes.kit.fields, data, () => undefined);
  expect(stored).toEqual({ related: ["solution/b", "solution/a", "kit/z", "kit/a"] });
});

test("references to what is not given are left out, with the components that held nothing else", () => {
  const data = {
    title: "T",
    themes: ["a", "b"],
    centres: ["c"],
    contact: "p",
    derivedFrom: { document: "kit/k" },
    related: ["kit/k", "solution/s"],
  };
  const known = new Set(["theme/a", "solution/s"]);
  expect(withoutUnknown(contentTypes.kit.fields, data, (key) => known.has(key))).toEqual({
    title: "T",
    themes: ["a"],
    related: ["solution/s"],
  });
});
