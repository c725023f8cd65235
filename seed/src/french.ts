import { fileRefusals, isFileRefusal, type PackageProblem, type ProblemSentences, sentenceOf } from "@essaim/content";
import type { z } from "zod";
import { frenchSentence } from "./french-sentences.ts";
import type { Refusal } from "./refusal.ts";

const localeNames = { fr: "français", en: "anglais", nl: "néerlandais" } as const;

const sentences: ProblemSentences = {
  "line-too-long": ({ max }) => `la ligne dépasse ${frenchNumber(max)} caractères`,
  "not-json": ({ detail }) => `ce n’est pas du JSON valide${positionIn(detail)}`,
  "unknown-type": ({ type }) => `type inconnu : « ${type} »`,
  "unknown-field": () => "champ inconnu",
  invalid: ({ issue }) => frenchIssue(issue),
  duplicate: ({ name, firstLine }) => `${name} figure déjà à la ligne ${firstLine}`,
  "slug-taken": ({ slug, locale, firstLine }) =>
    `l’adresse « ${slug} » est déjà prise en ${localeNames[locale]} par la ligne ${firstLine}`,
  "misplaced-fact": ({ sourceLocale }) =>
    `donnée commune à toutes les langues : sa place est sur la ligne de la langue d’origine (${localeNames[sourceLocale]})`,
  "dangling-reference": ({ key }) => `renvoie à ${key}, qui n’est ni dans le paquet ni dans le portail`,
  "missing-file": ({ path }) => `le fichier ${path} n’est pas dans le paquet`,
};

/** A problem of the contract, as a refusal in French. */
export const frenchRefusal = (problem: PackageProblem, file: string): Refusal => ({
  file,
  line: problem.line,
  field: problem.field,
  sentence: sentenceOf(problem, sentences),
});

const answers: Readonly<Record<string, string>> = {
  "missing-file": "le fichier n’est pas arrivé dans le portail",
  "source-locale": "la langue d’origine de cette fiche est une autre dans le portail",
  "misplaced-fact": "donnée commune à toutes les langues : sa place est sur la ligne de la langue d’origine",
  "dangling-reference": "renvoie à une fiche qui n’est pas dans le portail",
};

/** What the CMS answers to a request that it refuses, in French as far as it is known. */
export function frenchAnswer(code: string, message: string): string {
  if (/must be unique/i.test(message)) return "cette valeur est déjà prise dans le portail";
  if (isFileRefusal(code)) return fileRefusals[code].fr;
  return answers[code] ?? `refusé par le portail (${message})`;
}

const typeNames: Readonly<Record<string, string>> = {
  string: "un texte",
  number: "un nombre",
  int: "un nombre entier",
  boolean: "true ou false",
  array: "une liste",
  tuple: "une liste",
  object: "un objet",
  record: "un objet",
  null: "null (ce type n’a pas de langue)",
};

const formatNames: Readonly<Record<string, string>> = {
  date: "un jour du calendrier est attendu, tel que 2017-02-01",
  datetime: "un instant en temps universel est attendu, tel que 2025-12-09T14:30:00.000Z",
  template_literal: "un type et un identifiant sont attendus, tels que kit/hackathon",
};

/** A zod issue in French: what is expected, in words of people who write packages. */
function frenchIssue(issue: z.core.$ZodIssue): string {
  const own = frenchSentence(issue.message);
  if (own) return own;
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined
        ? "champ obligatoire"
        : `${typeNames[issue.expected] ?? "autre chose"} est attendu`;
    case "too_big":
      return `au plus ${frenchNumber(issue.maximum)}${unitOf(issue)}`;
    case "too_small":
      return issue.origin === "string" && issue.minimum === 1
        ? "texte vide : laissez plutôt le champ absent"
        : `au moins ${frenchNumber(issue.minimum)}${unitOf(issue)}`;
    case "invalid_value":
      return `une de ces valeurs est attendue : ${issue.values.map(String).join(", ")}`;
    case "invalid_format":
      return formatNames[issue.format] ?? unknownFault(issue);
    default:
      return unknownFault(issue);
  }
}

const units: Readonly<Record<string, string>> = { string: " caractères", array: " éléments" };

const unitOf = ({ origin }: { origin: string }): string => units[origin] ?? "";

const frenchNumber = (value: number | bigint): string => new Intl.NumberFormat("fr-FR").format(value);

/** A fault without a French sentence: better told in English than not at all. */
const unknownFault = (issue: z.core.$ZodIssue): string => `valeur refusée (${issue.message})`;

/** Where the JSON breaks, from the engine's English message. */
function positionIn(detail: string): string {
  const position = /position (\d+)/.exec(detail)?.[1];
  return position === undefined ? "" : ` (au caractère ${Number(position) + 1})`;
}
