import {
  adaptationLicences,
  type ChosenType,
  chosenTypes,
  copyWidths,
  type Fields,
  fileRefusals,
  isFileRefusal,
  keptFields,
  type Locale,
  type Media,
  mediaFileName,
  previewPath,
} from "@essaim/content";
import { fieldName, placedEntry } from "../../i18n/field-names.ts";
import { translatorOf } from "../../i18n/translator.ts";
import { typeset } from "../../i18n/typography.ts";
import type { Problem } from "../../members/sheet-form/stored-of.ts";
import type { Writing } from "../../members/sheet-form/writing.ts";
import { licenceName } from "../licence.ts";
import { type Option, readOptions } from "../resource-list.ts";

/** What every field of a sheet’s form is given. */
export interface Words {
  /** Language of the sheet. */
  readonly lang: Locale;
  /** Address that the form is sent to. */
  readonly action: string;
  /** What is wrong, by the names of fields. */
  readonly problems: ReadonlyMap<string, string>;
  /** What themes, audiences and tools there are. */
  readonly choices: Choices;
  /** Where a file can be seen: only what is saved can. */
  readonly addressOf: (file: Media) => string | undefined;
  /** The licences to choose from; the one that the sheet has is among them. */
  readonly licences: (own: string, name: string) => readonly { readonly value: string; readonly label: string }[];
}

/** What is wrong with a field, in words. */
export function tellProblem({ kind, most = 0, line = 1, code = "" }: Problem, locale: Locale): string {
  const t = translatorOf(locale);
  if (kind === "file")
    return isFileRefusal(code)
      ? t("write.problem.file", { why: typeset(fileRefusals[code][locale], locale) })
      : t(code === "too-many-files" ? "write.problem.tooManyFiles" : "write.problem.invalid");
  if (kind === "tooLong" || kind === "tooMany") return t(`write.problem.${kind}`, { most });
  if (kind === "markdown") return t("write.problem.markdown", { line: String(line) });
  return t(`write.problem.${kind}`);
}

/** What the fields of a form of this sheet are given. */
export function wordsOf(
  { sheet, problems }: Writing,
  { locale, action, choices }: { readonly locale: Locale; readonly action: string; readonly choices: Choices },
): Words {
  const allowed = sheet.licences ?? adaptationLicences("CC0-1.0");
  return {
    ...{ lang: sheet.locale, action, problems: new Map(problems.map((one) => [one.name, tellProblem(one, locale)])) },
    ...{ choices, addressOf: addressesIn(sheet) },
    licences: (own, name) => {
      const values = [
        ...new Set([...(own === "" ? [] : [own]), ...(name === "licence" ? allowed : adaptationLicences("CC0-1.0"))]),
      ];
      const named = values.map((value) => ({ value, label: licenceName(value) }));
      // Files need none of their own.
      return name === "licence" ? named : [{ value: "", label: translatorOf(locale)("write.none") }, ...named];
    },
  };
}

/** Entries to choose among, by their type. */
export type Choices = Readonly<Record<ChosenType, readonly Option[]>>;

/** Reads what there is to choose among. */
export async function readChoices(locals: Parameters<typeof readOptions>[0]): Promise<Choices> {
  const [theme, audience, tool] = await Promise.all(chosenTypes.map((type) => readOptions(locals, type)));
  return { theme: theme ?? [], audience: audience ?? [], tool: tool ?? [] };
}

/** Files of a draft stand behind its signed link; one that was only just sent is in no draft. */
function addressesIn({ data, preview }: Writing["sheet"]): Words["addressOf"] {
  const link = preview && new URL(preview).search;
  const saved = JSON.stringify(data);
  return (file) => {
    if (!link || !saved.includes(`"hash":"${file.hash}"`)) return undefined;
    const [width] = copyWidths(file);
    return previewPath + mediaFileName(file, width === undefined ? undefined : { width, ext: "webp" }) + link;
  };
}

/** What the form leaves as it is, in words, each once. */
export const tellKept = (fields: Fields, locale: Locale): string =>
  new Intl.ListFormat(locale).format(
    new Set(
      keptFields(fields).map((path) => fieldName(path.split(".").at(-1) ?? path, locale).toLocaleLowerCase(locale)),
    ),
  );

/** Where a problem is, as the form calls it: « Étape 2, Titre ». */
export const placeOf = (name: string, locale: Locale): string =>
  name
    .split(".")
    .flatMap((step, index, steps) => {
      if (/^\d+$/.test(step)) return placedEntry(steps[index - 1] ?? "", Number(step) + 1, locale);
      return /^\d+$/.test(steps[index + 1] ?? "") ? [] : fieldName(step, locale);
    })
    .join(", ");
