import type { z } from "zod";
import { frenchSentence } from "./french-sentences.ts";

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

/** What is wrong with a value, in French: what is expected, in words of people who write packages and sheets; issues must report their input. */
export function frenchIssue(issue: z.core.$ZodIssue): string {
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

/** A number as French writes it. */
export const frenchNumber = (value: number | bigint): string => new Intl.NumberFormat("fr-FR").format(value);

/** A fault without a French sentence: better told in English than not at all. */
const unknownFault = (issue: z.core.$ZodIssue): string => `valeur refusée (${issue.message})`;
