import type { PublishedDocument } from "@essaim/content";
import { expect, test } from "vitest";
import { documentPlaces } from "./page-head.ts";

const document = (locale: "fr" | "en", sourceLocale: "fr" | "en") =>
  ({
    locale,
    sourceLocale,
    slug: locale === "fr" ? "un-jardin" : "a-garden",
    locales: [
      { locale: "en", slug: "a-garden" },
      { locale: "fr", slug: "un-jardin" },
    ],
  }) as PublishedDocument<"solution">;

test("a language that has no text of its own is sent to the name of the text that it borrows", () => {
  const switchesOf = (places: ReturnType<typeof documentPlaces>) => places.switches.map(({ path }) => path);
  const fromFrench = ["/fr/solutions/un-jardin/", "/en/solutions/a-garden/", "/nl/oplossingen/un-jardin/"];
  expect(switchesOf(documentPlaces("solution", document("fr", "fr"), "fr"))).toEqual(fromFrench);
  expect(switchesOf(documentPlaces("solution", document("en", "fr"), "en"))).toEqual(fromFrench);
  expect(switchesOf(documentPlaces("solution", document("fr", "en"), "fr")).at(-1)).toBe("/nl/oplossingen/a-garden/");
});

test("the source language comes first: it is shown to readers of any other language", () => {
  expect(documentPlaces("solution", document("en", "fr"), "en").alternates[0]?.locale).toBe("fr");
  expect(documentPlaces("solution", document("en", "en"), "en").alternates[0]?.locale).toBe("en");
});
