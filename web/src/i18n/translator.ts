import type { Locale } from "@essaim/content";
import { type Catalogue, catalogues, type MessageKey } from "./catalogue.ts";
import type { fr } from "./fr.ts";
import { formatNumber } from "./numbers.ts";
import { typeset } from "./typography.ts";

type Placeholders<S> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Placeholders<Rest> : never;
type TextOf<M> = M extends { readonly other: infer Other } ? Other : M;

/** Names of the values that a message needs. */
export type ValuesOf<K extends MessageKey> = Placeholders<TextOf<(typeof fr)[K]>>;
type Values<K extends MessageKey> = [ValuesOf<K>] extends [never]
  ? []
  : [values: { readonly [N in ValuesOf<K>]: N extends "count" ? number : string | number }];

/** Says a message in one language; numbers are written as that language writes them. */
export type Translate = <K extends MessageKey>(key: K, ...values: Values<K>) => string;

const placeholder = /\{(\w+)\}/g;

function createTranslator(locale: Locale): Translate {
  const catalogue: Catalogue = typeset(catalogues[locale], locale);
  const plural = new Intl.PluralRules(locale);
  return (key, ...rest) => {
    const values: Readonly<Record<string, string | number>> = rest[0] ?? {};
    const message = catalogue[key];
    const text =
      typeof message === "string"
        ? message
        : message[plural.select(Number(values["count"])) === "one" ? "one" : "other"];
    return text.replace(placeholder, (_, name: string) => {
      const value = values[name] ?? "";
      return typeof value === "number" ? formatNumber(value, locale) : value;
    });
  };
}

const translators: Readonly<Record<Locale, Translate>> = {
  fr: createTranslator("fr"),
  en: createTranslator("en"),
  nl: createTranslator("nl"),
};

/** The translator of a language. @example translatorOf("fr")("list.count", { count: 2500 }) // "2 500 résultats" */
export const translatorOf = (locale: Locale): Translate => translators[locale];
