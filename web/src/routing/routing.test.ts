import { locales } from "@essaim/content";
import { expect, test } from "vitest";
import {
  alternatesOf,
  homePath,
  localeOf,
  localizedPath,
  matchRoute,
  patternOf,
  preferredLocale,
  type Route,
  routes,
  sectionPath,
} from "./index.ts";

test("each language has its own words in addresses", () => {
  expect(homePath("fr")).toBe("/fr/");
  expect(sectionPath("search", "fr")).toBe("/fr/recherche/");
  expect(localizedPath("solution", "x", "nl")).toBe("/nl/oplossingen/x/");
  expect(localizedPath("centre", "escale-douai", "en")).toBe("/en/centres/escale-douai/");
});

test("every page is found under every address that it is given", () => {
  for (const [name, route] of Object.entries<Route>(routes)) {
    for (const locale of locales) {
      const path = `${patternOf(route, locale).replace("[slug]", "some-slug").replace("[pair]", "1-2")}/`;
      expect(matchRoute(path), path).toMatchObject({ name, locale });
    }
  }
});

test("no two pages share an address", () => {
  const patterns = Object.values<Route>(routes).flatMap((route) => locales.map((locale) => patternOf(route, locale)));
  expect(new Set(patterns).size).toBe(patterns.length);
});

test.each([
  "/",
  "/de/",
  "/nl/solutions/x/",
  "/fr/solutions/x/y/",
  "/nl/oplossingen/x/historique/",
  "/fr/solutions/x/historique/1-2/3/",
  "/fr/nothing/",
])("%s is no page", (path) => {
  expect(matchRoute(path)).toBeUndefined();
});

test("the language of an address is its first segment, else French", () => {
  expect(localeOf("/en/x/")).toBe("en");
  expect(localeOf("/de/x/")).toBe("fr");
  expect(localeOf("/")).toBe("fr");
});

test("a document has one address in each language in which it is published", () => {
  const published = [
    { locale: "fr", slug: "a" },
    { locale: "nl", slug: "b" },
  ] as const;
  expect(alternatesOf("guide", published)).toEqual([
    { locale: "fr", path: "/fr/guides/a/" },
    { locale: "nl", path: "/nl/gidsen/b/" },
  ]);
});

test.each([
  [null, "fr"],
  ["", "fr"],
  ["en-GB,en;q=0.9,fr;q=0.8", "en"],
  ["de,nl;q=0.5,fr;q=0.4", "nl"],
  ["en;q=0.3, nl-BE;q=0.7", "nl"],
  ["en;q=0", "fr"],
  ["nl ;q=1, fr;q=0.1", "nl"],
  ["nl ; q = 0.2, en\t;q=0.5", "en"],
  ["*", "fr"],
  [";q=;;,,\u0000", "fr"],
])("a reader who asks for %j gets %s", (header, locale) => {
  expect(preferredLocale(header)).toBe(locale);
});
