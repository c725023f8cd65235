const day = 86_400_000;

/** The Monday of a moment's week, in universal time. @example mondayOf(new Date("2026-11-24T14:00:00Z")) // "2026-11-23" */
export const mondayOf = (moment: Date): string =>
  new Date(moment.getTime() - ((moment.getUTCDay() + 6) % 7) * day).toISOString().slice(0, 10);

/** The first week that is still kept: a year before. */
export const firstKeptWeek = (now: Date): string => mondayOf(new Date(now.getTime() - 365 * day));
