import { fitMinutes } from "./fit-minutes.ts";

/** What the arithmetic needs of a moment of the running order; minutes throughout. */
export interface Moment {
  readonly minutes: number;
  readonly shortestMinutes?: number | undefined;
  readonly optional?: boolean | undefined;
  readonly kind: string;
  readonly day?: number | undefined;
  readonly startsAt?: string | undefined;
}

/** A moment with its place in the day. `start` and `end` in minutes since midnight, `after` in minutes since the day's first moment. */
export interface ScheduledMoment<M extends Moment> {
  readonly moment: M;
  readonly minutes: number;
  readonly start: number;
  readonly end: number;
  readonly after: number;
  /** Minutes by which the moments before it run past its own pinned time; 0 when all is well. */
  readonly overrun: number;
}

/** One day of a running order. */
export interface ScheduledDay<M extends Moment> {
  readonly day: number;
  readonly moments: readonly ScheduledMoment<M>[];
  /** Minutes of all moments together, without the gaps before pinned ones. */
  readonly minutes: number;
  readonly end: number;
}

/** How to place an agenda: `startTime` as `14:00`; `targetMinutes` for all days together, the usual total when absent. */
export interface ScheduleOptions {
  readonly startTime?: string | undefined;
  readonly targetMinutes?: number | undefined;
}

/** Start of the day when a kit says nothing: 14:00, when most centres hold workshops. */
export const usualStartTime = "14:00";

/** Minutes since midnight of a time of day such as `14:30`. */
export function clockToMinutes(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(":").map(Number);
  return hours * 60 + minutes;
}

/** Minutes of the whole agenda as its author planned it. */
export const usualMinutes = (agenda: readonly Moment[]): number =>
  agenda.reduce((sum, { minutes }) => sum + minutes, 0);

/** Minutes below which the agenda can't go: optional moments dropped, the others at their shortest. */
export const shortestMinutes = (agenda: readonly Moment[]): number =>
  agenda.reduce((sum, moment) => sum + (moment.optional ? 0 : (moment.shortestMinutes ?? moment.minutes)), 0);

/** Places every moment in its day; a target shorter than {@link shortestMinutes} gives that shortest agenda. */
export function scheduleAgenda<M extends Moment>(
  agenda: readonly M[],
  options: ScheduleOptions = {},
): ScheduledDay<M>[] {
  const start = clockToMinutes(options.startTime ?? usualStartTime);
  const fitted = fitMinutes(agenda, options.targetMinutes ?? usualMinutes(agenda));
  const days = Map.groupBy(fitted, ({ moment }) => moment.day ?? 1);
  return [...days].sort(([a], [b]) => a - b).map(([day, moments]) => scheduleDay(day, moments, start));
}

function scheduleDay<M extends Moment>(
  day: number,
  fitted: readonly { moment: M; minutes: number }[],
  startOfDay: number,
): ScheduledDay<M> {
  const moments: ScheduledMoment<M>[] = [];
  let now = startOfDay;
  for (const { moment, minutes } of fitted) {
    const pinned = moment.startsAt === undefined ? now : clockToMinutes(moment.startsAt);
    const isFirst = moments.length === 0;
    const start = isFirst ? pinned : Math.max(now, pinned);
    const first = moments[0]?.start ?? start;
    moments.push({ moment, minutes, start, end: start + minutes, after: start - first, overrun: start - pinned });
    now = start + minutes;
  }
  return { day, moments, minutes: moments.reduce((sum, { minutes }) => sum + minutes, 0), end: now };
}

/** The totals worth offering for an agenda of one day: the shortest, the usual and a third longer, in steps of a quarter of an hour. */
export function durationChoices(agenda: readonly Moment[]): number[] {
  const usual = usualMinutes(agenda);
  if (usual === 0) return [];
  const quarter = 15;
  const shortest = Math.ceil(shortestMinutes(agenda) / quarter) * quarter;
  const longer = Math.round((usual * 4) / 3 / quarter) * quarter;
  return [...new Set([Math.min(shortest, usual), usual, Math.max(longer, usual)])];
}
