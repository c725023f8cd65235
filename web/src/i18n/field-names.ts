import { type Locale, locales } from "@essaim/content";
import { typeset } from "./typography.ts";

/** Names of fields as histories say them, in French, English and Dutch; the same field has the same name wherever it stands. */
const names = {
  title: ["Titre", "Title", "Titel"],
  slug: ["Adresse de la page", "Address of the page", "Adres van de pagina"],
  summary: ["En bref", "In short", "In het kort"],
  startingSituation: ["Situation de départ", "Starting situation", "Beginsituatie"],
  objectives: ["Objectifs", "Objectives", "Doelen"],
  startDate: ["Début", "Start", "Begin"],
  endDate: ["Fin", "End", "Einde"],
  place: ["Où", "Where", "Waar"],
  funding: ["Financement", "Funding", "Financiering"],
  steps: ["Étapes", "Steps", "Stappen"],
  when: ["Quand", "When", "Wanneer"],
  duration: ["Durée", "Duration", "Duur"],
  body: ["Texte", "Text", "Tekst"],
  image: ["Photo", "Picture", "Foto"],
  file: ["Fichier", "File", "Bestand"],
  alt: ["Description de l’image", "Description of the picture", "Beschrijving van de afbeelding"],
  decorative: ["Image décorative", "Decorative picture", "Decoratieve afbeelding"],
  caption: ["Légende", "Caption", "Bijschrift"],
  credit: ["Crédit", "Credit", "Bronvermelding"],
  consent: ["Accord des personnes photographiées", "Agreement of the people shown", "Akkoord van de gefotografeerden"],
  team: ["Équipe et rôles", "Team and roles", "Team en rollen"],
  role: ["Rôle", "Role", "Rol"],
  count: ["Nombre de personnes", "Number of people", "Aantal personen"],
  mission: ["Mission", "Task", "Opdracht"],
  means: ["Moyens", "Means", "Middelen"],
  budget: ["Budget en euros", "Budget in euros", "Budget in euro"],
  min: ["Au moins", "At least", "Minstens"],
  max: ["Au plus", "At most", "Hoogstens"],
  equipment: ["Matériel", "Equipment", "Materiaal"],
  rooms: ["Lieux", "Places", "Plaatsen"],
  notes: ["Notes", "Notes", "Notities"],
  isExample: ["Exemple fictif", "Made-up example", "Verzonnen voorbeeld"],
  results: ["Résultats", "Results", "Resultaten"],
  label: ["Résultat", "Result", "Resultaat"],
  value: ["Valeur", "Value", "Waarde"],
  unit: ["Unité", "Unit", "Eenheid"],
  moreThan: ["Plus que ce chiffre", "More than this figure", "Meer dan dit cijfer"],
  changes: ["Ce qui a changé", "What changed", "Wat er veranderde"],
  residents: ["Pour les habitants", "For residents", "Voor bewoners"],
  centre: ["Pour le centre", "For the centre", "Voor het centrum"],
  territory: ["Pour le territoire", "For the area", "Voor de streek"],
  partners: ["Pour les partenaires", "For partners", "Voor partners"],
  residentRoles: ["Place des habitants", "What residents did", "Rol van bewoners"],
  centreRoles: ["Place du centre", "What the centre did", "Rol van het centrum"],
  difficulties: ["Difficultés", "Difficulties", "Moeilijkheden"],
  whatHappened: ["Ce qui s’est passé", "What happened", "Wat er gebeurde"],
  howOvercome: ["Comment on s’en est sorti", "How it was overcome", "Hoe het werd opgelost"],
  nextSteps: ["La suite", "What comes next", "Het vervolg"],
  replication: ["Reprendre chez vous", "Take it up at your centre", "Overnemen bij u"],
  prerequisites: ["Avant de commencer", "Before you start", "Voor u begint"],
  mustKeep: ["À ne pas changer", "Not to be changed", "Niet te veranderen"],
  mayAdapt: ["À adapter librement", "Free to adapt", "Vrij aan te passen"],
  skills: ["Savoir-faire utiles", "Useful skills", "Nuttige vaardigheden"],
  minimumTeam: ["Équipe minimale", "Smallest team", "Kleinste team"],
  pitfalls: ["Pièges", "Pitfalls", "Valkuilen"],
  plan: ["Plan, semaine par semaine", "Plan, week by week", "Plan, week per week"],
  weekOffset: ["Semaine", "Week", "Week"],
  durationWeeks: ["Durée en semaines", "Duration in weeks", "Duur in weken"],
  checklist: ["À faire", "To do", "Te doen"],
  easyRead: ["Version facile à lire", "Easy-to-read version", "Makkelijk leesbare versie"],
  status: ["État", "State", "Staat"],
  validatedBy: ["Validée par", "Validated by", "Goedgekeurd door"],
  validatedOn: ["Validée le", "Validated on", "Goedgekeurd op"],
  cover: ["Photo de couverture", "Cover picture", "Omslagfoto"],
  gallery: ["Galerie", "Gallery", "Galerij"],
  themes: ["Thèmes", "Themes", "Thema’s"],
  audiences: ["Publics", "Audiences", "Doelgroepen"],
  tools: ["Outils", "Tools", "Hulpmiddelen"],
  centres: ["Centres", "Centres", "Centra"],
  contributors: ["Personnes qui ont contribué", "Contributors", "Medewerkers"],
  contact: ["Personne à contacter", "Contact person", "Contactpersoon"],
  attachments: ["Fichiers à télécharger", "Files to download", "Bestanden om te downloaden"],
  kind: ["Genre", "Kind", "Soort"],
  version: ["Version", "Version", "Versie"],
  licence: ["Licence", "Licence", "Licentie"],
  links: ["Liens utiles", "Useful links", "Nuttige links"],
  url: ["Adresse", "Address", "Adres"],
  source: ["Source", "Source", "Bron"],
  maturity: ["Maturité", "Maturity", "Rijpheid"],
  verifiedOn: ["Vérifiée le", "Checked on", "Nagekeken op"],
  reviewDue: ["À relire le", "To review on", "Te herlezen op"],
  derivedFrom: ["Adaptée de", "Adapted from", "Aangepast van"],
  document: ["Fiche", "Sheet", "Fiche"],
  related: ["À lire aussi", "Read also", "Lees ook"],
  preparationDays: ["Jours de préparation", "Days of preparation", "Dagen voorbereiding"],
  cost: ["Coût en euros", "Cost in euros", "Kosten in euro"],
  groupSize: ["Taille du groupe", "Group size", "Groepsgrootte"],
  whenToUse: ["Quand s’en servir", "When to use it", "Wanneer te gebruiken"],
  principles: ["Principes", "Principles", "Principes"],
  phases: ["Phases", "Phases", "Fasen"],
  goal: ["But", "Goal", "Doel"],
  activities: ["Ce que l’on fait", "What you do", "Wat u doet"],
  deliverables: ["Ce qui en sort", "What comes out of it", "Wat eruit komt"],
  kits: ["Kits d’atelier", "Workshop kits", "Workshopkits"],
  sources: ["Sources", "Sources", "Bronnen"],
  purpose: ["À quoi il sert", "What it is for", "Waarvoor het dient"],
  difficulty: ["Difficulté", "Difficulty", "Moeilijkheid"],
  startTime: ["Heure de début", "Start time", "Beginuur"],
  agenda: ["Déroulé", "Running order", "Verloop"],
  day: ["Jour", "Day", "Dag"],
  startsAt: ["Commence à", "Starts at", "Begint om"],
  minutes: ["Durée en minutes", "Duration in minutes", "Duur in minuten"],
  shortestMinutes: ["Durée la plus courte, en minutes", "Shortest duration, in minutes", "Kortste duur, in minuten"],
  optional: ["Facultatif", "Optional", "Facultatief"],
  groupOf: ["Personnes par petit groupe", "People per small group", "Personen per groepje"],
  facilitator: ["Consignes d’animation", "For the facilitator", "Voor de begeleider"],
  participants: ["Consignes aux participants", "For participants", "Voor deelnemers"],
  roles: ["Rôles", "Roles", "Rollen"],
  materials: ["Matériel", "Materials", "Materiaal"],
  name: ["Nom", "Name", "Naam"],
  quantity: ["Quantité", "Quantity", "Hoeveelheid"],
  per: ["Compté", "Counted", "Geteld"],
  reusable: ["Sert plusieurs fois", "Used several times", "Meermaals gebruikt"],
  before: ["Avant", "Before", "Vooraf"],
  after: ["Après", "After", "Achteraf"],
  printables: ["À imprimer", "To print", "Om af te drukken"],
} as const satisfies Record<string, readonly [fr: string, en: string, nl: string]>;

