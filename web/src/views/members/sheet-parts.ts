import { type Fields, type Locale, writableFields } from "@essaim/content";
import { fieldName, laterName } from "../../i18n/field-names.ts";
import { translatorOf } from "../../i18n/translator.ts";

/** Fields that stand together in one part of a sheet’s form. */
export interface SheetPart {
  readonly title: string;
  readonly names: readonly string[];
}

/** Names that a title of several fields says before it leaves the others out. */
const mostNamed = 3;

/** The parts of a sheet’s form: what is long is a part of its own, short fields that follow each other share one. */
export function partsOf(fields: Fields, locale: Locale): SheetPart[] {
  const groups: string[][] = [];
  let isOpen = false;
  for (const [name, { shape }] of Object.entries(writableFields(fields))) {
    const isLong =
      shape.kind === "blocks" ||
      shape.kind === "lines" ||
      (shape.kind === "component" && (shape.many || !isShort(shape.component.fields)));
    if (isOpen && !isLong) groups.at(-1)?.push(name);
    else groups.push([name]);
    isOpen = !isLong;
  }
  return groups.map((names) => ({ names, title: titleOf(names, locale) }));
}

function titleOf(names: readonly string[], locale: Locale): string {
  const said = new Intl.ListFormat(locale, { type: "unit", style: "short" }).format(
    names.slice(0, mostNamed).map((name, index) => (index > 0 ? laterName : fieldName)(name, locale)),
  );
  return names.length > mostNamed ? translatorOf(locale)("write.more", { names: said }) : said;
}

/** Such as a lowest and a highest number. */
const isShort = (fields: Fields): boolean =>
  Object.values(fields).length <= 2 &&
  Object.values(fields).every(({ shape }) => !["blocks", "component"].includes(shape.kind));
