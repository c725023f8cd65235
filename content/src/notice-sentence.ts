import type { Stage } from "./adoption/furthest-stage.ts";
import type { Locale } from "./locales.ts";
import type { NoticeData, NoticeKind } from "./notices.ts";
import { writtenDate } from "./written-date.ts";

type Say = (data: NoticeData, day: string) => string;
type Sentences = Readonly<Record<Exclude<NoticeKind, "adopted">, Say>> & {
  readonly adopted: Readonly<Record<Stage, Say>>;
};

const someCentre = { fr: "Un centre", en: "A centre", nl: "Een centrum" } as const;

const fr: Sentences = {
  adopted: {
    interested: ({ centre, title }) => `${centre} a repéré «\u00a0${title}\u00a0».`,
    preparing: ({ centre, title }) => `${centre} prépare «\u00a0${title}\u00a0».`,
    running: ({ centre, title }) => `${centre} essaie «\u00a0${title}\u00a0».`,
    adopted: ({ centre, title }) => `${centre} a mis en place «\u00a0${title}\u00a0».`,
    stopped: ({ centre, title }) => `${centre} a arrêté «\u00a0${title}\u00a0».`,
  },
  adapted: ({ centre, title, other }) =>
    `${centre} a publié une adaptation de «\u00a0${title}\u00a0»${other ? `\u00a0: «\u00a0${other.title}\u00a0»` : ""}.`,
  reported: ({ centre, title }) => `${centre} a publié son bilan de «\u00a0${title}\u00a0».`,
  review: ({ title }, day) => `«\u00a0${title}\u00a0» est à relire avant le ${day}.`,
  changed: ({ title, note }) => `«\u00a0${title}\u00a0» a une nouvelle version${note ? `\u00a0: ${note}` : "."}`,
  taken: ({ centre, title }) => `${centre} a repris dans «\u00a0${title}\u00a0» un changement de votre adaptation.`,
};

const en: Sentences = {
  adopted: {
    interested: ({ centre, title }) => `${centre} has noted “${title}”.`,
    preparing: ({ centre, title }) => `${centre} is preparing “${title}”.`,
    running: ({ centre, title }) => `${centre} is trying “${title}”.`,
    adopted: ({ centre, title }) => `${centre} has put “${title}” in place.`,
    stopped: ({ centre, title }) => `${centre} has stopped “${title}”.`,
  },
  adapted: ({ centre, title, other }) =>
    `${centre} has published an adaptation of “${title}”${other ? `: “${other.title}”` : ""}.`,
  reported: ({ centre, title }) => `${centre} has reported back on “${title}”.`,
  review: ({ title }, day) => `“${title}” is due for review by ${day}.`,
  changed: ({ title, note }) => `“${title}” has a new version${note ? `: ${note}` : "."}`,
  taken: ({ centre, title }) => `${centre} has taken a change from your adaptation into “${title}”.`,
};

const nl: Sentences = {
  adopted: {
    interested: ({ centre, title }) => `${centre} heeft “${title}” opgemerkt.`,
    preparing: ({ centre, title }) => `${centre} bereidt “${title}” voor.`,
    running: ({ centre, title }) => `${centre} probeert “${title}” uit.`,
    adopted: ({ centre, title }) => `${centre} heeft “${title}” in gebruik.`,
    stopped: ({ centre, title }) => `${centre} is gestopt met “${title}”.`,
  },
  adapted: ({ centre, title, other }) =>
    `${centre} heeft een aanpassing van “${title}” gepubliceerd${other ? `: “${other.title}”` : ""}.`,
  reported: ({ centre, title }) => `${centre} heeft verslag uitgebracht over “${title}”.`,
  review: ({ title }, day) => `“${title}” moet vóór ${day} worden nagelezen.`,
  changed: ({ title, note }) => `“${title}” heeft een nieuwe versie${note ? `: ${note}` : "."}`,
  taken: ({ centre, title }) => `${centre} heeft een wijziging uit uw aanpassing overgenomen in “${title}”.`,
};

const sentences: Readonly<Record<Locale, Sentences>> = { fr, en, nl };

/** What a notice says, in one sentence: the same on the site and in messages. */
export function noticeSentence(kind: NoticeKind, data: NoticeData, locale: Locale): string {
  const told = { ...data, centre: data.centre ?? someCentre[locale] };
  const day = data.on === undefined ? "" : writtenDate(data.on, "day", locale);
  return kind === "adopted"
    ? sentences[locale].adopted[data.stage ?? "interested"](told, day)
    : sentences[locale][kind](told, day);
}
