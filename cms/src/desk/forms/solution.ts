import type { Solution } from "./fields.ts";
import { closingGroups, effortGroup, identityGroup, resourceTexts } from "./resource.ts";

/** The sheet of a solution, in the order in which it is read: who we are, the story, the results, how to do it again, the facts. */
export const solutionForm: Solution = {
  texts: {
    ...resourceTexts,
    startingSituation: { label: "Situation de départ", help: "Ce qui n’allait pas, pour qui, et depuis quand." },
    objectives: "Objectifs",
    startDate: "Début",
    endDate: { label: "Fin", help: "Vide si le projet continue." },
    place: { label: "Lieu", placeholder: "Ex. : Département du Nord" },
    funding: { label: "Financements", help: "Qui a payé quoi." },
    steps: { label: "Étapes", help: "Ce qui a été fait, dans l’ordre." },
    team: { label: "Équipe", help: "Les rôles, et combien de personnes les tenaient." },
    means: { label: "Moyens", help: "Ce que le projet d’origine a utilisé." },
    results: { label: "Résultats", help: "Un chiffre ou une phrase par résultat, ce qui n’a pas marché compris." },
    changes: { label: "Ce qui a changé", help: "Pour les habitants, le centre, le territoire et les partenaires." },
    residentRoles: { label: "Place des habitants", help: "Ce que les habitants ont fait eux-mêmes." },
    centreRoles: { label: "Place du centre", help: "Ce que le centre a fait." },
    difficulties: { label: "Difficultés", help: "La plus dure en premier, et comment on s’en est sorti." },
    nextSteps: "Et maintenant ?",
    replication: { label: "Refaire ailleurs", help: "Ce qu’il faut à un autre centre pour recommencer." },
  },
  groups: [
    identityGroup,
    effortGroup,
    {
      title: "L’histoire",
      rows: [
        ["startingSituation"],
        ["objectives"],
        ["startDate", "endDate", "place"],
        ["steps"],
        ["team"],
        ["residentRoles", "centreRoles"],
        ["means"],
        ["funding"],
      ],
    },
    { title: "Les résultats", rows: [["results"], ["changes"], ["difficulties"], ["nextSteps"]] },
    { title: "Refaire ailleurs", rows: [["replication"]] },
    ...closingGroups,
  ],
  columns: ["title", "centres", "maturity", "updatedAt"],
  title: "title",
  sort: ["updatedAt", "DESC"],
};
