import type { Locale } from "@essaim/content";
import { translatorOf } from "../i18n/translator.ts";
import { localizedPath } from "../routing/index.ts";
import type { News } from "./news.ts";

/** A piece of news in words: `title` in `lang`, `detail` in the page’s language, or the other way round when it happened at a centre. */
export interface NewsWords {
  readonly address: string;
  /** What happened at a centre; nothing when it happened to the sheet itself. */
  readonly happening: string | undefined;
  /** What the sheet’s own news is: new, a version, an adaptation. */
  readonly sort: string;
}

/** Says what happened, and where to read it. */
export function newsWords(item: News, locale: Locale): NewsWords {
  const { type, slug } = item.card;
  const anchor = item.kind === "report" ? `#bilan-${item.report}` : item.kind === "stage" ? "#adoptions" : "";
  return {
    address: localizedPath(type, slug, locale) + anchor,
    happening: happeningOf(item, locale),
    sort: sortOf(item, locale),
  };
}

function happeningOf(item: News, locale: Locale): string | undefined {
  if (item.kind !== "stage" && item.kind !== "report") return undefined;
  const t = translatorOf(locale);
  const { centre } = item;
  const where = centre ? [centre.name, centre.city].filter(Boolean).join(", ") : t("spread.someCentre");
  return item.kind === "report" ? t("home.news.report", { where }) : t(`home.news.stage.${item.stage}`, { where });
}

function sortOf(item: News, locale: Locale): string {
  const t = translatorOf(locale);
  if (item.kind === "version") return t("home.news.version", { version: item.version });
  return item.kind === "adaptation" ? t("home.news.adaptation") : t(`home.news.new.${item.card.type}`);
}
