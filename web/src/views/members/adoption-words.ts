import {
  type LikenessReason,
  type Locale,
  privateNoteMax,
  type ResourceType,
  type Stage,
  stageNoteMax,
  visibilities,
} from "@essaim/content";
import { formatDate } from "../../i18n/dates.ts";
import { translatorOf } from "../../i18n/translator.ts";
import type { Typed } from "../../members/typed-form.ts";
import { genderOf } from "../spread-words.ts";

const longest: Readonly<Record<string, number>> = {
  note: stageNoteMax,
  reason: stageNoteMax,
  privateNote: privateNoteMax,
};

/** What is wrong with a field of an adoption’s form, beside it; `earliest` is the first day that may be named. */
export function adoptionError(
  typed: Typed | undefined,
  name: string,
  { earliest, locale }: { earliest: string; locale: Locale },
): string | undefined {
  if (!typed?.wrong.includes(name) || typed.code === undefined) return undefined;
  const t = translatorOf(locale);
  const max = longest[name];
  const date = formatDate(earliest, locale);
  switch (typed.code) {
    case "stage-unchanged":
    case "stage-backwards":
    case "reason-missing":
    case "date-in-future":
    case "too-many-changes":
      return t(`adoption.wrong.${typed.code}`);
    case "date-before-sheet":
    case "date-before-last-change":
      return t(`adoption.wrong.${typed.code}`, { date });
  }
  const { length } = (typed.values[name] ?? "").trim();
  if (max !== undefined && length > max) return t("form.tooLong", { max, length });
  if (max !== undefined) return t("form.unreadable");
  return t(name === "on" ? "form.noDate" : "form.noChoice");
}

/** Stages to choose from, each with what it means. */
export const stageOptions = (stages: readonly Stage[], type: ResourceType, locale: Locale) => {
  const t = translatorOf(locale);
  const label = (stage: Stage) => t(`stage.${stage}${genderOf(type)}`);
  return stages.map((value) => ({ value, label: label(value), hint: t(`stage.${value}.hint`) }));
};

/** Who may see an adoption, each with what it means. */
export const visibilityOptions = (locale: Locale) => {
  const t = translatorOf(locale);
  return visibilities.map((value) => ({ value, label: t(`visibility.${value}`), hint: t(`visibility.${value}.hint`) }));
};

/** What two centres have in common, in a few words; audiences are counted, for their names aren’t at hand. */
export function likenessWords(reason: LikenessReason, locale: Locale): string {
  const t = translatorOf(locale);
  switch (reason.kind) {
    case "size":
      return t("alike.size");
    case "audiences":
      return t("alike.audiences", { count: reason.audiences.length });
    case "territory":
      return t("alike.territory", { territory: reason.territory });
    case "city":
      return t("alike.city", { city: reason.city });
    case "near":
      return t("alike.near", { km: reason.km });
    case "kind":
      return t("alike.kind");
  }
}
