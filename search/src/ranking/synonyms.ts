import type { Locale } from "@essaim/content";
import { contentStems } from "../analysis/content-stems.ts";

/** Words and phrases, as stems, that mean the same as others. */
export class Synonyms {
  readonly #byPhrase = new Map<string, (readonly string[])[]>();
  #longest = 1;

  /**
   * Reads lines such as `voiture = véhicule = automobile` (each is found by each) and `EPN > espace public numérique` (the left one also finds
   * the right one). Lines that say neither are left out.
   */
  constructor(lines: readonly string[], locale: Locale) {
    for (const line of lines) {
      const [from = "", to] = line.split(">");
      const members = from.split("=").map((each) => contentStems(each, locale));
      const others = to?.split("=").map((each) => contentStems(each, locale));
      for (const member of members) this.#add(member, others ?? members);
    }
  }

  #add(phrase: readonly string[], others: readonly (readonly string[])[]): void {
    const name = phrase.join(" ");
    if (name === "") return;
    this.#longest = Math.max(this.#longest, phrase.length);
    const kept = this.#byPhrase.get(name) ?? [];
    kept.push(...others.filter((other) => other.length > 0 && other.join(" ") !== name));
    this.#byPhrase.set(name, kept);
  }

  /** What means the same as one stem. */
  of(stem: string): readonly (readonly string[])[] {
    return this.#byPhrase.get(stem) ?? [];
  }

  /** What means the same as the phrases of a query in which the stem at a position stands. */
  ofPhraseAt(stems: readonly string[], position: number): (readonly string[])[] {
    const found: (readonly string[])[] = [];
    for (let length = 2; length <= this.#longest; length++)
      for (let start = Math.max(0, position - length + 1); start <= position; start++)
        if (start + length <= stems.length)
          found.push(...(this.#byPhrase.get(stems.slice(start, start + length).join(" ")) ?? []));
    return found;
  }
}
