import type { Kit, Locale } from "@essaim/content";
import { formatEuros } from "../i18n/numbers.ts";
import { translatorOf } from "../i18n/translator.ts";

type Range = NonNullable<Kit["groupSize"]>;

const daysPerWeek = 7;

/** Days of preparation in words, in whole weeks where they make two or more. @example describeDays(42, "fr") // "6 semaines" */
export function describeDays(days: number, locale: Locale): string {
  const t = translatorOf(locale);
  const weeks = days / daysPerWeek;
  return Number.isInteger(weeks) && weeks >= 2 ? t("sheet.weeks", { count: weeks }) : t("sheet.days", { count: days });
}

/** A cost in words. @example describeCost({ max: 500 }, "fr") // "moins de 500 €" */
export function describeCost({ min, max }: Range, locale: Locale): string | undefined {
  const t = translatorOf(locale);
  const euros = (value: number) => formatEuros(value, locale);
  if (max === undefined) return min === undefined ? undefined : t("sheet.euros.from", { min: euros(min) });
  if (max === 0) return t("sheet.euros.free");
  if (min === max) return t("sheet.euros.exactly", { min: euros(max) });
  return min === undefined || min === 0
    ? t("sheet.euros.under", { max: euros(max) })
    : t("sheet.euros.between", { min: euros(min), max: euros(max) });
}

/** A number of people in words. @example describePeople({ min: 8, max: 15 }, "fr") // "8 à 15 personnes" */
export function describePeople({ min, max }: Range, locale: Locale): string | undefined {
  const t = translatorOf(locale);
  if (max === undefined) return min === undefined ? undefined : t("sheet.people.from", { min });
  if (min === undefined) return t("sheet.people.upTo", { max });
  return min === max ? t("sheet.people", { count: max }) : t("sheet.people.between", { min, max });
}
