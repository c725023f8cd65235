import type { Locale } from "./locales.ts";
import { noticeSentence } from "./notice-sentence.ts";
import type { NoticeData, NoticeKind } from "./notices.ts";

/** Longest subject of a message, in characters as people count them, where the sentence leaves room: mail programs show no more. */
export const longestSubject = 90;
/** Longest name of a centre, and of one of several sheets, in a subject; and what at least is shown of a sheet's title. */
const [longestCentre, longestOfSeveral, leastTitle] = [30, 36, 16];

/** What a notice is about, as subjects need it. */
interface Told {
  readonly kind: NoticeKind;
  readonly data: NoticeData;
}

const several: Readonly<Record<Locale, (count: number, titles: string) => string>> = {
  fr: (count, titles) => `${count} nouvelles de vos fiches\u00a0: ${titles}`,
  en: (count, titles) => `${count} pieces of news about your sheets: ${titles}`,
  nl: (count, titles) => `${count} nieuwtjes over uw fiches: ${titles}`,
};
const quoted: Readonly<Record<Locale, (title: string) => string>> = {
  fr: (title) => `«\u00a0${title}\u00a0»`,
  en: (title) => `“${title}”`,
  nl: (title) => `“${title}”`,
};

/** What a message of one or several notices is about: what the only one says, else which sheets they name, as far as there is room. */
export const noticeSubject = ([first, ...others]: readonly [Told, ...Told[]], locale: Locale): string =>
  others.length === 0 ? ofOne(first, locale) : ofSeveral([first, ...others], locale);

/** Its sentence, without what the author says and without what a title has too much of. */
function ofOne({ kind, data: { note: _, other: __, ...data } }: Told, locale: Locale): string {
  const centre = data.centre && shortened(data.centre, longestCentre);
  const say = (title: string) =>
    noticeSentence(kind, { ...data, title, ...(centre && { centre }) }, locale).replace(/\.$/, "");
  const whole = say(data.title);
  const over = signsOf(whole).length - longestSubject;
  if (over <= 0) return whole;
  return say(shortened(data.title, Math.max(signsOf(data.title).length - over, leastTitle)));
}

function ofSeveral(told: readonly Told[], locale: Locale): string {
  const titles = [...new Set(told.map(({ data }) => data.title))].map((title) =>
    quoted[locale](shortened(title, longestOfSeveral)),
  );
  const say = (count: number) =>
    several[locale](told.length, [...titles.slice(0, count), ...(count < titles.length ? ["…"] : [])].join(", "));
  let shown = 1;
  while (shown < titles.length && signsOf(say(shown + 1)).length <= longestSubject) shown += 1;
  return say(shown);
}

const segmenter = new Intl.Segmenter("fr");
const signsOf = (text: string): string[] => Array.from(segmenter.segment(text), ({ segment }) => segment);

/** A text of so many characters at most, cut at a word. */
function shortened(text: string, most: number): string {
  const signs = signsOf(text);
  if (signs.length <= most) return text;
  const kept = signs.slice(0, most - 1).join("");
  const atWord = /^\s/u.test(signs[most - 1] ?? "") ? kept : kept.replace(/\s+\S*$/u, "");
  return `${atWord.replace(/[\s,;:–«“(-]+$/u, "")}…`;
}
