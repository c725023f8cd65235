import { describe, expect, it } from "vitest";
import { paragraph } from "../testing/documents.ts";
import { project } from "./project.ts";

const identity = { documentId: "abc", uid: "escale" };
const labels = (fr: string, en?: string) => ({ fr, ...(en !== undefined && { en }) });

const sheet = {
  type: "solution",
  documentId: "s1",
  uid: "connectes",
  locale: "en",
  sourceLocale: "fr",
  slug: "connected",
  version: 3,
  publishedAt: "2026-01-01T00:00:00.000Z",
  updatedAt: "2026-02-01T00:00:00.000Z",
  etag: "e3",
  mentions: ["solution/connectes", "theme/numerique", "centre/escale"],
  locales: [],
  data: {
    title: "Connected centres",
    slug: "connected",
    summary: "A summary.",
    startingSituation: paragraph("Staff felt overtaken."),
    objectives: ["Find ideas", "Share them"],
    steps: [{ title: "Workshops", when: "2017-03/2017-06", body: paragraph("One per centre.") }],
    results: [{ label: "Tools made", value: 19 }],
    links: [{ title: "Report", url: "https://example.org/report" }],
    themes: [{ ...identity, uid: "numerique", labels: labels("Inclusion numérique", "Digital inclusion") }],
    tools: [{ ...identity, uid: "pad", labels: labels("Bloc-notes partagé") }],
    centres: [{ ...identity, name: "L’Escale", kind: "centre-social", city: "Douai", territory: "Douaisis" }],
    contributors: [{ ...identity, uid: "ana", name: "Ana Blom" }],
    related: [{ ...identity, type: "kit", locale: "en", slug: "k", title: "Another kit", summary: "Its own words." }],
    licence: "CC-BY-4.0",
    maturity: "tested",
    preparationDays: 30,
    cost: { min: 0, max: 500 },
    isExample: true,
  },
};

const sheetRef = { type: "solution", documentId: "s1", locale: "en" } as const;

function projected(ref: Parameters<typeof project>[0], raw: unknown) {
  const projection = project(ref, raw);
  if (!projection.ok) throw new Error(projection.refusal.message);
  return projection.documents;
}

describe("A search document", () => {
  const [document] = projected(sheetRef, sheet);

  it("keeps identity, facets and numbers", () => {
    expect(document).toMatchObject({
      id: "solution_s1",
      type: "solution",
      uid: "connectes",
      slug: "connected",
      locale: "en",
      theme: ["numerique"],
      tool: ["pad"],
      centre: ["escale"],
      by: "L’Escale, Douai",
      isAdaptation: false,
      territory: ["Douaisis"],
      maturity: "tested",
      licence: "CC-BY-4.0",
      preparation: ["30", "90"],
      cost: ["500", "2000"],
      groupSize: [],
      adoptions: 0,
      isExample: true,
      version: 3,
      updatedAt: Date.UTC(2026, 1, 1),
      publishedAt: Date.UTC(2026, 0, 1),
    });
  });

  it("says how many took it up and where, whatever their order, and mentions their centres", () => {
    const adopters = [
      { centre: "phare", territory: "Dunkerquois" },
      { centre: "remise", territory: "Béthunois" },
      { centre: "voisins", territory: "Dunkerquois" },
      { centre: "sans-lieu", territory: null },
      { centre: null, territory: null },
    ];
    const taken = (list: typeof adopters) => {
      const projection = project(sheetRef, sheet, new Map([["solution/connectes", list]]));
      return projection.ok ? projection.documents[0] : undefined;
    };
    expect(taken(adopters)).toMatchObject({
      adoptions: 5,
      adoptedIn: ["Béthunois", "Dunkerquois"],
      territory: ["Douaisis"],
    });
    expect(taken(adopters)?.mentions).toEqual([
      ...sheet.mentions,
      ...["centre/phare", "centre/remise", "centre/sans-lieu", "centre/voisins"],
    ]);
    expect(taken(adopters.toReversed())?.fingerprint).toBe(taken(adopters)?.fingerprint);
    expect(taken(adopters.slice(1))?.fingerprint).not.toBe(taken(adopters)?.fingerprint);
    expect(document).toMatchObject({ adoptions: 0, adoptedIn: [], mentions: sheet.mentions });
  });

  it("weighs titles inside apart from prose, and leaves out addresses, dates and numbers", () => {
    expect(document?.headings.split("\n")).toEqual(["Workshops", "Tools made"]);
    expect(document?.text.split("\n")).toEqual([
      "Staff felt overtaken.",
      "Find ideas",
      "Share them",
      "One per centre.",
      "Report",
    ]);
  });

  it("names themes, tools, centres and people in the reader’s language, in French where there is none", () => {
    expect(document?.names.split("\n")).toEqual([
      "Digital inclusion",
      "Bloc-notes partagé",
      "L’Escale",
      "Douai",
      "Douaisis",
      "Ana Blom",
    ]);
  });

  it("is the same for the same document, and a JSON value", () => {
    expect(projected(sheetRef, sheet)[0]).toEqual(document);
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
  });

  it("stands once in each language for a centre, with the words of that language", () => {
    const { data: _, ...envelope } = sheet;
    const centre = {
      ...envelope,
      type: "centre",
      locale: null,
      data: { name: "L’Escale", kind: "centre-social", city: "Douai", description: { fr: "Un lieu.", en: "A place." } },
    };
    const documents = projected({ type: "centre", documentId: "s1", locale: null }, centre);
    expect(documents.map(({ locale, title, summary }) => [locale, title, summary])).toEqual([
      ["fr", "L’Escale", "Un lieu."],
      ["en", "L’Escale", "A place."],
      ["nl", "L’Escale", "Un lieu."],
    ]);
  });
});

describe("A document that breaks the contract is refused with its field:", () => {
  it.each([
    ["a wrong field inside", { ...sheet, data: { ...sheet.data, steps: [{}] } }, "data.steps.0.title"],
    ["no summary", { ...sheet, data: { ...sheet.data, summary: undefined } }, "data.summary"],
    ["an id that the index can’t hold", { ...sheet, documentId: "a b" }, "documentId"],
    ["another document", { ...sheet, documentId: "other" }, "documentId"],
    ["another language", { ...sheet, locale: "fr" }, "locale"],
    ["another type", { ...sheet, type: "kit" }, "type"],
    ["no document at all", "text", ""],
  ])("%s", (_, raw, field) => {
    expect(project(sheetRef, raw)).toMatchObject({ ok: false, refusal: { ...sheetRef, field } });
  });
});
