import {
  clockToMinutes,
  durationChoices,
  groupCount,
  type Kit,
  type MaterialRow,
  materialList,
  type ScheduledDay,
  scheduleAgenda,
  usualGroupOf,
  usualMinutes,
  usualPeople,
  usualStartTime,
} from "@essaim/content";

/** One moment of a kit’s agenda. */
export type AgendaItem = Kit["agenda"][number];

/** What a reader chose in the address; absent or wrong values count as not chosen. */
export interface RunningOrderChoice {
  readonly minutes?: number | undefined;
  readonly start?: string | undefined;
  readonly people?: number | undefined;
}

/** A kit’s agenda placed in time, for a number of people. */
export interface RunningOrder {
  readonly days: readonly ScheduledDay<AgendaItem>[];
  /** Minutes of all days together, as placed and as the author planned them. */
  readonly minutes: number;
  readonly usual: number;
  /** Totals to choose from; none for an agenda of several days. */
  readonly choices: readonly number[];
  /** Time of day at which it starts, `14:00`. */
  readonly start: string;
  /** Whether the start can be moved: not when a moment is pinned to a time of day. */
  readonly movable: boolean;
  readonly dropped: readonly string[];
  readonly materials: readonly MaterialRow[];
  readonly people: number;
  /** How many small groups these people make, in the moments that have some; more than one number where moments differ. */
  readonly groups: readonly number[];
}

const mostPeople = 500;
const longest = 24 * 60;
const clock = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** Reads what a reader chose. @example readChoice(new URLSearchParams("duree=60&debut=09:30&personnes=8")) */
export function readChoice(query: URLSearchParams): RunningOrderChoice {
  const start = query.get("debut") ?? "";
  return {
    minutes: wholeNumber(query.get("duree"), longest),
    start: clock.test(start) ? start : undefined,
    people: wholeNumber(query.get("personnes"), mostPeople),
  };
}

function wholeNumber(text: string | null, max: number): number | undefined {
  if (text === null || !/^\d{1,4}$/.test(text)) return undefined;
  const value = Number(text);
  return value >= 1 && value <= max ? value : undefined;
}

/** Places a kit’s agenda as a reader chose. */
export function planRunningOrder(
  kit: Pick<Kit, "agenda" | "startTime" | "groupSize">,
  choice: RunningOrderChoice,
): RunningOrder {
  const { agenda } = kit;
  const usual = usualMinutes(agenda);
  const choices = agenda.some(({ day = 1 }) => day > 1) ? [] : durationChoices(agenda);
  const targetMinutes = choices.find((minutes) => minutes === choice.minutes) ?? usual;
  const movable = agenda.every(({ startsAt }) => startsAt === undefined);
  const start = (movable ? choice.start : undefined) ?? kit.startTime ?? usualStartTime;
  const days = scheduleAgenda(agenda, { startTime: start, targetMinutes });
  const kept = new Set(days.flatMap(({ moments }) => moments.map(({ moment }) => moment)));
  const people = choice.people ?? kit.groupSize?.max ?? usualPeople;
  return {
    days,
    minutes: days.reduce((sum, { minutes }) => sum + minutes, 0),
    usual,
    choices,
    start,
    movable,
    dropped: agenda.filter((item) => !kept.has(item)).map(({ title }) => title),
    materials: materialList([...kept], people),
    people,
    groups: [...new Set([...kept].filter(isInGroups).map((item) => groupsIn(item, people)))].sort((a, b) => a - b),
  };
}

const isInGroups = ({ kind, materials }: AgendaItem): boolean =>
  kind === "groups" || materials.some(({ per }) => per === "group");

/** How many small groups a moment needs. */
export const groupsIn = ({ groupOf }: AgendaItem, people: number): number =>
  groupCount(people, groupOf ?? usualGroupOf);

/** The address of the same page with another choice; what is as usual is left out of it. */
export function choiceQuery(
  order: RunningOrder,
  kit: Pick<Kit, "startTime" | "groupSize">,
  change: RunningOrderChoice,
): string {
  const query = new URLSearchParams();
  const minutes = change.minutes ?? order.minutes;
  if (order.choices.includes(minutes) && minutes !== order.usual) query.set("duree", String(minutes));
  const start = change.start ?? order.start;
  if (clockToMinutes(start) !== clockToMinutes(kit.startTime ?? usualStartTime)) query.set("debut", start);
  const people = change.people ?? order.people;
  if (people !== (kit.groupSize?.max ?? usualPeople)) query.set("personnes", String(people));
  return query.size === 0 ? "" : `?${query}`;
}
