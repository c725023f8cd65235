import { type Locale, regionOf } from "@essaim/content";

const plain = byLocale((region) => new Intl.NumberFormat(region, { maximumFractionDigits: 2 }));
const money = byLocale(
  (region) => new Intl.NumberFormat(region, { style: "currency", currency: "EUR", maximumFractionDigits: 0 }),
);

/** A number as a language writes it. @example formatNumber(2500, "fr") // "2 500" */
export const formatNumber = (value: number, locale: Locale): string => plain[locale].format(value);

/** An amount in euros, without cents. @example formatEuros(500, "fr") // "500 €" */
export const formatEuros = (value: number, locale: Locale): string => money[locale].format(value);

function byLocale<T>(make: (region: string) => T): Readonly<Record<Locale, T>> {
  return { fr: make(regionOf.fr), en: make(regionOf.en), nl: make(regionOf.nl) };
}
