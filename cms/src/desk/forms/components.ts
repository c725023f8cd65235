import type { ComponentForm } from "../form.ts";

const example = { label: "Exemple fictif", help: "La page porte alors la mention « exemple fictif »." };
const licence = {
  label: "Licence",
  help: "Identifiant SPDX, si elle n’est pas celle de la fiche.",
  placeholder: "Ex. : CC-BY-4.0",
};

/** The components of every sheet. */
const shared: Record<string, ComponentForm> = {
  "shared.attachment": {
    texts: {
      file: {
        label: "Fichier",
        help: "Un PDF ou un document de bureautique garde le nom de son auteur et ses commentaires : retirez-les avant de l’envoyer.",
      },
      title: { label: "Titre", placeholder: "Ex. : Affiche A3" },
      kind: "Sorte",
      version: { label: "Version", help: "Telle que ses auteurs la comptent.", placeholder: "Ex. : 1.2" },
      licence,
    },
    rows: [
      ["file", "title"],
      ["kind", "version", "licence"],
    ],
    title: "title",
  },
  "shared.coordinates": {
    texts: {
      latitude: { label: "Latitude", placeholder: "Ex. : 50.63" },
      longitude: { label: "Longitude", placeholder: "Ex. : 3.06" },
    },
    rows: [["latitude", "longitude"]],
  },
  "shared.easy-read": {
    texts: {
      body: { label: "Texte", help: "Une idée par phrase, des mots de tous les jours." },
      status: { label: "État", help: "« Validée » : relue et validée par des personnes concernées." },
      validatedBy: { label: "Validée par", help: "Le groupe, sans noms de personnes." },
      validatedOn: "Validée le",
    },
    rows: [["body"], ["status", "validatedBy", "validatedOn"]],
  },
  "shared.image": {
    texts: {
      file: "Photo",
      alt: {
        label: "Ce que montre la photo",
        help: "Lu à voix haute à qui ne la voit pas. Obligatoire, sauf si la photo est décorative.",
        placeholder: "Ex. : Quatre personnes autour d’une table, une carte mère au milieu",
      },
      decorative: { label: "Décorative", help: "Elle n’apprend rien de plus que le texte." },
      caption: "Légende",
      credit: { label: "Crédit", placeholder: "Ex. : Photo : Centre social Les Tilleuls" },
      consent: {
        label: "Accord des personnes",
        help: "Où sont rangés les accords signés des personnes reconnaissables. Jamais publié.",
      },
    },
    rows: [["file", "decorative"], ["alt"], ["caption", "credit"], ["consent"]],
    title: "alt",
  },
  "shared.labels": {
    texts: { fr: "En français", en: "En anglais", nl: "En néerlandais" },
    rows: [["fr", "en", "nl"]],
    title: "fr",
  },
  "shared.link": {
    texts: { title: "Titre", url: { label: "Adresse", placeholder: "https://…" } },
    rows: [["title", "url"]],
    title: "title",
  },
  "shared.principle": {
    texts: { title: "Titre", body: "Texte" },
    rows: [["title"], ["body"]],
    title: "title",
  },
  "shared.range": {
    texts: {
      min: { label: "De", help: "Vide si on ne sait pas." },
      max: { label: "À", help: "Vide si on ne sait pas." },
    },
    rows: [["min", "max"]],
  },
  "shared.task": {
    texts: { title: "À faire", when: { label: "Quand", placeholder: "Ex. : La veille" } },
    rows: [["title", "when"]],
    title: "title",
  },
  "shared.translations": {
    texts: { fr: "En français", en: "En anglais", nl: "En néerlandais" },
    rows: [["fr"], ["en"], ["nl"]],
    title: "fr",
  },
};

