import { type Field, type Fields, referenceAttributes, type TypeName } from "@essaim/content";
import { type FieldText, toText } from "./form.ts";

/** What each target of a reference to several types is called after the reference’s own name. */
const targetNames: Readonly<Record<string, { one: string; many: string }>> = {
  solution: { one: "solution", many: "solutions" },
  guide: { one: "guide", many: "guides" },
  kit: { one: "kit", many: "kits" },
};

/** An attribute of the CMS with what the desk says beside it. */
export interface NamedAttribute {
  readonly attribute: string;
  readonly label: string;
  readonly help: string;
  readonly placeholder: string;
  /** The type that a relation leads to. */
  readonly target?: TypeName;
}

/** The CMS’s attributes behind a field, in the words of its text; the CMS’s own components have attributes without a field. */
export function namedAttributes(name: string, field: Field | undefined, text: FieldText): NamedAttribute[] {
  const { label, help = "", placeholder = "" } = toText(text);
  const whole = { help: [help, field && linesHelp(field)].filter(Boolean).join(" "), placeholder };
  const references = field ? referenceAttributes(name, field) : [];
  const [only] = references;
  if (references.length < 2) return [{ attribute: name, label, ...whole, ...(only && { target: only.target }) }];
  const many = field?.shape.kind === "reference" && field.shape.many;
  return references.map(({ attribute, target }) => ({
    attribute,
    label: `${label}\u00a0: ${targetNames[target]?.[many ? "many" : "one"] ?? target}`,
    ...whole,
    target,
  }));
}

const linesHelp = (field: Field): string => (field.shape.kind === "lines" ? "Un par ligne." : "");

/** Kinds of field that the form always shows over its whole width. */
const wholeWidth = new Set(["blocks", "component", "coordinates", "labels", "translations"]);

/** A place in a row of the form; a row is twelve wide. */
export interface Cell {
  readonly name: string;
  readonly size: number;
}

/** The rows of the form, in attributes of the CMS, which share the width evenly. */
export function rowsOf(fields: Fields, rows: readonly (readonly string[])[]): Cell[][] {
  return rows.flatMap((row) => {
    const placed = row.map((name) => ({ name, field: fields[name] }));
    if (placed.some(({ field }) => field && wholeWidth.has(field.shape.kind)))
      return placed.map(({ name }) => [{ name, size: 12 }]);
    const names = placed.flatMap(({ name, field }) => {
      const references = field ? referenceAttributes(name, field) : [];
      return references.length > 0 ? references.map(({ attribute }) => attribute) : [name];
    });
    return [names.map((name) => ({ name, size: Math.floor(12 / names.length) }))];
  });
}
