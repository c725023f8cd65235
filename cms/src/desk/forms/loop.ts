import type { Adoption, Need, Plan, Report } from "./fields.ts";

const visibility = {
  label: "Qui peut le voir",
  help: "« Tout le monde » le publie sur le site ; sinon rien n’en sort.",
};
const example = { label: "Exemple fictif", help: "La page porte alors la mention « exemple fictif »." };
const language = { label: "Langue du texte", help: "Celle dans laquelle il est écrit." };

/** A centre takes up a resource. */
export const adoptionForm: Adoption = {
  texts: {
    centre: "Centre",
    resource: { label: "Ce qui est repris", help: "Une solution, un guide ou un kit : un seul des trois." },
    version: { label: "Version reprise", help: "Le numéro de version au moment de commencer." },
    stage: "Étape",
    history: { label: "Étapes passées", help: "Chaque changement, avec sa date." },
    stoppedBecause: { label: "Pourquoi on a arrêté", help: "Utile aux autres : dites-le simplement." },
    adaptation: { label: "Notre adaptation", help: "La fiche que le centre en a tirée." },
    visibility,
    isExample: example,
    privateNote: { label: "Note privée", help: "Elle n’est jamais publiée." },
  },
  groups: [
    { title: "Qui reprend quoi", rows: [["centre", "version"], ["resource"], ["adaptation"]] },
    {
      title: "Où on en est",
      rows: [["stage", "visibility", "isExample"], ["history"], ["stoppedBecause"], ["privateNote"]],
    },
  ],
  columns: ["uid", "centre", "stage", "updatedAt"],
  title: "uid",
  sort: ["updatedAt", "DESC"],
};

/** A centre's own plan for an adoption. */
export const planForm: Plan = {
  texts: {
    adoption: "Reprise",
    version: { label: "Version de la fiche", help: "Celle d’où vient le plan, ou la dernière reprise." },
    language: "Langue du plan",
    startDate: "Début",
    steps: "Étapes",
    materials: "Matériel",
    gathered: { label: "Matériel réuni", help: "Les lignes déjà cochées." },
    budget: "Budget en euros",
    spent: "Dépensé en euros",
    notes: "Notes",
    left: { label: "Changements laissés", help: "Ceux de la fiche dont le centre n’a pas voulu." },
  },
  groups: [
    {
      title: "Le plan",
      rows: [["adoption", "startDate"], ["steps"], ["materials", "gathered"], ["budget", "spent"], ["notes"]],
    },
    { title: "La fiche d’origine", rows: [["version", "language"], ["left"]] },
  ],
  columns: ["uid", "adoption", "startDate", "updatedAt"],
  title: "uid",
  sort: ["updatedAt", "DESC"],
};

/** What happened when a centre took up a resource. */
export const reportForm: Report = {
  texts: {
    adoption: "Reprise",
    on: "Date",
    language,
    context: { label: "Contexte", help: "Le centre, le public, la saison." },
    audienceReached: "Personnes touchées",
    preparationDays: { label: "Jours de préparation", help: "Ceux qu’il a vraiment fallu." },
    cost: { label: "Coût en euros", help: "Ce que cela a vraiment coûté." },
    changed: { label: "Ce qu’on a changé", help: "Par rapport à la fiche." },
    failed: { label: "Ce qui n’a pas marché", help: "C’est ce qui aide le plus les suivants." },
    advice: "Conseils",
    wouldRepeat: "On recommencerait ?",
    visibility,
    isExample: example,
  },
  groups: [
    { title: "De quoi il s’agit", rows: [["adoption", "on", "language"], ["context"]] },
    { title: "Ce que cela a demandé", rows: [["preparationDays", "cost", "audienceReached"]] },
    { title: "Ce qu’on en retient", rows: [["changed"], ["failed"], ["advice"], ["wouldRepeat"]] },
    { title: "Publication", rows: [["visibility", "isExample"]] },
  ],
  columns: ["uid", "adoption", "on", "updatedAt"],
  title: "uid",
  sort: ["updatedAt", "DESC"],
};

/** A question that a centre asks the network. */
export const needForm: Need = {
  texts: {
    title: { label: "Question", placeholder: "Ex. : Qui a déjà prêté des tablettes ?" },
    body: { label: "Précisions", help: "Ce que vous avez essayé, ce qui vous manque." },
    language,
    centre: "Centre",
    askedBy: "Posée par",
    on: "Posée le",
    themes: "Thèmes",
    state: "État",
    answers: { label: "Réponses", help: "De la plus ancienne à la plus récente." },
    visibility,
    isExample: example,
  },
  groups: [
    { title: "La question", rows: [["title"], ["body"], ["centre", "askedBy"], ["on", "language"], ["themes"]] },
    { title: "Les réponses", rows: [["state"], ["answers"]] },
    { title: "Publication", rows: [["visibility", "isExample"]] },
  ],
  columns: ["title", "centre", "state", "updatedAt"],
  title: "title",
  sort: ["updatedAt", "DESC"],
};
