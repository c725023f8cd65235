import type { Core } from "@strapi/strapi";

interface Localizations {
  syncNonLocalizedAttributes: () => Promise<void>;
}

/**
 * Stops i18n from copying facts between a document's locales. It copies from whichever locale was written last, so that publishing a translation
 * would put the facts of an unfinished draft, or older ones, into the published source locale. Ours belong to the source locale's entry alone.
 * @see docs/decisions/0031-facts-by-source-locale.md
 */
export function keepFactsWhereTheyAre(strapi: Core.Strapi): void {
  const localizations: Localizations = strapi.plugin("i18n").service("localizations");
  localizations.syncNonLocalizedAttributes = async () => {};
}
