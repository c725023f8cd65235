import { ownForm } from "./own-form.ts";

/** What editors say of a search, as its schema has it. */
export const missedSearchAnswers = ["to-do", "done", "ignored"] as const;

/** Searches that found nothing: only what became of them can be changed. */
export const missedSearchForm = ownForm({
  uid: "api::missed-search.missed-search",
  texts: {
    words: {
      label: "Mots cherchés",
      help: "Comptés par semaine, sans rien de la personne. Une recherche n’apparaît qu’à partir de la deuxième fois.",
    },
    language: "Langue de la recherche",
    times: { label: "Nombre de fois", help: "En douze mois\u00a0; ce qui est plus ancien s’efface." },
    firstWeek: { label: "Première semaine", help: "Le lundi de cette semaine." },
    lastWeek: { label: "Dernière semaine", help: "Le lundi de cette semaine." },
    answer: {
      label: "Réponse",
      help: "Une fiche à écrire, ou un synonyme à ajouter, et la recherche est traitée. Supprimez-la si elle nomme quelqu’un.",
    },
  },
  editable: ["answer"],
  groups: [
    {
      rows: [
        ["words", "language"],
        ["times", "answer"],
        ["firstWeek", "lastWeek"],
      ],
    },
  ],
  columns: ["words", "language", "times", "lastWeek", "answer"],
  title: "words",
  sort: ["times", "DESC"],
});
