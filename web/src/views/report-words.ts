import { type Locale, reportTextMax, reportTexts } from "@essaim/content";
import { translatorOf } from "../i18n/translator.ts";
import type { Answers } from "../members/answers.ts";

/** What is wrong with a field of a report’s form, beside it. */
export function reportError(answers: Answers | undefined, name: string, locale: Locale): string | undefined {
  if (answers?.field !== name || answers.code === undefined) return undefined;
  const t = translatorOf(locale);
  switch (answers.code) {
    case "report-empty":
    case "visibility-too-wide":
      return t(`report.wrong.${answers.code}`);
    case "date-in-future":
      return t("adoption.wrong.date-in-future");
    case "date-before-sheet":
      return t("report.wrong.date-before-sheet");
  }
  const length = (answers.values[name] ?? "").trim().length;
  if (reportTexts.some((text) => text === name))
    return length > reportTextMax ? t("form.tooLong", { max: reportTextMax, length }) : t("form.unreadable");
  if (name === "on") return t("form.noDate");
  if (name === "cost") return t("report.wrong.cost");
  return t(name === "audienceReached" || name === "preparationDays" ? "report.wrong.count" : "form.noChoice");
}
