import { type Field, type Fields, type Locale, textOfBlocks, titleFieldOf } from "@essaim/content";
import { z } from "zod";
import { formatDate } from "../../i18n/dates.ts";
import { fieldName, valueName } from "../../i18n/field-names.ts";
import { labelIn } from "../../i18n/labels.ts";
import { formatNumber } from "../../i18n/numbers.ts";
import { formatPartialDate } from "../../i18n/partial-dates.ts";
import { translatorOf } from "../../i18n/translator.ts";
import { licenceName } from "../licence.ts";

/** In which language values are told, and the cards of what they refer to, by key. */
export interface Telling {
  readonly lang: Locale;
  readonly cards: Readonly<Record<string, unknown>>;
}

const recordSchema = z.record(z.string(), z.unknown());
const listSchema = z.array(z.unknown());
const mediaSchema = z.object({ name: z.string() });
const cardSchema = z.union([
  z.object({ title: z.string() }).transform(({ title }) => title),
  z.object({ name: z.string() }).transform(({ name }) => name),
  z.object({ labels: z.looseObject({ fr: z.string() }) }).transform(({ labels }) => labels),
]);

/** A value of a field in words, line by line. */
export function linesOf(name: string, field: Field, value: unknown, telling: Telling): string[] {
  const { shape } = field;
  const { lang } = telling;
  switch (shape.kind) {
    case "blocks":
      return textOfBlocks(listSchema.parse(value)).split("\n").filter(Boolean);
    case "lines":
      return listSchema.parse(value).map(String);
    case "component": {
      const all = shape.many ? listSchema.parse(value) : [value];
      return all.flatMap((one) => linesOfComponent(shape.component.fields, one, telling));
    }
    case "reference":
      return (Array.isArray(value) ? value : [value]).map((one) => referenceName(field, one, telling));
    case "media":
      return [mediaSchema.safeParse(value).data?.name ?? ""];
    case "boolean":
      return [translatorOf(lang)(value ? "history.yes" : "history.no")];
    case "integer":
    case "decimal":
      return [formatNumber(Number(value), lang)];
    case "date":
      return [formatDate(String(value), lang)];
    case "partial-date":
      return [formatPartialDate(String(value), lang)];
    case "enumeration":
      return [valueName(name, String(value), lang)];
    default:
      return [name === "licence" ? licenceName(String(value)) : String(value)];
  }
}

/** A component in words: its title alone on the first line, then what each field holds. */
export function linesOfComponent(fields: Fields, value: unknown, telling: Telling): string[] {
  const held = recordSchema.parse(value ?? {});
  const title = titleFieldOf(fields);
  const t = translatorOf(telling.lang);
  return Object.entries(fields).flatMap(([name, field]) => {
    if (field.nature === "private" || held[name] === undefined) return [];
    const lines = linesOf(name, field, held[name], telling);
    if (name === title || lines.length === 0) return lines;
    const [first = "", ...more] = lines;
    return [t("history.field", { name: fieldName(name, telling.lang), value: first }), ...more];
  });
}

/** An item of a list in words. */
export function linesOfItem(name: string, field: Field, item: unknown, telling: Telling): string[] {
  const { shape } = field;
  if (shape.kind === "component") return linesOfComponent(shape.component.fields, item, telling);
  return linesOf(name, field, shape.kind === "reference" ? item : [item], telling);
}

/** What a document that is referred to is called; its key where it isn’t published any more. */
function referenceName({ shape }: Field, written: unknown, { lang, cards }: Telling): string {
  const target = shape.kind === "reference" && shape.targets.length === 1 ? `${shape.targets[0]}/` : "";
  const card = cardSchema.safeParse(cards[`${target}${written}`]).data;
  if (typeof card === "string") return card;
  if (card) return labelIn(card, lang);
  return translatorOf(lang)("history.gone", { name: String(written) });
}
