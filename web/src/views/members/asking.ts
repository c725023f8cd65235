import { type Askable, type Key, type Locale, resourceTypes, splitKey } from "@essaim/content";
import { translatorOf } from "../../i18n/translator.ts";
import { localizedPath } from "../../routing/index.ts";

/** Whom a question goes to, and about what: who will read it is said before it is written. */
export function askedLine({ title, person, centre, through }: Askable, locale: Locale): string {
  const t = translatorOf(locale);
  const named = through === "person" ? [person, centre].filter(Boolean).join(", ") : centre;
  const who = named || t("question.federation");
  // A person or a centre is asked as such, not about themselves.
  const to = title === person || title === centre ? t("question.to", { who }) : t("question.about.who", { title, who });
  return through === "federation" && centre ? `${to} ${t("question.relayed")}` : to;
}

/** The page that a question was asked from, if it has one. */
export function askedPath(
  { of, slug }: { readonly of: Key; readonly slug: string | null },
  locale: Locale,
): string | undefined {
  const { type } = splitKey(of);
  const paged = [...resourceTypes, "centre" as const].find((one) => one === type);
  return paged && slug !== null ? localizedPath(paged, slug, locale) : undefined;
}
