import { expect, test } from "vitest";
import { keptFields, writableFields } from "./member-sheets.ts";
import type { Fields } from "./model/field.ts";
import { contentType, resourceTypes } from "./types/index.ts";

/** Every field that holds a value of its own, by its way. */
const leaves = (fields: Fields, at = ""): string[] =>
  Object.entries(fields).flatMap(([name, { shape }]) =>
    shape.kind === "component" ? leaves(shape.component.fields, `${at}${name}.`) : [at + name],
  );

/** The leaves that a form writes. */
const written = (fields: Fields, at = ""): string[] =>
  Object.entries(writableFields(fields)).flatMap(([name, { shape }]) =>
    shape.kind === "component" ? written(shape.component.fields, `${at}${name}.`) : [at + name],
  );

test.each(resourceTypes)("no field of a %s is forgotten: a form writes it, or says that it stays", (name) => {
  const { fields } = contentType(name);
  const kept = keptFields(fields);
  const isKept = (path: string) => kept.some((one) => path === one || path.startsWith(`${one}.`));
  const all = leaves(fields).filter((path) => path !== "changeNote");
  expect(all.filter(isKept).length).toBeGreaterThan(0);
  expect(written(fields).sort()).toEqual(all.filter((path) => !isKept(path)).sort());
});

test("what no form writes is what only the desk and the portal decide", () => {
  const kept = new Set(resourceTypes.flatMap((name) => keptFields(contentType(name).fields)));
  expect([...kept].sort()).toEqual(
    [
      ...["slug", "centres", "contributors", "contact", "derivedFrom", "related"],
      ...["cover.consent", "gallery.consent", "steps.image.consent", "phases.kits"],
    ].sort(),
  );
});
