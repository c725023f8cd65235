/** A stretch of a bar, in percent of its width. */
export interface Stretch {
  readonly x: number;
  readonly width: number;
}

/** Splits a bar in proportion to minutes. */
export function stretches(minutes: readonly number[]): Stretch[] {
  const sum = minutes.reduce((total, value) => total + value, 0);
  const percent = (value: number) => Math.round((value / sum) * 10_000) / 100;
  let before = 0;
  return minutes.map((value) => {
    const stretch = { x: percent(before), width: percent(value) };
    before += value;
    return stretch;
  });
}
