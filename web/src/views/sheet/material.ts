import type { Locale } from "@essaim/content";
import { formatNumber } from "../../i18n/numbers.ts";
import { translatorOf } from "../../i18n/translator.ts";
import type { AgendaItem } from "./running-order.ts";

/** Something to bring to a moment, with how many. @example "Cartes météo (3 par personne)" */
export function describeMaterial({ name, quantity, per }: AgendaItem["materials"][number], lang: Locale): string {
  if (quantity === undefined) return name;
  const t = translatorOf(lang);
  if (per === "person") return `${name} (${t("kit.per.person", { count: quantity })})`;
  if (per === "group") return `${name} (${t("kit.per.group", { count: quantity })})`;
  return quantity === 1 ? name : `${name} (${formatNumber(quantity, lang)})`;
}
