import type { z } from "zod";
import type { Locale } from "../locales.ts";

/** What each kind of problem says of itself, for programs and for sentences in the reader's language. */
export interface ProblemParams {
  "line-too-long": { max: number };
  "not-json": { detail: string };
  "unknown-type": { type: string };
  "unknown-field": { name: string };
  invalid: { issue: z.core.$ZodIssue };
  duplicate: { name: string; firstLine: number };
  "slug-taken": { slug: string; locale: Locale; firstLine: number };
  "misplaced-fact": { sourceLocale: Locale };
  "dangling-reference": { key: string };
  "missing-file": { path: string };
}

/** A stable name for each kind of problem. */
export type ProblemCode = keyof ProblemParams;

/** What is wrong, and where: `line` counts from 1, 0 stands for the package itself; `reason` is in English, `code` and `params` serve translations. */
export type PackageProblem<C extends ProblemCode = ProblemCode> = {
  [K in C]: {
    readonly line: number;
    readonly field: string;
    readonly code: K;
    readonly params: ProblemParams[K];
    readonly reason: string;
  };
}[C];

/** A sentence for each kind of problem, in one language. */
export type ProblemSentences = { readonly [C in ProblemCode]: (params: ProblemParams[C]) => string };

/** At most this many problems are told: more would bury the first. */
export const mostProblems = 50;

/** Names from outside are shown up to this length. */
const shownLength = 80;

/** A name from outside, short enough to be shown. */
export const shown = (name: string): string => (name.length > shownLength ? `${name.slice(0, shownLength)}…` : name);

const english: ProblemSentences = {
  "line-too-long": ({ max }) => `the line is longer than ${max} characters`,
  "not-json": ({ detail }) => `not a JSON object: ${detail}`,
  "unknown-type": ({ type }) => `unknown type ${JSON.stringify(type)}`,
  "unknown-field": () => "unknown field",
  invalid: ({ issue }) => issue.message,
  duplicate: ({ name, firstLine }) => `${name} stands on line ${firstLine} already`,
  "slug-taken": ({ slug, locale, firstLine }) => `the slug ${slug} is taken in ${locale} by line ${firstLine}`,
  "misplaced-fact": ({ sourceLocale }) =>
    `is a fact shared by all locales: it belongs on the line of the source locale (${sourceLocale})`,
  "dangling-reference": ({ key }) => `refers to ${key}, which is neither in the package nor in the portal`,
  "missing-file": ({ path }) => `the file ${JSON.stringify(path)} is not in the package`,
};

/** The sentence of a problem in the language of `sentences`. */
export function sentenceOf<C extends ProblemCode>(problem: PackageProblem<C>, sentences: ProblemSentences): string {
  return sentences[problem.code](problem.params);
}

/** Makes a problem, with its reason in English. */
export function problemAt<C extends ProblemCode>(
  line: number,
  field: string,
  code: C,
  params: ProblemParams[C],
): PackageProblem {
  const reason = english[code](params);
  return { line, field, code, params, reason } as PackageProblem;
}

/** Zod's issues as problems of a line, unknown fields named one by one. */
export function problemsOf(error: z.ZodError, line: number, prefix = ""): PackageProblem[] {
  return error.issues.slice(0, mostProblems).flatMap((issue) => {
    const path = [...(prefix ? [prefix] : []), ...issue.path.map((part) => shown(String(part)))];
    if (issue.code !== "unrecognized_keys") return [problemAt(line, path.join("."), "invalid", { issue })];
    return issue.keys
      .slice(0, mostProblems)
      .map((key) => problemAt(line, [...path, shown(key)].join("."), "unknown-field", { name: shown(key) }));
  });
}
