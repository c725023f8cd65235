import type { Locale } from "@essaim/content";
import { translatorOf } from "../../i18n/translator.ts";

const told = [
  "no-derivatives",
  "unknown-licence",
  "incompatible-licences",
  "not-published",
  "unknown-version",
  "no-centre",
  "not-yours",
  "not-related",
  "other-language",
  "shared",
  "too-long",
] as const;

/** Why something can’t be adapted or written, by the CMS’s word for it. */
export function tellRefusal(code: string, locale: Locale): string {
  const known = told.find((one) => one === code);
  return translatorOf(locale)(`adapt.refused.${known ?? "other"}`);
}
