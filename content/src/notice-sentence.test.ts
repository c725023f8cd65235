import { expect, test } from "vitest";
import { locales } from "./locales.ts";
import { noticeSentence } from "./notice-sentence.ts";
import { noticeKinds } from "./notices.ts";

const about = "solution/cafe" as const;

test("each notice is one sentence that names the sheet, in each language", () => {
  for (const locale of locales)
    for (const kind of noticeKinds) {
      const sentence = noticeSentence(kind, { about, title: "Café réparation", on: "2026-12-01" }, locale);
      expect(sentence).toMatch(/Café réparation/);
      expect(sentence).toMatch(/^[\p{Lu}«“].*\.$/u);
      expect(sentence).not.toContain("undefined");
    }
});

test("says who did what, and the author's own words", () => {
  const data = { about, title: "Café", centre: "L’Escale" };
  expect(noticeSentence("adopted", { ...data, stage: "preparing" }, "fr")).toBe("L’Escale prépare «\u00a0Café\u00a0».");
  expect(noticeSentence("changed", { ...data, note: "Budget revu" }, "nl")).toBe(
    "“Café” heeft een nieuwe versie: Budget revu",
  );
  expect(noticeSentence("review", { ...data, on: "2026-12-01" }, "fr")).toContain("1er\u00a0décembre 2026");
});
