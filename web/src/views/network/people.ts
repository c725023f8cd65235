import type { CentreCard, Labels, Locale, PublishedDocument, ToolCard } from "@essaim/content";
import { kilometresBetween, type Position } from "../../components/network/map/position.ts";

/** Someone who agreed to be shown in the network. */
export interface Helper {
  readonly uid: string;
  readonly name: string;
  readonly initials: string;
  readonly role: Labels | undefined;
  readonly centre: CentreCard | undefined;
  readonly offers: readonly string[];
  readonly skills: readonly string[];
  readonly tools: readonly ToolCard[];
  readonly languages: readonly string[];
  /** Language of what they offer and know. */
  readonly lang: Locale;
  /** Whether they agreed to be written to. */
  readonly contact: boolean;
  readonly isExample: boolean;
}

/** A helper with how far away they are from the place asked for, in kilometres. */
export interface FoundHelper extends Helper {
  readonly away: number | undefined;
}

/** How far a helper may be from the place asked for, in kilometres. */
export const nearby = 40;

/** The people who agreed to be shown, by name; the others appear nowhere. */
export const toHelpers = (people: readonly PublishedDocument<"person">[], locale: Locale): Helper[] =>
  people
    .filter(({ data }) => data.listed === true)
    .map(({ uid, sourceLocale, data }) => ({
      uid,
      name: data.name,
      initials: initialsOf(data.name),
      role: data.role,
      centre: data.centre,
      offers: data.offers ?? [],
      skills: data.skills ?? [],
      tools: data.tools,
      languages: data.languages ?? [],
      lang: sourceLocale,
      contact: data.contactOptIn === true,
      isExample: data.isExample ?? false,
    }))
    .toSorted((a, b) => a.name.localeCompare(b.name, locale));

/** First letters of a name’s first and last word. @example initialsOf("Marie-Claude Lefebvre") // "ML" */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const first = (word: string | undefined) => /[\p{L}\p{N}]/u.exec(word ?? "")?.[0] ?? "";
  const last = words.length > 1 ? words.at(-1) : undefined;
  return `${first(words[0])}${first(last)}`.toLocaleUpperCase("fr");
}

/** The helpers who answer a need, the nearest to a place first. */
export function findHelpers(
  helpers: readonly Helper[],
  { need, near }: { readonly need: string; readonly near: Position | undefined },
): FoundHelper[] {
  const stems = stemsOf(need);
  return helpers
    .filter((helper) => answers(helper, stems))
    .map((helper) => ({
      ...helper,
      away: near && helper.centre?.coordinates && kilometresBetween(near, helper.centre.coordinates),
    }))
    .filter(({ away }) => near === undefined || (away !== undefined && away <= nearby))
    .toSorted((a, b) => (a.away ?? 0) - (b.away ?? 0));
}

function answers(helper: Helper, stems: readonly string[]): boolean {
  const told = [
    ...helper.offers,
    ...helper.skills,
    ...helper.languages,
    ...helper.tools.flatMap(({ labels }) => textsOf(labels)),
    ...(helper.role ? textsOf(helper.role) : []),
  ];
  const words = told.flatMap(wordsOf);
  return stems.every((stem) => words.some((word) => word.startsWith(stem)));
}

const textsOf = ({ fr, en = "", nl = "" }: Labels): string[] => [fr, en, nl];

/** Words too common to tell one need from another. */
const empty = new Set(
  "un une des de du la le les au aux en et ou pour par avec sans sur nos notre votre vos je nous besoin".split(" "),
);

/** Beginnings of the words of a need: « réparer » finds « réparateur ». */
const stemsOf = (need: string): string[] =>
  wordsOf(need)
    .filter((word) => word.length > 1 && !empty.has(word))
    .map((word) => word.slice(0, Math.max(4, word.length - 2)));

const wordsOf = (text: string): string[] =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLocaleLowerCase("fr")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
