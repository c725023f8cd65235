import { locales, partialDateSchema } from "@essaim/content";
import fc from "fast-check";
import { expect, test } from "vitest";
import { formatPartialDate } from "./partial-dates.ts";
import { readPartialDate } from "./read-partial-date.ts";

test.each([
  ["2025", "2025"],
  ["octobre 2025", "2025-10"],
  ["En octobre 2025", "2025-10"],
  ["Oct. 2025", "2025-10"],
  ["aout 2025", "2025-08"],
  ["10/2025", "2025-10"],
  ["3 mars 2025", "2025-03-03"],
  ["le 1er\u00a0mars 2025", "2025-03-01"],
  ["03/03/2025", "2025-03-03"],
  ["3.12.2025", "2025-12-03"],
  ["novembre 2023 à janvier 2024", "2023-11/2024-01"],
  ["De novembre 2023 à janvier 2024", "2023-11/2024-01"],
  ["mars à juin 2017", "2017-03/2017-06"],
  ["du 3 au 5 mars 2025", "2025-03-03/2025-03-05"],
  ["du 28 février au 5 mars 2025", "2025-02-28/2025-03-05"],
  ["entre mars et juin 2017", "2017-03/2017-06"],
  ["d’octobre 2024 jusqu’en mai 2025", "2024-10/2025-05"],
  ["2017 – 2019", "2017/2019"],
  ["2017-2019", "2017/2019"],
  ["11/2023 à 01/2024", "2023-11/2024-01"],
  ["depuis septembre 2024", "2024-09/.."],
  ["Dès 2024", "2024/.."],
  ["à partir du 3 mars 2025", "2025-03-03/.."],
  ["à partir d’octobre 2025", "2025-10/.."],
  ["March 3, 2025", "2025-03-03"],
  ["the 3rd of March 2025", "2025-03-03"],
  ["from November 2023 to January 2024", "2023-11/2024-01"],
  ["between March and June 2017", "2017-03/2017-06"],
  ["since Sept 2024", "2024-09/.."],
  ["from March 2025 on", "2025-03/.."],
  ["3 maart 2025", "2025-03-03"],
  ["van november 2023 tot en met januari 2024", "2023-11/2024-01"],
  ["mrt. t/m juni 2017", "2017-03/2017-06"],
  ["tussen maart en juni 2017", "2017-03/2017-06"],
  ["sinds september 2024", "2024-09/.."],
  ["2023-11/2024-01", "2023-11/2024-01"],
  [" 2024-09/.. ", "2024-09/.."],
  ["2023-11 à 2024-01", "2023-11/2024-01"],
])("« %s » is stored as %s", (text, value) => {
  expect(readPartialDate(text)).toBe(value);
});

test.each([
  "31 février 2025",
  "29 février 2025",
  "31/02/2025",
  "13/2025",
  "0/2025",
  "janvier 2024 à novembre 2023",
  "novembre à janvier 2024",
  "novembre 2023 à janvier",
  "3 à mars 2025",
  "octobre",
  "3 mars",
  "3 2025",
  "03/03/25",
  "octobre 25",
  "jusqu’à mars 2025",
  "début 2025",
  "marsupial 2025",
  "octobre 2025 ?",
  "hier",
  "",
  "à",
  "depuis",
])("« %s » is no date, or more than one", (text) => {
  expect(readPartialDate(text)).toBeUndefined();
});

const dayFrom = fc.date({ min: new Date("1000-01-01"), max: new Date("9999-12-31"), noInvalidDate: true });
const moment = fc.tuple(dayFrom, fc.constantFrom(4, 7, 10)).map(([day, length]) => day.toISOString().slice(0, length));
const partialDates = fc
  .oneof(
    moment,
    moment.map((start) => `${start}/..`),
    fc.tuple(moment, moment).map((both) => both.sort().join("/")),
  )
  .filter((value) => partialDateSchema.safeParse(value).success);

test.each(locales)("whatever is stored is read again from its words in %s", (locale) => {
  fc.assert(
    fc.property(partialDates, (value) => {
      expect(readPartialDate(formatPartialDate(value, locale))).toBe(value);
    }),
  );
});

test("any text is read, or refused", () => {
  const pieces = fc.constantFrom("mars", "3", "2025", " ", "à", "du", "-", "/", "et", "en", ".", "depuis", "\u0130");
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(pieces).map((all) => all.join(" ")),
      ),
      (text) => {
        const value = readPartialDate(text);
        expect(value === undefined || partialDateSchema.safeParse(value).success).toBe(true);
      },
    ),
  );
});
