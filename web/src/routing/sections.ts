import { type Locale, memberPlaces } from "@essaim/content";

/** The first word of an address after the language, for each part of the site. */
export const sections = {
  solutions: { fr: "solutions", en: "solutions", nl: "oplossingen" },
  guides: { fr: "guides", en: "guides", nl: "gidsen" },
  kits: { fr: "kits", en: "kits", nl: "kits" },
  centres: { fr: "centres", en: "centres", nl: "centra" },
  network: { fr: "reseau", en: "network", nl: "netwerk" },
  search: { fr: "recherche", en: "search", nl: "zoeken" },
  themes: { fr: "themes", en: "themes", nl: "themas" },
  tools: { fr: "outils", en: "tools", nl: "hulpmiddelen" },
  about: { fr: "a-propos", en: "about", nl: "over" },
  legal: { fr: "mentions-legales", en: "legal", nl: "juridisch" },
  privacy: { fr: "confidentialite", en: "privacy", nl: "privacy" },
  ...memberPlaces,
  accessibility: { fr: "accessibilite", en: "accessibility", nl: "toegankelijkheid" },
} as const satisfies Record<string, Record<Locale, string>>;

/** What may follow the address of a document: further pages about it. */
export const parts = {
  history: { fr: "historique", en: "history", nl: "geschiedenis" },
  parent: { fr: "origine", en: "origin", nl: "oorsprong" },
} as const satisfies Record<string, Record<Locale, string>>;

/** A further page about a document. */
export type Part = keyof typeof parts;

/** A part of the site that has an address of its own. */
export type Section = keyof typeof sections;

/** The section under which documents of a type have their pages. */
export const sectionOfType = {
  solution: "solutions",
  guide: "guides",
  kit: "kits",
  centre: "centres",
  tool: "tools",
  theme: "themes",
} as const satisfies Record<string, Section>;

/** A content type whose documents have pages. */
export type PagedType = keyof typeof sectionOfType;

/** Names of the content types whose documents have pages. */
export const pagedTypes = [
  "solution",
  "guide",
  "kit",
  "centre",
  "tool",
  "theme",
] as const satisfies readonly PagedType[];

/** Pages of the portal itself: sections whose text is a `page` of the CMS with the section’s name as its uid. */
export const standingPages = ["about", "legal", "privacy", "accessibility"] as const satisfies readonly Section[];

/** A page of the portal itself. */
export type StandingPage = (typeof standingPages)[number];
