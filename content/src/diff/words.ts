import { diffArrays } from "diff";

/** A stretch of words that stayed, went or came. */
export interface WordRun {
  readonly kind: "same" | "removed" | "added";
  readonly text: string;
}

/** A word with the apostrophe that ties it to the next one, white space, or one sign. */
const tokens = /[\p{L}\p{M}\p{N}]+['’]?|\s+|./gsu;
/** Beyond so many words that differ, two texts have little in common that a reader would recognise, and comparing takes long. */
const mostEdits = 600;

/** What happened to a text, word by word: all runs but the added ones make `before`, all but the removed ones `after`. */
export function wordRuns(before: string, after: string): WordRun[] {
  const [old, young] = [before.match(tokens) ?? [], after.match(tokens) ?? []];
  const runs = diffArrays(old, young, { maxEditLength: mostEdits })?.map(
    ({ added, removed, value }): WordRun => ({
      kind: added ? "added" : removed ? "removed" : "same",
      text: value.join(""),
    }),
  );
  return tidy(runs ?? aroundTheMiddle(old, young));
}

/** Only the beginning and the end that two texts share. */
function aroundTheMiddle(old: readonly string[], young: readonly string[]): WordRun[] {
  const shortest = Math.min(old.length, young.length);
  let start = 0;
  while (start < shortest && old[start] === young[start]) start += 1;
  let end = 0;
  while (end < shortest - start && old.at(-1 - end) === young.at(-1 - end)) end += 1;
  const between = (all: readonly string[]) => all.slice(start, all.length - end).join("");
  return [
    { kind: "same", text: old.slice(0, start).join("") },
    { kind: "removed", text: between(old) },
    { kind: "added", text: between(young) },
    { kind: "same", text: old.slice(old.length - end).join("") },
  ];
}

const holdsWord = /[\p{L}\p{N}]/u;

/** Two changes with nothing but spaces and signs between them read as one; what went comes before what came. */
function tidy(runs: readonly WordRun[]): WordRun[] {
  const tidied: WordRun[] = [];
  let [removed, added] = ["", ""];
  const flush = () => {
    if (removed !== "") tidied.push({ kind: "removed", text: removed });
    if (added !== "") tidied.push({ kind: "added", text: added });
    [removed, added] = ["", ""];
  };
  for (const [index, { kind, text }] of runs.entries()) {
    if (text === "") continue;
    if (kind === "removed") removed += text;
    else if (kind === "added") added += text;
    else if (removed !== "" && added !== "" && !holdsWord.test(text) && runs[index + 1] !== undefined) {
      removed += text;
      added += text;
    } else {
      flush();
      tidied.push({ kind, text });
    }
  }
  flush();
  return tidied;
}
