import type { WordRun } from "@essaim/content";

/** A stretch of a text, or the place of what stayed as it was and is too long to be read again. */
export type Excerpt = WordRun | { readonly kind: "left-out" };

/** Longest stretch of unchanged text that is shown whole, and what is shown of a longer one beside a change, in characters. */
const longest = 260;
const beside = 110;

/** A text without long stretches that stayed as they were. */
export function excerptOf(runs: readonly WordRun[]): Excerpt[] {
  return runs.flatMap((run, index): Excerpt[] => {
    if (run.kind !== "same" || run.text.length <= longest || runs.length === 1) return [run];
    const isFirst = index === 0;
    const isLast = index === runs.length - 1;
    const start = isFirst ? "" : `${run.text.slice(0, beside).replace(/\S*$/u, "")}`;
    const end = isLast ? "" : run.text.slice(-beside).replace(/^\S*/u, "");
    const same = (text: string): Excerpt[] => (text === "" ? [] : [{ kind: "same", text }]);
    return [...same(start), { kind: "left-out" }, ...same(end)];
  });
}

/** Whether something of a text is left out of its excerpt. */
export const isCut = (excerpt: readonly Excerpt[]): boolean => excerpt.some(({ kind }) => kind === "left-out");
