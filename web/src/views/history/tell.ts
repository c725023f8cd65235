import {
  type Field,
  type Fields,
  fieldAt,
  type Locale,
  type Path,
  type Stored,
  titleFieldOf,
  type VersionChange,
  type WordRun,
} from "@essaim/content";
import { fieldName } from "../../i18n/field-names.ts";
import { translatorOf } from "../../i18n/translator.ts";
import { linesOf, linesOfItem, type Telling } from "./value-text.ts";

/** One change in words. */
export interface ToldChange {
  readonly id: string;
  /** Where it is inside its section: « n° 3 « Choisir un lieu », Texte, paragraphe 2 »; empty where the section says all. */
  readonly where: string;
  /** What happened: « Ajouté, en place 3 ». */
  readonly what: string;
  readonly kind: "added" | "removed" | "moved" | "changed";
  /** A text word by word. */
  readonly words?: readonly WordRun[];
  /** Lines of what was there, and of what is there now. */
  readonly before?: readonly string[];
  readonly after?: readonly string[];
}

/** What the older and the newer side of a comparison are called. */
export interface Sides {
  readonly before: string;
  readonly after: string;
}

/** All changes of one field of the document. */
export interface ToldSection {
  readonly name: string;
  readonly changes: readonly ToldChange[];
  /** Paragraphs of a text that stayed as they were; absent where the field is no text. */
  readonly unchanged?: number;
}

/** The versions that changes lie between, as far as words need them. */
export interface Compared extends Telling {
  readonly fields: Fields;
  readonly before: Stored;
  readonly after: Stored;
}

/** Puts changes in words, field by field. */
export function tellChanges(changes: readonly VersionChange[], compared: Compared): ToldSection[] {
  const byField = Map.groupBy(changes, ({ path: [first] }) => String(first));
  return [...byField].map(([name, own]) => {
    const blocks = compared.fields[name]?.shape.kind === "blocks" ? compared.after[name] : undefined;
    const touched = own.filter(({ kind }) => kind === "block" || kind === "added" || kind === "value");
    const isWhole = own.some(({ kind }) => kind === "value");
    return {
      name: fieldName(name, compared.lang),
      changes: own.map((change) => tellChange(change, compared)),
      ...(Array.isArray(blocks) && !isWhole && { unchanged: Math.max(0, blocks.length - touched.length) }),
    };
  });
}

function tellChange(change: VersionChange, compared: Compared): ToldChange {
  const { id, path } = change;
  const field = fieldAt(compared.fields, path);
  const where = placeOf(path, compared);
  if (!field) return { id, where, what: "", kind: "changed" };
  return { id, where, ...outcomeOf(change, field, compared) };
}

function outcomeOf(change: VersionChange, field: Field, compared: Compared): Omit<ToldChange, "id" | "where"> {
  const t = translatorOf(compared.lang);
  const name = String(change.path.findLast((step) => typeof step === "string"));
  const position = (index: number) => positionName(index + 1, compared.lang);
  const item = (value: unknown) => linesOfItem(name, field, value, compared);
  switch (change.kind) {
    case "added":
      return { kind: "added", what: t("history.added.at", { place: position(change.to) }), after: item(change.item) };
    case "removed":
      return {
        kind: "removed",
        what: t("history.removed.from", { place: position(change.from) }),
        before: item(change.item),
      };
    case "moved": {
      const places = { from: position(change.from), to: position(change.to) };
      return { kind: "moved", what: t("history.moved", places), after: item(change.item).slice(0, 1) };
    }
    case "value": {
      const lines = (value: unknown) => (value === undefined ? undefined : linesOf(name, field, value, compared));
      const [before, after] = [lines(change.before), lines(change.after)];
      if (!before) return { kind: "added", what: t("history.added"), ...(after && { after }) };
      if (!after) return { kind: "removed", what: t("history.removed"), before };
      return { kind: "changed", what: t("history.replaced"), before, after };
    }
    default: {
      const isSameText = change.words.every(({ kind }) => kind === "same");
      const what = t(isSameText ? "history.format" : "history.rewritten");
      return { kind: "changed", what, words: change.words };
    }
  }
}

/** French counts places in words: « 1re », « 6e ». */
const positionName = (place: number, lang: Locale): string =>
  lang === "fr" ? `${place}${place === 1 ? "re" : "e"}` : String(place);

/** The way to a change in words, without the name of its section. */
function placeOf(path: Path, { fields, before, after, lang }: Compared): string {
  const t = translatorOf(lang);
  const words: string[] = [];
  let [within, list, old, young]: [Fields, Field | undefined, unknown, unknown] = [fields, undefined, before, after];
  for (const [index, step] of path.entries()) {
    if (typeof step === "string") {
      list = within[step];
      within = list?.shape.kind === "component" ? list.shape.component.fields : {};
      [old, young] = [inside(old, step), inside(young, step)];
      if (index > 0) words.push(fieldName(step, lang));
      continue;
    }
    [old, young] = [inside(old, step.from), inside(young, step.to)];
    const place = step.to + 1;
    const title = titleFieldOf(within);
    const name = list?.shape.kind === "component" && title ? inside(young, title) : undefined;
    if (typeof name === "string") words.push(t("history.item", { place, name }));
    else words.push(t(list?.shape.kind === "blocks" ? "history.paragraph" : "history.line", { place }));
  }
  return words.join(", ");
}

function inside(value: unknown, step: string | number): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  return Object.hasOwn(value, step) ? (value as Record<string | number, unknown>)[step] : undefined;
}
