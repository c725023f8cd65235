import {
  fileRefusals,
  frenchIssue,
  frenchNumber,
  frenchSentence,
  isFileRefusal,
  type PackageProblem,
  type ProblemSentences,
  sentenceOf,
} from "@essaim/content";
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
  return answers[code] ?? frenchSentence(message) ?? `refusé par le portail (${message})`;
}

/** Where the JSON breaks, from the engine's English message. */
function positionIn(detail: string): string {
  const position = /position (\d+)/.exec(detail)?.[1];
  return position === undefined ? "" : ` (au caractère ${Number(position) + 1})`;
}
