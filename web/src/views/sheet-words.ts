import { adaptationLicences, type Locale } from "@essaim/content";
import { fieldName } from "../i18n/field-names.ts";
import { translatorOf } from "../i18n/translator.ts";
import type { Problem } from "../members/sheet-form/stored-of.ts";
import type { Writing } from "../members/sheet-form/writing.ts";
import { licenceName } from "./licence.ts";

/** What every field of a sheet’s form is given. */
export interface Words {
  /** Language of the sheet. */
  readonly lang: Locale;
  /** Address that the form is sent to. */
  readonly action: string;
  /** What is wrong, by the names of fields. */
  readonly problems: ReadonlyMap<string, string>;
  /** The licences to choose from; the one that the sheet has is among them. */
  readonly licences: (own: string) => readonly { readonly value: string; readonly label: string }[];
}

/** What is wrong with a field, in words. */
export function tellProblem({ kind, most = 0, line = 1 }: Problem, locale: Locale): string {
  const t = translatorOf(locale);
  if (kind === "tooLong" || kind === "tooMany") return t(`write.problem.${kind}`, { most });
  if (kind === "markdown") return t("write.problem.markdown", { line: String(line) });
  return t(`write.problem.${kind}`);
}

/** What the fields of a form of this sheet are given. */
export function wordsOf({ sheet, problems }: Writing, locale: Locale, action: string): Words {
  const allowed = sheet.licences ?? adaptationLicences("CC0-1.0");
  return {
    ...{ lang: sheet.locale, action, problems: new Map(problems.map((one) => [one.name, tellProblem(one, locale)])) },
    licences: (own) =>
      [...new Set([...(own === "" ? [] : [own]), ...allowed])].map((value) => ({ value, label: licenceName(value) })),
  };
}

/** Where a problem is, as the form calls it: « Étapes 2, Titre ». */
export function placeOf(name: string, locale: Locale): string {
  const t = translatorOf(locale);
  const words: string[] = [];
  for (const step of name.split(".")) {
    const place = Number(step);
    const last = words.pop();
    if (Number.isInteger(place) && last !== undefined) {
      words.push(t("write.item", { name: last, place: place + 1 }));
      continue;
    }
    if (last !== undefined) words.push(last);
    words.push(fieldName(step, locale));
  }
  return words.join(", ");
}
