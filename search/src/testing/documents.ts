import type { Blocks, Locale, Stored } from "@essaim/content";
import type { ShelfDocument } from "./published-shelf.ts";

/** A paragraph of rich text. */
export const paragraph = (text: string): Blocks => [{ type: "paragraph", children: [{ type: "text", text }] }];

/** A theme with a French label. */
export const theme = (uid: string, fr: string, en?: string): ShelfDocument => ({
  type: "theme",
  uid,
  locale: null,
  data: { labels: { fr, ...(en !== undefined && { en }) } },
});

/** A centre. */
export const centre = (uid: string, name: string, more: Stored = {}): ShelfDocument => ({
  type: "centre",
  uid,
  locale: null,
  data: { name, kind: "centre-social", ...more },
});

/** A solution sheet. */
export const solution = (uid: string, locale: Locale, data: Stored): ShelfDocument => ({
  type: "solution",
  uid,
  locale,
  data: { summary: "Résumé.", slug: uid, ...data },
});

/** A workshop kit. */
export const kit = (uid: string, locale: Locale, data: Stored): ShelfDocument => ({
  type: "kit",
  uid,
  locale,
  data: { summary: "Résumé.", slug: uid, ...data },
});

/** A centre's adoption of a resource. */
export const adoption = (uid: string, data: Stored): ShelfDocument => ({
  type: "adoption",
  uid,
  locale: null,
  data: { stage: "running", visibility: "all", ...data },
});

/** A small library: three sheets in French, one of them in English too. */
export const library: readonly ShelfDocument[] = [
  theme("numerique", "Inclusion numérique", "Digital inclusion"),
  theme("energie", "Transition énergétique"),
  centre("escale", "L’Escale", { city: "Douai", territory: "Douaisis" }),
  centre("federation", "Fédération du Nord", { city: "Lille" }),
  solution("connectes", "fr", {
    title: "Des centres sociaux connectés",
    summary: "Inventer ensemble des outils numériques avec les habitants.",
    startingSituation: paragraph("Les animateurs étaient dépassés par les questions sur l’ordinateur."),
    steps: [
      { title: "Ateliers collaboratifs", body: paragraph("Un atelier par centre pour faire émerger les idées.") },
    ],
    themes: ["numerique"],
    centres: ["federation", "escale"],
    maturity: "replicated",
    licence: "CC-BY-SA-4.0",
  }),
  solution("connectes", "en", {
    title: "Connected social centres",
    summary: "Residents and staff invent digital tools together.",
    themes: ["numerique"],
    centres: ["federation"],
    maturity: "replicated",
  }),
  solution("chauffage", "fr", {
    title: "Moins chauffer, mieux vivre",
    summary: "Réduire l’énergie du bâtiment avec un groupe d’habitants.",
    themes: ["energie"],
    centres: ["escale"],
    maturity: "tested",
  }),
  kit("hackathon", "fr", {
    title: "Hackathon de deux jours",
    summary: "Deux journées pour fabriquer un outil.",
    agenda: [{ title: "Accueil", minutes: 30, kind: "welcome", facilitator: paragraph("Servir le café.") }],
    themes: ["numerique"],
  }),
];