/** What a solution and a guide tell. */
const story: Record<string, ComponentForm> = {
  "guide.phase": {
    texts: {
      title: "Titre",
      goal: { label: "But", help: "Ce qui est vrai quand la phase est finie." },
      duration: { label: "Durée", placeholder: "Ex. : 2 à 3 semaines" },
      body: "Texte",
      activities: "Ce qu’on fait",
      deliverables: "Ce qu’on produit",
      kits: { label: "Kits utiles", help: "Ateliers tout prêts pour cette phase." },
    },
    rows: [["title", "duration"], ["goal"], ["body"], ["activities", "deliverables"], ["kits"]],
    title: "title",
  },
  "solution.changes": {
    texts: {
      residents: "Pour les habitants",
      centre: "Pour le centre",
      territory: "Pour le territoire",
      partners: "Pour les partenaires",
    },
    rows: [["residents"], ["centre"], ["territory"], ["partners"]],
  },
  "solution.difficulty": {
    texts: {
      title: "Difficulté",
      whatHappened: "Ce qui s’est passé",
      howOvercome: "Comment on s’en est sorti",
      isExample: { label: "Exemple fictif", help: "Les explications sont inventées pour la démonstration." },
    },
    rows: [["title", "isExample"], ["whatHappened"], ["howOvercome"]],
    title: "title",
  },
  "solution.means": {
    texts: {
      budget: { label: "Budget en euros", help: "Ce que le projet d’origine a coûté." },
      equipment: "Matériel",
      rooms: "Lieux",
      notes: "Remarques",
      isExample: example,
    },
    rows: [["budget"], ["equipment", "rooms"], ["notes"], ["isExample"]],
  },
  "solution.plan-step": {
    texts: {
      title: "Étape",
      weekOffset: { label: "Semaine", help: "Comptée depuis le démarrage ; négative avant lui." },
      durationWeeks: { label: "Durée en semaines" },
      role: { label: "Qui s’en charge", placeholder: "Ex. : Médiatrice numérique" },
      checklist: { label: "À cocher", help: "Ce qu’il faut avoir fait." },
    },
    rows: [["title", "role"], ["weekOffset", "durationWeeks"], ["checklist"]],
    title: "title",
  },
  "solution.replication": {
    texts: {
      prerequisites: { label: "Il faut d’abord", help: "Sans quoi il vaut mieux ne pas commencer." },
      mustKeep: { label: "À garder", help: "Ce qui fait que cela marche." },
      mayAdapt: { label: "À adapter", help: "Ce que chacun change selon son centre." },
      skills: "Ce qu’il faut savoir faire",
      minimumTeam: { label: "Équipe minimale", help: "Les rôles sans lesquels cela ne tient pas." },
      pitfalls: { label: "Pièges", help: "Les erreurs qu’on n’a pas besoin de refaire." },
      plan: { label: "Plan semaine par semaine", help: "Un centre qui reprend la fiche part de ce plan." },
      isExample: { label: "Exemple fictif", help: "Tout ce bloc et les chiffres « En un coup d’œil » sont inventés." },
    },
    rows: [["prerequisites", "skills"], ["mustKeep", "mayAdapt"], ["minimumTeam", "pitfalls"], ["plan"], ["isExample"]],
  },
  "solution.result": {
    texts: {
      label: { label: "Résultat", placeholder: "Ex. : Habitants formés" },
      value: { label: "Chiffre", help: "Vide si le résultat est une phrase." },
      unit: { label: "Unité", placeholder: "Ex. : personnes" },
      moreThan: { label: "Au moins", help: "Le chiffre est un minimum : « plus de 200 »." },
      body: "Explication",
    },
    rows: [["label"], ["value", "unit", "moreThan"], ["body"]],
    title: "label",
  },
  "solution.role": {
    texts: {
      role: { label: "Rôle", placeholder: "Ex. : Médiatrice numérique" },
      count: "Nombre de personnes",
      mission: "Ce qu’elles font",
    },
    rows: [["role", "count"], ["mission"]],
    title: "role",
  },
  "solution.step": {
    texts: {
      title: "Étape",
      when: {
        label: "Quand",
        help: "Une année, un mois, un jour, ou deux dates séparées par une barre oblique.",
        placeholder: "Ex. : 2021-03 ou 2021-03/2022-06",
      },
      duration: { label: "Durée", placeholder: "Ex. : 3 mois" },
      body: "Ce qui a été fait",
      image: "Photo",
    },
    rows: [["title"], ["when", "duration"], ["body"], ["image"]],
    title: "title",
  },
};

