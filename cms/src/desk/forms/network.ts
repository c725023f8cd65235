import type { Centre, Person, Term, Tool } from "./fields.ts";

const example = { label: "Exemple fictif", help: "La page porte alors la mention « exemple fictif »." };
const privateEmail = (what: string) => ({ label: "Adresse électronique", help: `${what} Elle n’est jamais publiée.` });

/** A centre, or the body that gathers centres. */
export const centreForm: Centre = {
  texts: {
    name: { label: "Nom", placeholder: "Ex. : Centre social Les Tilleuls" },
    kind: "Nature",
    city: "Ville",
    postcode: "Code postal",
    territory: { label: "Territoire", placeholder: "Ex. : Flandre intérieure" },
    coordinates: { label: "Position sur la carte", help: "En degrés, comme les donnent les cartes en ligne." },
    size: "Taille",
    audiences: { label: "Publics", help: "Ceux que le centre accueille surtout." },
    website: { label: "Site", placeholder: "https://…" },
    description: { label: "Présentation", help: "Quelques phrases ; le français suffit pour commencer." },
    joinedOn: "Dans le réseau depuis le",
    isExample: example,
    email: privateEmail("Pour écrire au centre."),
  },
  groups: [
    {
      title: "Le centre",
      rows: [
        ["name", "kind"],
        ["description"],
        ["size", "joinedOn"],
        ["audiences"],
        ["website", "email"],
        ["isExample"],
      ],
    },
    { title: "Où il est", rows: [["postcode", "city", "territory"], ["coordinates"]] },
  ],
  columns: ["name", "kind", "city", "updatedAt"],
  title: "name",
  sort: ["name", "ASC"],
};

/** Someone of the network. */
export const personForm: Person = {
  texts: {
    name: "Prénom et nom",
    role: { label: "Fonction", help: "Telle que la personne la dit ; le français suffit." },
    centre: "Centre",
    skills: { label: "Sait faire", help: "Ce sur quoi on peut l’interroger." },
    tools: "Outils qu’elle connaît",
    offers: { label: "Propose", help: "Ce qu’elle offre aux autres : une visite, un coup de main, un prêt." },
    languages: "Langues parlées",
    listed: { label: "Montrée dans le réseau", help: "À cocher seulement si la personne l’a accepté." },
    contactOptIn: {
      label: "Accepte qu’on lui écrive",
      help: "Par un formulaire du site, qui ne montre pas son adresse. À cocher seulement si elle l’a accepté.",
    },
    isExample: example,
    email: privateEmail("Les messages du formulaire y arrivent."),
  },
  groups: [
    { title: "La personne", rows: [["name", "centre"], ["role"], ["skills", "offers"], ["tools", "languages"]] },
    { title: "Ce qu’elle a accepté", rows: [["listed", "contactOptIn", "isExample"], ["email"]] },
  ],
  columns: ["name", "centre", "listed", "updatedAt"],
  title: "name",
  sort: ["name", "ASC"],
};

const term = (what: string): Term => ({
  texts: {
    labels: { label: "Nom", help: `${what} Sans traduction, le nom français est montré.` },
    description: "Description",
    order: { label: "Rang", help: "Les plus petits nombres sont montrés en premier." },
  },
  groups: [{ title: "Le terme", rows: [["labels"], ["description"], ["order"]] }],
  columns: ["uid", "labels", "order", "updatedAt"],
  title: "uid",
  sort: ["order", "ASC"],
});

/** What a sheet is about. */
export const themeForm = term("De quoi parle une fiche.");
/** Whom a sheet is for. */
export const audienceForm = term("À qui une fiche s’adresse.");

/** A program, a service or a machine. */
export const toolForm: Tool = {
  texts: {
    labels: { label: "Nom", help: "Sans traduction, le nom français est montré." },
    description: { label: "Description", help: "Ce que l’outil permet de faire." },
    website: { label: "Site officiel", placeholder: "https://…" },
    licence: {
      label: "Licence",
      help: "Identifiant SPDX, si l’outil est libre.",
      placeholder: "Ex. : AGPL-3.0-or-later",
    },
    priceModel: "Prix",
  },
  groups: [{ title: "L’outil", rows: [["labels"], ["description"], ["website"], ["licence", "priceModel"]] }],
  columns: ["uid", "labels", "priceModel", "updatedAt"],
  title: "uid",
  sort: ["uid", "ASC"],
};
