import { locales, partialDateSchema, regionOf } from "@essaim/content";

/** Parts of a moment as they are said; the first of two may leave to the last what both share. */
interface Moment {
  readonly year?: string | undefined;
  readonly month?: string | undefined;
  readonly day?: string | undefined;
}

/**
 * Reads a year, month, day or interval as people write it, in French, English or Dutch, whatever the language of the page:
 * - a moment: « 2025 », « octobre 2025 », « oct. 2025 », « 10/2025 », « 3 mars 2025 », « le 1er mars 2025 », « March 3, 2025 », « 03/03/2025 » (the day first);
 * - an interval: « novembre 2023 à janvier 2024 », « mars à juin 2017 », « du 3 au 5 mars 2025 », « entre mars et juin 2017 », « 2017 – 2019 »;
 * - one that goes on: « depuis septembre 2024 », « dès 2024 », « since 3 March 2025 », « vanaf oktober 2025 »;
 * - what is stored: « 2023-11/2024-01 ».
 *
 * Undefined for what can’t be (« 31 février 2025 »), ends before it begins, or may be read in two ways: a year of two digits, or none at all.
 * @example readPartialDate("de novembre 2023 à janvier 2024") // "2023-11/2024-01"
 */
export function readPartialDate(text: string): string | undefined {
  const words = simplified(text);
  return checked(text.trim()) ?? checked(intervalIn(words) ?? openIn(words) ?? isoOf(momentIn(words)));
}

const checked = (value: string | undefined): string | undefined => partialDateSchema.safeParse(value).data;

/** Without capitals, accents, or spaces that the eye can’t tell apart. */
const simplified = (text: string): string =>
  text.normalize("NFKD").replace(/\p{M}/gu, "").replaceAll("’", "'").replace(/\s+/gu, " ").trim().toLowerCase();

const between = /^(?:entre|between|tussen) (.+?) (?:et|and|en) (.+)$/;
const fromTo =
  /^(?:de |du |d'|from |van )?(.+?)(?: (?:jusqu'(?:a|au|en)|a|au|to|until|tot(?: en met)?|t\/m|-) | ?[–—] ?)(.+)$/;
const years = /^(\d{4})-(\d{4})$/;

function intervalIn(words: string): string | undefined {
  const [, first, last] = between.exec(words) ?? years.exec(words) ?? fromTo.exec(words) ?? [];
  const [start, end] = [momentIn(first), momentIn(last)];
  if (!start || !end) return undefined;
  const from = isoOf(start.year === undefined ? completed(start, end) : start);
  const to = isoOf(end);
  return from && to && `${from}/${to}`;
}

/** « 3 » of « du 3 au 5 mars 2025 » is in March; « mars » of « mars à juin 2017 » is in 2017. */
const completed = (start: Moment, end: Moment): Moment | undefined => {
  const isAlike = start.month === undefined ? end.day !== undefined : end.month !== undefined;
  return isAlike ? { ...start, month: start.month ?? end.month, year: end.year } : undefined;
};

const open = /^(?:depuis|des|a partir d(?:e |u |')|since|from|sinds|vanaf) ?(.+?)(?: on(?:wards)?)?$/;

function openIn(words: string): string | undefined {
  const start = isoOf(momentIn(open.exec(words)?.[1]));
  return start && `${start}/..`;
}

const article = /^(?:le|en|in|on|op|the) /;
const year = /^(\d{4})$/;
const spoken = /^(?:(\d{1,2})(?:er|st|nd|rd|th|e|ste|de)?(?: of)?)?(?:(?:^| )([a-z]+)\.?)?(?: (\d{4}))?$/;
const monthFirst = /^([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/;
const inFigures = /^(?:(\d{1,2})[/.-])?(\d{1,2})[/.-](\d{4})$/;
const asStored = /^(\d{4})-(\d\d)(?:-(\d\d))?$/;

function momentIn(words = ""): Moment | undefined {
  const said = words.replace(article, "");
  const [, only] = year.exec(said) ?? [];
  if (only !== undefined) return { year: only };
  const machine = asStored.exec(said);
  if (machine) return { year: machine[1], month: machine[2], day: machine[3] };
  const figures = inFigures.exec(said);
  if (figures) return { year: figures[3], month: figures[2], day: figures[1] };
  const [, name, ordinal, inYear] = monthFirst.exec(said) ?? [];
  if (name !== undefined) return named({ month: name, day: ordinal, year: inYear });
  const [, day, month, of] = spoken.exec(said) ?? [];
  return named({ day, month, year: of });
}

const named = ({ month, ...rest }: Moment): Moment | undefined => {
  if (month === undefined) return rest;
  const number = months.get(month);
  return number === undefined ? undefined : { ...rest, month: number };
};

/** Numbers of months by their names, in full and in short, in every language of the portal: no two share one. */
const months: ReadonlyMap<string, string> = new Map(
  locales.flatMap((locale) =>
    (["long", "short"] as const).flatMap((month) => {
      const format = new Intl.DateTimeFormat(regionOf[locale], { month, timeZone: "UTC" });
      return Array.from({ length: 12 }, (_, index) => {
        const name = simplified(format.format(new Date(Date.UTC(2025, index)))).replace(/\.$/, "");
        return [name, String(index + 1)] as const;
      });
    }),
  ),
);

function isoOf(moment: Moment | undefined): string | undefined {
  if (moment?.year === undefined || (moment.month === undefined && moment.day !== undefined)) return undefined;
  const parts = [moment.month, moment.day].flatMap((part) => (part === undefined ? [] : part.padStart(2, "0")));
  return [moment.year, ...parts].join("-");
}