/** A workshop's running order. */
const workshop: Record<string, ComponentForm> = {
  "kit.agenda-item": {
    texts: {
      title: { label: "Moment", placeholder: "Ex. : Tour de table" },
      day: { label: "Jour", help: "1 pour le premier jour." },
      startsAt: {
        label: "Heure fixe",
        help: "Seulement si le moment doit commencer à cette heure-là.",
        placeholder: "Ex. : 14:30",
      },
      minutes: { label: "Minutes", help: "La durée habituelle." },
      shortestMinutes: { label: "Minutes au moins", help: "Si le temps manque." },
      optional: { label: "Peut sauter", help: "On peut s’en passer si le temps manque." },
      kind: { label: "Comment", help: "Tous ensemble, en petits groupes, chacun pour soi…" },
      groupOf: { label: "Groupes de", help: "Taille des petits groupes." },
      goal: { label: "But", help: "Ce qui doit être fait à la fin du moment." },
      facilitator: "Ce que fait l’animateur ou l’animatrice",
      participants: "Ce que font les participants",
      roles: { label: "Rôles", help: "Qui fait quoi pendant ce moment." },
      materials: { label: "Matériel", help: "Ce qu’il faut avoir sous la main." },
    },
    rows: [
      ["title", "kind"],
      ["day", "startsAt", "groupOf"],
      ["minutes", "shortestMinutes", "optional"],
      ["goal"],
      ["facilitator"],
      ["participants"],
      ["roles"],
      ["materials"],
    ],
    title: "title",
  },
  "kit.material": {
    texts: {
      name: { label: "Chose", placeholder: "Ex. : Feutres" },
      quantity: "Quantité",
      per: { label: "Pour", help: "La quantité est comptée par personne, par groupe ou en tout." },
      reusable: { label: "Sert plusieurs fois", help: "La même chose ressert à d’autres moments." },
    },
    rows: [["name"], ["quantity", "per", "reusable"]],
    title: "name",
  },
};

/** What centres do with a resource. */
const loop: Record<string, ComponentForm> = {
  "loop.answer": {
    texts: { person: "Réponse de", at: "Le", body: "Texte", resources: { label: "Fiches citées" } },
    rows: [["person", "at"], ["body"], ["resources"]],
    title: "at",
  },
  "loop.dated-step": {
    texts: {
      title: "Étape",
      on: "Du",
      until: "Au",
      role: "Rôle",
      responsible: "Qui s’en charge",
      checklist: "À cocher",
      done: "Déjà coché",
      note: "Note",
      doneOn: "Faite le",
      key: { label: "Repère", help: "Il suit l’étape dans les agendas. Ne le changez pas." },
    },
    rows: [["title", "doneOn"], ["on", "until"], ["role", "responsible"], ["checklist", "done"], ["note"], ["key"]],
    title: "title",
  },
  "loop.derivation": {
    texts: {
      document: { label: "Fiche d’origine", help: "Une seule des trois." },
      version: { label: "Sa version", help: "Le numéro de version au moment de l’adaptation." },
    },
    rows: [["document"], ["version"]],
  },
  "loop.stage-change": {
    texts: {
      stage: "Étape",
      on: "Date",
      note: "Note",
      by: { label: "Dit par", help: "Le centre seul le voit." },
      toldAt: { label: "Dit le", help: "Pendant un jour, le centre peut corriger cette étape." },
    },
    rows: [["stage", "on"], ["note"], ["by", "toldAt"]],
    title: "stage",
  },
};

/** A form for each component of the CMS, by its name. */
export const componentForms: Readonly<Record<string, ComponentForm>> = { ...shared, ...story, ...workshop, ...loop };
