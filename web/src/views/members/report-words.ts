import { type Locale, reportTextMax, reportTexts } from "@essaim/content";
import { translatorOf } from "../../i18n/translator.ts";
import type { Typed } from "../../members/typed-form.ts";

/** What is wrong with a field of a report’s form, beside it. */
export function reportError(typed: Typed | undefined, name: string, locale: Locale): string | undefined {
  if (!typed?.wrong.includes(name) || typed.code === undefined) return undefined;
  const t = translatorOf(locale);
  switch (typed.code) {
    case "report-empty":
    case "visibility-too-wide":
      return t(`report.wrong.${typed.code}`);
    case "date-in-future":
      return t("adoption.wrong.date-in-future");
    case "date-before-sheet":
      return t("report.wrong.date-before-sheet");
  }
  const length = (typed.values[name] ?? "").trim().length;
  if (reportTexts.some((text) => text === name))
    return length > reportTextMax ? t("form.tooLong", { max: reportTextMax, length }) : t("form.unreadable");
  if (name === "on") return t("form.noDate");
  if (name === "cost") return t("report.wrong.cost");
  return t(name === "audienceReached" || name === "preparationDays" ? "report.wrong.count" : "form.noChoice");
}