/** One entry of a list, with its article. */
const entries = {
  steps: ["une étape", "a step", "een stap"],
  team: ["un rôle", "a role", "een rol"],
  results: ["un résultat", "a result", "een resultaat"],
  difficulties: ["une difficulté", "a difficulty", "een moeilijkheid"],
  plan: ["une étape du plan", "a step of the plan", "een stap van het plan"],
  gallery: ["une photo", "a picture", "een foto"],
  attachments: ["un fichier", "a file", "een bestand"],
  links: ["un lien", "a link", "een link"],
  principles: ["un principe", "a principle", "een principe"],
  phases: ["une phase", "a phase", "een fase"],
  sources: ["une source", "a source", "een bron"],
  agenda: ["un moment", "a moment", "een moment"],
  materials: ["un matériel", "a material", "een materiaal"],
  before: ["une tâche avant", "a task before", "een taak vooraf"],
  after: ["une tâche après", "a task after", "een taak achteraf"],
  printables: ["un document à imprimer", "a document to print", "een document om af te drukken"],
} as const satisfies Record<string, readonly [fr: string, en: string, nl: string]>;

/** Names of the values of lists to choose from, by field and value. */
const values = {
  "status.simplified": ["simplifiée", "simplified", "vereenvoudigd"],
  "status.validated": ["validée", "validated", "goedgekeurd"],
  "kind.handout": ["document à distribuer", "handout", "hand-out"],
  "kind.slides": ["diaporama", "slides", "dia’s"],
  "kind.poster": ["affiche", "poster", "affiche"],
  "kind.template": ["modèle", "template", "sjabloon"],
  "kind.agreement": ["convention", "agreement", "overeenkomst"],
  "kind.source": ["source", "source", "bron"],
  "kind.other": ["autre", "other", "ander"],
  "kind.welcome": ["accueil", "welcome", "onthaal"],
  "kind.plenary": ["tous ensemble", "all together", "allen samen"],
  "kind.groups": ["petits groupes", "small groups", "groepjes"],
  "kind.individual": ["chacun pour soi", "each alone", "ieder apart"],
  "kind.making": ["fabriquer", "making", "maken"],
  "kind.break": ["pause", "break", "pauze"],
  "kind.decision": ["décider", "deciding", "beslissen"],
  "maturity.idea": ["idée", "idea", "idee"],
  "maturity.prototype": ["prototype", "prototype", "prototype"],
  "maturity.tested": ["testée", "tested", "getest"],
  "maturity.replicated": ["répliquée", "replicated", "herhaald"],
  "difficulty.easy": ["facile", "easy", "gemakkelijk"],
  "difficulty.medium": ["moyenne", "medium", "gemiddeld"],
  "difficulty.hard": ["élevée", "hard", "hoog"],
  "per.person": ["par personne", "per person", "per persoon"],
  "per.group": ["par petit groupe", "per small group", "per groepje"],
  "per.fixed": ["en tout", "in all", "in totaal"],
} as const satisfies Record<string, readonly [fr: string, en: string, nl: string]>;

