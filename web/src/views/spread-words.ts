import { type AdoptionCounts, adoptersIn, type Locale, type ResourceType } from "@essaim/content";
import { translatorOf } from "../i18n/translator.ts";

/** Ending of a message that agrees with what it speaks of. */
export const genderOf = (type: ResourceType): "" | ".masculine" => (type === "solution" ? "" : ".masculine");

/** How far a resource has spread, beside its cover; nothing when no centre has taken it up. @example "Reprise par 5 centres, en place chez 2" */
export function describeSpread(spread: AdoptionCounts, type: ResourceType, locale: Locale): string | undefined {
  const adopters = adoptersIn(spread);
  if (adopters === 0) return undefined;
  const t = translatorOf(locale);
  const by = t(`spread.by${genderOf(type)}`, { count: adopters });
  if (spread.adopted === 0) return by;
  if (spread.adopted === adopters) return t("spread.inPlaceAll", { by });
  return t("spread.inPlaceAt", { by, centres: spread.adopted });
}

/** The same in full, for a resource's own page. @example "5 centres l’ont reprise · 2 l’ont racontée · 1 a arrêté" */
export function recountSpread(spread: AdoptionCounts, type: ResourceType, locale: Locale): string[] {
  const t = translatorOf(locale);
  const gender = genderOf(type);
  const { reported, stopped, adaptations } = spread;
  const adopters = adoptersIn(spread);
  return [
    adopters > 0 && t(`spread.adopted${gender}`, { count: adopters }),
    reported > 0 && t(`spread.reported${gender}`, { count: reported }),
    stopped > 0 && t("spread.stopped", { count: stopped }),
    adaptations > 0 && t("spread.adaptations", { count: adaptations }),
  ].filter((part) => part !== false);
}
