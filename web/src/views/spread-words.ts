import { type AdoptionCounts, adoptersIn, type Locale, type ResourceType } from "@essaim/content";
import { translatorOf } from "../i18n/translator.ts";

/** Ending of a message that agrees with what it speaks of. */
export const genderOf = (type: ResourceType): "" | ".masculine" => (type === "solution" ? "" : ".masculine");

/**
 * How far a resource has spread, wherever it is said: centres that prepare or try it are told from those that have it in place. Those that
 * only noted it, or stopped, are none of them. Nothing when no centre goes on with it.
 * @example "4 centres s’y sont mis, 1 l’a en place"
 */
export function describeSpread(spread: AdoptionCounts, locale: Locale): string | undefined {
  const [count, inPlace] = [adoptersIn(spread), spread.adopted];
  if (count === 0) return undefined;
  const t = translatorOf(locale);
  if (inPlace === count) return t("spread.inPlace", { count });
  if (inPlace === 0) return t("spread.noneInPlace", { count });
  return t("spread.inPlaceOf", { begun: t("spread.begun", { count }), count: inPlace });
}

/** The same in full, for a resource's own page. @example "5 centres s’y sont mis, 2 l’ont en place" · "2 l’ont racontée" · "1 a arrêté" */
export function recountSpread(spread: AdoptionCounts, type: ResourceType, locale: Locale): string[] {
  const t = translatorOf(locale);
  const { reported, stopped, adaptations } = spread;
  return [
    describeSpread(spread, locale),
    reported > 0 && t(`spread.reported${genderOf(type)}`, { count: reported }),
    stopped > 0 && t("spread.stopped", { count: stopped }),
    adaptations > 0 && t("spread.adaptations", { count: adaptations }),
  ].filter((part) => typeof part === "string");
}
