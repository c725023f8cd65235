import { defaultLocale, type Locale, localeSchema } from "@essaim/content";

/** The language of the portal that a reader's `Accept-Language` puts first; French when none does. */
export function preferredLocale(header: string | null): Locale {
  const wishes = (header ?? "").split(",").map((part) => {
    const [range = "", weight = ""] = part
      .trim()
      .toLowerCase()
      .split(/\s*;\s*q\s*=\s*/);
    return {
      locale: localeSchema.safeParse(range.split("-")[0]).data,
      weight: weight === "" ? 1 : Number(weight) || 0,
    };
  });
  const offered = wishes.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight);
  return offered.find(({ locale }) => locale !== undefined)?.locale ?? defaultLocale;
}
