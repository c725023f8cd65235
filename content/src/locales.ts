import { z } from "zod";

/** The portal's languages, French first: it is the default and the one that help texts are written in. */
export const locales = ["fr", "en", "nl"] as const;

/** A language of the portal, as in addresses and `lang` attributes. */
export type Locale = (typeof locales)[number];

/** Language of readers and entries about whom nothing else is known. */
export const defaultLocale: Locale = "fr";

/** Parses a locale that comes from outside. */
export const localeSchema = z.enum(locales);

/** Each language's own name for itself, as shown in the language switch. */
export const localeNames = { fr: "Français", en: "English", nl: "Nederlands" } as const satisfies Record<
  Locale,
  string
>;
