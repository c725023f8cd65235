import type { Kit } from "./fields.ts";
import { closingGroups, effortGroup, identityGroup, resourceTexts } from "./resource.ts";

/** A workshop ready to run. */
export const kitForm: Kit = {
  texts: {
    ...resourceTexts,
    title: { ...resourceTexts.title, placeholder: "Ex. : Repair café numérique" },
    purpose: { label: "À quoi sert l’atelier", help: "Ce que les gens savent ou ont fait en repartant." },
    difficulty: { label: "Niveau d’animation", help: "Pour une personne qui l’anime pour la première fois." },
    startTime: {
      label: "Heure de début",
      help: "Heure et minutes ; on peut la changer sur la page.",
      placeholder: "Ex. : 14:00",
    },
    agenda: {
      label: "Déroulé",
      help: "Moment par moment. La durée totale et la liste du matériel sont calculées d’après lui.",
    },
    before: { label: "À faire avant", help: "La préparation, dans l’ordre." },
    after: { label: "À faire après", help: "Rangement, nouvelles aux participants, bilan." },
    printables: { label: "À imprimer", help: "Les fichiers dont on a besoin le jour même." },
  },
  groups: [
    identityGroup,
    { title: "L’atelier", rows: [["purpose"], ["difficulty", "startTime"]] },
    effortGroup,
    { title: "Le déroulé", rows: [["agenda"]] },
    { title: "Avant, après", rows: [["before"], ["after"], ["printables"]] },
    ...closingGroups,
  ],
  columns: ["title", "centres", "difficulty", "updatedAt"],
  title: "title",
  sort: ["updatedAt", "DESC"],
};
