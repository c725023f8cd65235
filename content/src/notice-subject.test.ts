import fc from "fast-check";
import { expect, test } from "vitest";
import { locales } from "./locales.ts";
import { longestSubject, noticeSubject } from "./notice-subject.ts";
import { type NoticeData, noticeKinds } from "./notices.ts";

const about = "solution/cafe" as const;
const preparing = (title: string, centre = "L’Escale") =>
  ({ kind: "adopted", data: { about, title, centre, stage: "preparing" } }) as const;

test("one notice is the sentence that it says, in the reader's language", () => {
  const told = preparing("Le café des démarches");
  expect(noticeSubject([told], "fr")).toBe("L’Escale prépare «\u00a0Le café des démarches\u00a0»");
  expect(noticeSubject([told], "en")).toBe("L’Escale is preparing “Le café des démarches”");
  expect(noticeSubject([told], "nl")).toBe("L’Escale bereidt “Le café des démarches” voor");
});

test("what an author says, and what an adaptation is called, stays in the message", () => {
  const data: NoticeData = { about, title: "Le café", centre: "L’Escale", note: "Budget revu." };
  expect(noticeSubject([{ kind: "changed", data }], "fr")).toBe("«\u00a0Le café\u00a0» a une nouvelle version");
  const other = { key: "solution/autre" as const, title: "Un autre café" };
  expect(noticeSubject([{ kind: "adapted", data: { ...data, other } }], "fr")).toBe(
    "L’Escale a publié une adaptation de «\u00a0Le café\u00a0»",
  );
});

test("a long title is cut at a word, within its marks", () => {
  const title = "Des Centres Sociaux Connectés, avec les habitants, les familles, les voisins et tous les autres";
  expect(noticeSubject([preparing(title)], "fr")).toBe(
    "L’Escale prépare «\u00a0Des Centres Sociaux Connectés, avec les habitants, les familles, les…\u00a0»",
  );
});

test("several are counted, and name the sheets that they are about, once each and as far as there is room", () => {
  const [cafe, atelier] = [preparing("Le café des démarches"), preparing("L’atelier")];
  expect(noticeSubject([cafe, atelier, cafe], "fr")).toBe(
    "3 nouvelles de vos fiches\u00a0: «\u00a0Le café des démarches\u00a0», «\u00a0L’atelier\u00a0»",
  );
  expect(noticeSubject([cafe, cafe], "en")).toBe("2 pieces of news about your sheets: “Le café des démarches”");
  const many = Array.from({ length: 9 }, (_, number) => preparing(`Une fiche numéro ${number}`));
  expect(noticeSubject([cafe, ...many], "nl")).toBe(
    "10 nieuwtjes over uw fiches: “Le café des démarches”, “Une fiche numéro 0”, …",
  );
});

test("whatever sheets and centres are called, a subject stays short, closes what it opens, and names a sheet", () => {
  const name = fc.string({ unit: "grapheme", minLength: 1, maxLength: 300 });
  const told = fc.record({
    kind: fc.constantFrom(...noticeKinds),
    data: fc.record({ about: fc.constant(about), title: name, centre: name, on: fc.constant("2026-12-01") }),
  });
  fc.assert(
    fc.property(fc.tuple(told, fc.array(told)), fc.constantFrom(...locales), ([first, others], locale) => {
      const subject = noticeSubject([first, ...others], locale);
      const signs = [...new Intl.Segmenter("fr").segment(subject)].length;
      expect(signs).toBeLessThanOrEqual(longestSubject + 10);
      expect(subject).toMatch(locale === "fr" ? /«\u00a0.*\u00a0»/su : /“.*”/su);
    }),
  );
});
