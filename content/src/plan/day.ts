const milliseconds = 86_400_000;

/** The day so many days after another one, both `YYYY-MM-DD`. Worked out in UTC, where all days are equally long. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * milliseconds).toISOString().slice(0, 10);

/** The days from one to another, negative backwards. */
export const daysBetween = (from: string, to: string): number =>
  (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / milliseconds;

/** Days between preparing and beginning, unless the centre knows better. */
const usualPreparation = 56;

/** The day on which a plan begins that is made on a day, until the centre says otherwise. */
export const usualStart = (madeOn: string): string => addDays(madeOn, usualPreparation);
