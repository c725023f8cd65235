import type { Labels, Locale } from "@essaim/content";

/** A label in a language, in French where that language has none. */
export const labelIn = (labels: Labels, locale: Locale): string => labels[locale] ?? labels.fr;
