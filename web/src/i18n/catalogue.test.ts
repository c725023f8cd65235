import { locales } from "@essaim/content";
import { expect, test } from "vitest";
import { type Catalogue, catalogues, type MessageKey } from "./catalogue.ts";
import { translatorOf } from "./translator.ts";

const keys = Object.keys(catalogues.fr) as MessageKey[];
const forms = (catalogue: Catalogue, key: MessageKey) => {
  const message = catalogue[key];
  return typeof message === "string" ? [message] : [message.one, message.other];
};
const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

test("a message asks for the same values in every language and in every form", () => {
  for (const key of keys) {
    const wanted = placeholders(forms(catalogues.fr, key)[0] ?? "");
    for (const locale of locales)
      for (const form of forms(catalogues[locale], key)) expect(placeholders(form), `${locale} ${key}`).toEqual(wanted);
  }
});

test("every message is said in every language", () => {
  for (const locale of locales)
    for (const key of keys)
      for (const form of forms(catalogues[locale], key)) expect(form.trim(), `${locale} ${key}`).not.toBe("");
});

test("no line of French can begin with a punctuation mark", () => {
  const t = translatorOf("fr");
  expect(t("search.label")).toBe("Que cherchez-vous\u202f?");
  expect(t("search.for", { query: "tablette" })).toBe("pour «\u00a0tablette\u00a0»");
});

test("a count chooses its form and is written as the language writes numbers", () => {
  expect(translatorOf("fr")("list.count", { count: 0 })).toBe("0 résultat");
  expect(translatorOf("fr")("list.count", { count: 2500 })).toBe("2\u202f500 résultats");
  expect(translatorOf("en")("list.count", { count: 0 })).toBe("0 results");
  expect(translatorOf("en")("list.count", { count: 1 })).toBe("1 result");
});

test("a value that looks like a placeholder stays as it is", () => {
  expect(translatorOf("en")("search.for", { query: "{count}" })).toBe("for “{count}”");
});
