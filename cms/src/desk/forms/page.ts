import type { Page } from "./fields.ts";

/** A page of the portal itself. */
export const pageForm: Page = {
  texts: {
    title: "Titre",
    slug: {
      label: "Adresse de la page",
      help: "Fin de l’adresse sur le site. La changer casse les liens déjà partagés.",
    },
    summary: { label: "En bref", help: "Une phrase, montrée par les moteurs de recherche." },
    body: "Texte",
  },
  groups: [{ title: "La page", rows: [["title"], ["slug"], ["summary"], ["body"]] }],
  columns: ["title", "slug", "updatedAt"],
  title: "title",
  sort: ["title", "ASC"],
};
