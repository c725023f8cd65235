import type { SearchDocument } from "../document/search-document.ts";
import { stemmed } from "../document/stemmed.ts";
import { readSeedDocuments } from "../evaluate/seed-documents.ts";

/** A sequence of numbers from 0 to 1 that is always the same. */
function numbers(): () => number {
  let state = 20_260_101;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const syllables = "ba ber bou chan dre gné lan lieu mar mont pié rieu sau ssac ter tour val vil zou".split(" ");
const sentencesOfSheet = 24;
const namesOfSheet = 16;

/** French sheets of sentences of the seed, put together anew, with names of which most are rare, as places and people are. */
export function inventedSheets(count: number): SearchDocument[] {
  const next = numbers();
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(next() * list.length)];
  const seeds = (readSeedDocuments().get("fr") ?? []).filter(({ text }) => text.length > 400);
  const sentences = seeds.flatMap(({ text }) => text.split(/(?<=[.!?])\s+|\n/)).filter((each) => each.length > 30);
  const titleWords = seeds.flatMap(({ title }) => title.split(" "));
  const names = Array.from({ length: 4 * count + 2_000 }, () =>
    [pick(syllables), pick(syllables), pick(syllables), next() < 0.5 ? pick(syllables) : ""].join(""),
  );
  const name = () => names[Math.floor(names.length ** next()) - 1];
  const some = <T>(most: number, make: () => T): T[] => Array.from({ length: most }, make);
  return some(count, () => 0).map((_, place) => {
    const seed = pick(seeds);
    if (seed === undefined) throw new Error("No sheet to begin with");
    const texts = {
      title: [...some(6, () => pick(titleWords)), name()].join(" "),
      summary: seed.summary,
      headings: [...some(8, () => pick(titleWords)), name()].join(" "),
      names: some(4, name).join(" "),
      text: [...some(sentencesOfSheet, () => pick(sentences)), ...some(namesOfSheet, name)].join(" "),
    };
    const identity = { id: `${seed.type}_s${place}`, documentId: `s${place}`, uid: `s${place}`, slug: `s${place}` };
    return {
      ...seed,
      ...texts,
      ...identity,
      ...stemmed(texts, "fr"),
      centre: [`centre-${Math.floor(400 * next() * next())}`],
      fingerprint: `${place}`,
      state: `${identity.id} ${place}`,
      publishedAt: place,
    };
  });
}