const inLocale = (table: Readonly<Record<string, readonly string[]>>, name: string, locale: Locale) => {
  const said = Object.hasOwn(table, name) ? table[name]?.[locales.indexOf(locale)] : undefined;
  return said === undefined ? undefined : typeset(said, locale);
};

/** What a field is called; its own name where a later contract has one that has no words yet. */
export const fieldName = (field: string, locale: Locale): string => inLocale(names, field, locale) ?? field;

/** What one entry of a list is called, with its article; undefined where the list has no word for it. @example entryName("steps", "fr") // "une étape" */
export const entryName = (list: string, locale: Locale): string | undefined => inLocale(entries, list, locale);

/** Which entry of a list it is, as a heading says it; `place` counts from 1. @example placedEntry("steps", 2, "fr") // "Étape 2" */
export function placedEntry(list: string, place: number, locale: Locale): string {
  const name = entryName(list, locale)?.replace(/^\S+ /, "") ?? fieldName(list, locale);
  return `${name.charAt(0).toLocaleUpperCase(locale)}${name.slice(1)}\u00a0${place}`;
}

/** A field’s name as it stands later in a sentence or a title; abbreviations stay as they are. @example laterName("summary", "fr") // "en bref" */
export function laterName(field: string, locale: Locale): string {
  const name = fieldName(field, locale);
  return /^\p{Lu}\P{Lu}/u.test(name) ? name.charAt(0).toLocaleLowerCase(locale) + name.slice(1) : name;
}

/** Names of fields one after the other. @example listNames(["title", "summary"], "fr") // "Titre et en bref" */
export const listNames = (fields: readonly string[], locale: Locale): string =>
  new Intl.ListFormat(locale).format(
    fields.map((field, index) => (index === 0 ? fieldName(field, locale) : laterName(field, locale))),
  );

/** What a value of a list to choose from is called. */
export const valueName = (field: string, value: string, locale: Locale): string =>
  inLocale(values, `${field}.${value}`, locale) ?? value;

/** Whether a field, or a value of it, has words in every language. */
export const isNamed = (field: string, value?: string): boolean =>
  Object.hasOwn(value === undefined ? names : values, value === undefined ? field : `${field}.${value}`);
