import type { FieldText, Group } from "../form.ts";

/** The texts that solutions, guides and kits share. */
export const resourceTexts = {
  title: {
    label: "Titre",
    help: "Ce que l’on fait, en quelques mots que tout le monde comprend.",
    placeholder: "Ex. : Centres sociaux connectés",
  },
  slug: {
    label: "Adresse de la page",
    help: "Fin de l’adresse sur le site. Le bouton la recalcule d’après le titre ; la changer casse les liens déjà partagés.",
  },
  summary: {
    label: "En bref",
    help: "Deux ou trois phrases : pour qui, pour quoi faire, avec quel résultat. C’est ce qu’on lit dans les listes et la recherche.",
  },
  easyRead: {
    label: "Version facile à lire",
    help: "Le même contenu en phrases courtes. « FALC » n’est affiché que si des personnes concernées l’ont validée.",
  },
  cover: {
    label: "Photo de couverture",
    help: "Sans photo, le site dessine une couverture d’après les faits de la fiche.",
  },
  gallery: { label: "Autres photos", help: "Dans l’ordre où elles sont montrées." },
  themes: { label: "Thèmes", help: "De quoi il s’agit : deux ou trois suffisent." },
  audiences: { label: "Publics", help: "Pour qui c’est fait." },
  tools: { label: "Outils", help: "Logiciels, services et machines utilisés." },
  centres: { label: "Centres", help: "Qui l’a fait. Le premier est celui qui porte le projet." },
  contributors: "Personnes qui ont contribué",
  contact: {
    label: "Personne à contacter",
    help: "On lui écrit par un formulaire, et seulement si elle l’a accepté : son adresse n’est jamais montrée.",
  },
  attachments: { label: "Fichiers à télécharger", help: "Affiches, supports, modèles, conventions…" },
  links: { label: "Liens utiles", help: "Pages d’autres sites." },
  licence: {
    label: "Licence",
    help: "Identifiant SPDX de la licence sous laquelle d’autres peuvent reprendre la fiche.",
    placeholder: "Ex. : CC-BY-SA-4.0",
  },
  source: { label: "Source", help: "Le document ou la page d’où viennent les faits." },
  maturity: { label: "Maturité", help: "Idée, prototype, testée par un centre, répliquée par un autre." },
  verifiedOn: { label: "Vérifiée le", help: "Dernière relecture par quelqu’un qui connaît le projet." },
  reviewDue: { label: "À relire le", help: "Quand les informations risquent de ne plus être justes." },
  isExample: { label: "Exemple fictif", help: "La page porte alors la mention « exemple fictif »." },
  derivedFrom: {
    label: "Adaptée de",
    help: "La fiche dont celle-ci est une adaptation, et sa version à ce moment-là.",
  },
  related: { label: "À voir aussi", help: "Ce qui aide à faire la même chose." },
  preparationDays: { label: "Jours de préparation", help: "De la décision au démarrage." },
  cost: { label: "Coût en euros", help: "Pour un centre qui recommence : de… à…" },
  groupSize: { label: "Taille du groupe", help: "Nombre de personnes : de… à…" },
  changeNote: {
    label: "Ce qui change",
    help: "Une ou deux phrases pour qui a déjà lu la fiche. Elles paraissent dans son historique à la prochaine publication, puis ce champ se vide.",
    placeholder: "Ex. : le coût est à jour, et l’étape 3 raconte ce qui n’a pas marché",
  },
} as const satisfies Record<string, FieldText>;

/** What opens every resource. */
export const identityGroup = {
  title: "Identité",
  rows: [["title"], ["slug", "maturity"], ["summary"], ["cover"]],
} as const satisfies Group;

/** What it takes, at a glance. */
export const effortGroup = {
  title: "En un coup d’œil",
  rows: [["preparationDays"], ["cost"], ["groupSize"]],
} as const satisfies Group;

/** What closes every resource. */
export const closingGroups = [
  { title: "Pour qui, avec quoi", rows: [["themes", "audiences"], ["tools"]] },
  { title: "Qui l’a fait", rows: [["centres", "contributors"], ["contact"]] },
  { title: "Photos, fichiers et liens", rows: [["gallery"], ["attachments"], ["links"], ["related"]] },
  { title: "Version facile à lire", rows: [["easyRead"]] },
  {
    title: "Origine et droits",
    rows: [["source"], ["derivedFrom"], ["licence", "isExample"], ["verifiedOn", "reviewDue"]],
  },
  { title: "Avant de publier", rows: [["changeNote"]] },
] as const satisfies readonly Group[];
