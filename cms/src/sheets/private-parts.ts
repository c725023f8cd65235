import { type Component, type Fields, mediaSchema } from "@essaim/content";
import { z } from "zod";

const recordSchema = z.record(z.string(), z.unknown());
const shownSchema = z.object({ sha256: z.string() });

type Values = Readonly<Record<string, unknown>>;
/** What is private beside each file, by the component and the file. */
export type PrivateParts = ReadonlyMap<string, Values>;

const nameOf = (component: Component, hash: string): string => `${component.name} ${hash}`;

function fileIn({ fields }: Component, entry: Values): unknown {
  const name = Object.keys(fields).find((one) => fields[one]?.shape.kind === "media");
  return name === undefined ? undefined : entry[name];
}

const listSchema = z.array(recordSchema);
const entriesOf = (value: unknown): Values[] =>
  listSchema.parse(Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]);

/** What a row keeps to itself beside its pictures, such as who agreed to be shown. */
export function privatePartsOf(fields: Fields, row: Values): PrivateParts {
  const parts = new Map<string, Values>();
  for (const [name, { shape }] of Object.entries(fields)) {
    if (shape.kind !== "component") continue;
    const { component } = shape;
    for (const entry of entriesOf(row[name])) {
      for (const [inner, values] of privatePartsOf(component.fields, entry)) parts.set(inner, values);
      const file = shownSchema.safeParse(fileIn(component, entry)).data;
      const held = Object.entries(component.fields).flatMap(([one, { nature }]) =>
        nature === "private" && entry[one] ? [[one, entry[one]] as const] : [],
      );
      if (file && held.length > 0) parts.set(nameOf(component, file.sha256), Object.fromEntries(held));
    }
  }
  return parts;
}

/**
 * The Document Service’s input for what is stored, with what the row kept to itself beside the same pictures: components are written anew, and
 * what they don’t say would be lost.
 */
export function withPrivateParts(
  fields: Fields,
  { stored, input, parts }: { readonly stored: Values; readonly input: Values; readonly parts: PrivateParts },
): Record<string, unknown> {
  const whole: Record<string, unknown> = { ...input };
  if (parts.size === 0) return whole;
  for (const [name, { shape }] of Object.entries(fields)) {
    if (shape.kind !== "component" || stored[name] === undefined) continue;
    const { component, many } = shape;
    const inputs = entriesOf(input[name]);
    const entries = entriesOf(stored[name]).map((entry, place) => {
      const file = mediaSchema.safeParse(fileIn(component, entry)).data;
      const own = withPrivateParts(component.fields, { stored: entry, input: inputs[place] ?? {}, parts });
      return { ...own, ...(file && parts.get(nameOf(component, file.hash))) };
    });
    whole[name] = many ? entries : entries[0];
  }
  return whole;
}
