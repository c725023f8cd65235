import type { Locale } from "@essaim/content";
import { stemmer as dutch } from "@orama/stemmers/dutch";
import { stemmer as english } from "@orama/stemmers/english";
import { stemmer as french } from "@orama/stemmers/french";
import { foldAccents } from "./words.ts";

/** Snowball’s stemmers (snowballstem.org), one for each language. */
const stemmers = { fr: french, en: english, nl: dutch } as const satisfies Record<Locale, (word: string) => string>;

/**
 * Words that a stemmer takes for another one, with the stem of one that means the same: « ouderen » are old people, « ouders » are parents. A stem
 * that only looked otherwise would be taken for kin.
 */
const apart = {
  fr: {},
  en: {},
  nl: { oudere: "senior", ouderen: "senior" },
} as const satisfies Record<Locale, Readonly<Record<string, string>>>;

/** Words whose stems are remembered; past that the memory begins anew, for readers type what they like. */
const mostRemembered = 200_000;
const remembered = { fr: new Map<string, string>(), en: new Map<string, string>(), nl: new Map<string, string>() };

/** The stem of a word in lower case, without accents. @example stemOf("associations", "fr") // "associ" */
export function stemOf(word: string, locale: Locale): string {
  const memory = remembered[locale];
  const known = memory.get(word);
  if (known !== undefined) return known;
  const own: Readonly<Record<string, string>> = apart[locale];
  const stem = Object.hasOwn(own, word) ? (own[word] ?? word) : foldAccents(stemmers[locale](word));
  if (memory.size >= mostRemembered) memory.clear();
  memory.set(word, stem);
  return stem;
}
