/** Numbers that look random and are the same again for the same seed. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A whole number below `end`. */
  below(end: number): number {
    // One round of a linear congruential generator (the constants of Numerical Recipes); its upper bits are the good ones.
    this.#state = (Math.imul(this.#state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.#state / 2 ** 32) * end);
  }

  /** One of these; undefined of none. */
  pick<T>(these: readonly T[]): T | undefined {
    return these[this.below(these.length)];
  }

  /** One of the names, each as often as its weight says. */
  weighted<N extends string>(weights: Readonly<Record<N, number>>): N {
    const names = Object.keys(weights).filter((name): name is N => name in weights);
    const drawn = names.flatMap((name) => Array.from({ length: weights[name] }, () => name));
    const one = this.pick(drawn);
    if (one === undefined) throw new Error("There is nothing to draw.");
    return one;
  }
}
