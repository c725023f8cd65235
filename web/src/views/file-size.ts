import type { Locale, Media } from "@essaim/content";
import { translatorOf } from "../i18n/translator.ts";

const kilobyte = 1000;
const megabyte = 1_000_000;

/** Kind and weight of a file in words. @example describeFile(pdf, "fr") // "PDF, 180 ko" */
export function describeFile({ ext, size }: Pick<Media, "ext" | "size">, locale: Locale): string {
  const t = translatorOf(locale);
  const weight =
    size < megabyte
      ? t("media.size.kb", { count: Math.max(1, Math.round(size / kilobyte)) })
      : t("media.size.mb", { count: Math.round(size / (megabyte / 10)) / 10 });
  return `${ext.toUpperCase()}, ${weight}`;
}
