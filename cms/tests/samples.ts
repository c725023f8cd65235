import type { EntriesRequest } from "@essaim/content";

type Entry = EntriesRequest["entries"][number];

/** An entry of a package, French and published unless told. */
export const entry = (type: string, uid: string, data: Record<string, unknown>, more: Partial<Entry> = {}): Entry => ({
  type,
  uid,
  locale: "fr",
  sourceLocale: "fr",
  status: "published",
  data,
  files: {},
  ...more,
});

/** What a sheet, a guide and a kit can refer to, themselves first. */
export const network: Entry[] = [
  entry("theme", "numerique", { labels: { fr: "Numérique", en: "Digital" } }),
  entry("theme", "accueil", { labels: { fr: "Accueil" } }),
  entry("audience", "familles", { labels: { fr: "Familles" } }),
  entry("tool", "tableur", { labels: { fr: "Tableur" }, website: "https://example.org/tableur" }),
  entry("centre", "escale", { name: "L’Escale", kind: "centre-social", city: "Douai", coordinates: [3.08, 50.37] }),
  entry("centre", "phare", { name: "Le Phare", kind: "centre-social" }),
  entry("person", "nadia", { name: "Nadia Exemple", role: { fr: "Coordinatrice" }, centre: "escale", isExample: true }),
];

/** A sheet's data with texts, facts, components and references of every kind. */
export const sheet = {
  title: "Des ateliers pour tous",
  summary: "Une méthode commune.",
  startingSituation: "Les demandes **montent**.\n\n- une\n- deux",
  objectives: ["écouter", "construire"],
  startDate: "2017-02-01",
  steps: [
    { title: "Lancement", when: "2017-02" },
    { title: "Ateliers", when: "2017-03/2017-06", body: "Un par centre." },
  ],
  results: [{ label: "ateliers", value: 70, moreThan: true }],
  themes: ["numerique", "accueil"],
  audiences: ["familles"],
  tools: ["tableur"],
  centres: ["escale", "phare"],
  contact: "nadia",
  licence: "CC-BY-SA-4.0",
  maturity: "tested",
  cost: { min: 0, max: 500 },
};

/** The same sheet in English: texts only. */
export const sheetInEnglish = { title: "Workshops for all", summary: "A common method.", slug: "workshops-for-all" };
