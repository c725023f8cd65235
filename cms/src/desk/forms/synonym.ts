import type { Synonym } from "./fields.ts";

/** Words that mean the same to people who search. */
export const synonymForm: Synonym = {
  texts: {
    words: {
      label: "Mots de même sens",
      help: "Deux mots ou expressions au moins, de trois mots au plus chacun : EPN, puis espace public numérique. Les pluriels et les accents se trouvent d’eux-mêmes.",
      placeholder: "Ex. : goûter",
    },
    language: { label: "Langue des mots", help: "Ils ne valent que pour les recherches faites dans cette langue." },
    direction: {
      label: "Qui trouve quoi",
      help: "Si le premier trouve aussi les suivants, chercher « CLAS » trouve « accompagnement scolaire », mais pas l’inverse.",
    },
    note: { label: "Pourquoi", help: "Pour vos collègues : qui emploie ces mots, quelle recherche n’aboutissait pas." },
  },
  groups: [{ title: "Le groupe de mots", rows: [["words"], ["language", "direction"], ["note"]] }],
  columns: ["words", "language", "direction", "updatedAt"],
  title: "uid",
  sort: ["updatedAt", "DESC"],
};
