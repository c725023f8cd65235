import { changesBetween, contentTypes } from "@essaim/content";
import { diffWords } from "diff";
import { chances, syntheticSheets } from "./synthetic-sheets.ts";

/** Words of each sheet, its steps, and how often each comparison is timed. */
const size = { words: 5000, steps: 30, runs: 15 } as const;
/** Most milliseconds that comparing two versions may take. */
const goal = 100;
const { fields } = contentTypes.solution;

/** One paragraph of rich text. */
const paragraph = (text: string) => ({ type: "paragraph", children: [{ type: "text", text }] });

interface Step {
  readonly title: string;
  readonly body: readonly ReturnType<typeof paragraph>[];
}

/** A version of a sheet in stored form. */
interface Version extends Record<string, unknown> {
  readonly title: string;
  readonly summary: string;
  readonly steps: readonly Step[];
}

const wordsIn = (text: string): number => text.split(/\s+/).length;
const chance = chances(20261125);
const sheets = syntheticSheets(60);
const paragraphs = sheets.flatMap((sheet) => sheet.paragraphs);

/** A sheet of so many words, from the paragraph numbered `start` on. */
function versionFrom(start: number): Version {
  const texts: string[] = [];
  for (let words = 0; words < size.words; ) {
    const text = paragraphs[start + texts.length] ?? "";
    texts.push(text);
    words += wordsIn(text);
  }
  const perStep = Math.ceil(texts.length / size.steps);
  const steps = Array.from({ length: Math.ceil(texts.length / perStep) }, (_, index) => ({
    title: `Étape : ${texts[index * perStep]?.slice(0, 60)}`,
    body: texts.slice(index * perStep, (index + 1) * perStep).map(paragraph),
  }));
  return { title: sheets[start]?.title ?? "", summary: sheets[start]?.summary ?? "", steps };
}

/** Every second paragraph with one word in ten replaced, three steps moved, two gone, two new. */
function revised(version: Version, fresh: Version): Version {
  const edit = (text: string) => text.replace(/\p{L}+/gu, (word) => (chance() < 0.1 ? `nouveau${word}` : word));
  const steps = version.steps.map((step): Step => {
    const body = step.body.map(({ children: [text] }) => paragraph(edit(text?.text ?? "")));
    return chance() < 0.5 ? step : { ...step, body };
  });
  const [first, second, third, , , ...rest] = steps;
  const moved = [first, second, third].filter((step) => step !== undefined);
  return { ...version, summary: edit(version.summary), steps: [...rest, ...moved, ...fresh.steps.slice(0, 2)] };
}

function median(compare: () => unknown, runs: number = size.runs): number {
  const times = Array.from({ length: runs }, () => {
    const began = performance.now();
    compare();
    return performance.now() - began;
  }).toSorted((a, b) => a - b);
  return times[Math.floor(runs / 2)] ?? 0;
}

const before = versionFrom(0);
const cases = {
  "a revised sheet": revised(before, versionFrom(200)),
  "another sheet": versionFrom(100),
};
let failed = false;
for (const [name, after] of Object.entries(cases)) {
  const versions = { fields, before, after };
  const [old, young] = [JSON.stringify(before, null, 2), JSON.stringify(after, null, 2)];
  const changes = changesBetween(versions).length;
  const own = median(() => changesBetween(versions));
  let pieces = 0;
  const peer = median(() => {
    pieces = diffWords(old, young).filter(({ added, removed }) => added || removed).length;
  }, 1);
  failed ||= own > goal;
  console.log(
    `${name}, ${wordsIn(old)} words: ${own.toFixed(1)} ms, ${changes} changes; jsdiff on the whole JSON: ${peer.toFixed(1)} ms, ${pieces} pieces; ratio ${(own / peer).toFixed(3)}`,
  );
}
if (failed) {
  console.error(`Comparing two versions took more than ${goal} ms.`);
  process.exitCode = 1;
}
