import type { Locale, Solution } from "@essaim/content";
import { formatDate } from "../../i18n/dates.ts";
import { translatorOf } from "../../i18n/translator.ts";

/** When an action took place, in full. @example describeDates(sheet, "fr") // "Du 1er février 2017 au 31 décembre 2019" */
export function describeDates(
  { startDate, endDate }: Pick<Solution, "startDate" | "endDate">,
  lang: Locale,
): string | undefined {
  const t = translatorOf(lang);
  if (startDate === undefined) return endDate && t("identity.dates.until", { end: formatDate(endDate, lang) });
  const start = formatDate(startDate, lang);
  return endDate === undefined
    ? t("identity.dates.from", { start })
    : t("identity.dates.between", { start, end: formatDate(endDate, lang) });
}

/** Years between which an action took place. @example yearsOf(sheet) // "2017 – 2019" */
export function yearsOf({ startDate, endDate }: Pick<Solution, "startDate" | "endDate">): string {
  const years = [startDate, endDate].flatMap((date) => (date === undefined ? [] : [date.slice(0, 4)]));
  return [...new Set(years)].join(" – ");
}
