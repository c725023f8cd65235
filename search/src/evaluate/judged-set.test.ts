import { readFileSync } from "node:fs";
import { contentType, isTypeName, keyOf, type Locale, localeSchema } from "@essaim/content";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { isSearchable } from "../document/search-document.ts";
import { type JudgedQuery, judgedParts, judgedQuerySchema, readJudgedQueries, seedQueries } from "./judged-query.ts";

const queries = readJudgedQueries(seedQueries);

const seedLine = z.object({ type: z.string(), uid: z.string(), locale: localeSchema });
/** Languages of each document of the seed; `null` stands for a document that is the same in all. */
const seedLocales = readFileSync(new URL("../../../seed/package/content.jsonl", import.meta.url), "utf8")
  .trimEnd()
  .split("\n")
  .map((line) => seedLine.parse(JSON.parse(line)))
  .reduce((known, { type, uid, locale }) => {
    const localised = isTypeName(type) && contentType(type).localized;
    return known.set(keyOf(type, uid), [...(known.get(keyOf(type, uid)) ?? []), localised ? locale : null]);
  }, new Map<string, (Locale | null)[]>());

const isWrittenIn = (key: string, locale: Locale) =>
  seedLocales.get(key)?.some((known) => known === null || known === locale) ?? false;

const bestResources = ({ relevant }: JudgedQuery) => {
  const best = Math.max(...Object.values(relevant));
  return Object.entries(relevant).flatMap(([key, grade]) =>
    grade === best && isSearchable(key.split("/")[0] ?? "") ? [key] : [],
  );
};

const countOf = (keep: (query: JudgedQuery) => boolean) => queries.filter(keep).length;
const repeated = (values: string[]) => values.filter((value, index) => values.indexOf(value) !== index);

describe("the queries judged on the seed", () => {
  it("have an id each, and none is asked twice", () => {
    expect(repeated(queries.map(({ id }) => id))).toEqual([]);
    expect(repeated(queries.map(({ locale, query }) => `${locale} ${query.toLowerCase()}`))).toEqual([]);
  });

  it("are answered by documents of the seed only", () => {
    const unknown = queries.flatMap(({ id, relevant }) =>
      Object.keys(relevant).flatMap((key) => (seedLocales.has(key) ? [] : [`${id}: ${key}`])),
    );
    expect(unknown).toEqual([]);
  });

  it("keep all phrasings of a need in one part, so that nothing tuned on is reported", () => {
    const parts = Map.groupBy(queries, ({ need }) => need);
    const torn = [...parts].filter(([, asked]) => new Set(asked.map(({ part }) => part)).size > 1);
    expect(torn.map(([need]) => need)).toEqual([]);
  });

  it.each(judgedParts)("are about half in the part « %s », in needs as in phrasings", (part) => {
    const needs = new Set(queries.map(({ need }) => need));
    const ours = new Set(queries.flatMap((query) => (query.part === part ? [query.need] : [])));
    for (const share of [ours.size / needs.size, countOf((query) => query.part === part) / queries.length]) {
      expect(share).toBeGreaterThan(0.45);
      expect(share).toBeLessThan(0.55);
    }
  });

  it.each([
    ["fr", undefined, 120],
    ["fr", "question", 50],
    ["fr", "keywords", 25],
    ["fr", "typo", 15],
    ["fr", "no-accents", 12],
    ["fr", "prefix", 10],
    ["fr", "acronym", 8],
    ["fr", "apostrophe", 8],
    ["en", undefined, 35],
    ["nl", undefined, 25],
  ] as const)("in %s of kind %s are at least %i, in both parts", (locale, kind, least) => {
    const fits = (query: JudgedQuery) => query.locale === locale && (kind === undefined || query.kind === kind);
    expect(countOf(fits)).toBeGreaterThanOrEqual(least);
    for (const part of judgedParts) expect(countOf((query) => fits(query) && query.part === part)).toBeGreaterThan(2);
  });

  it("are written as their kind says", () => {
    const accented = queries.filter(
      ({ kind, query }) => kind === "no-accents" && /\p{M}/u.test(query.normalize("NFD")),
    );
    const typographic = queries.filter(({ kind, query }) => query.includes("’") !== (kind === "apostrophe"));
    expect([...accented, ...typographic].map(({ id }) => id)).toEqual([]);
  });

  it("say in which language the answer is when it is in another", () => {
    const wrong = queries.filter((query) => {
      const best = bestResources(query);
      if (best.length === 0 || best.some((key) => isWrittenIn(key, query.locale)))
        return query.answerLocale !== undefined;
      const { answerLocale } = query;
      return answerLocale === undefined || !best.some((key) => isWrittenIn(key, answerLocale));
    });
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it("look for places, people and tools too", () => {
    const others = ["centre", "person", "tool"].map((type) =>
      countOf(({ relevant }) =>
        Object.entries(relevant).some(([key, grade]) => key.startsWith(`${type}/`) && grade === 3),
      ),
    );
    expect(Math.min(...others)).toBeGreaterThanOrEqual(8);
  });
});

describe("a line of a judged set", () => {
  const line = {
    id: "bench-fr-1",
    need: "bench",
    locale: "fr",
    kind: "question",
    query: "où s'asseoir ?",
    relevant: { "solution/carte-du-quartier": 3 },
    part: "tune",
  };

  it("is refused without a good answer, with a grade of its own or under an unknown name", () => {
    expect(judgedQuerySchema.safeParse(line).success).toBe(true);
    const wrong = [
      { ...line, relevant: { "solution/carte-du-quartier": 1 } },
      { ...line, relevant: { "solution/carte-du-quartier": 4 } },
      { ...line, relevant: { "carte du quartier": 3 } },
      { ...line, kind: "riddle" },
      { ...line, note: "" },
    ];
    expect(wrong.map((other) => judgedQuerySchema.safeParse(other).success)).toEqual(wrong.map(() => false));
  });
});
