import { addDays, type DatedStep, type Plan } from "@essaim/content";
import ical from "ical-generator";

/** What a calendar says of a plan besides its steps. */
export interface CalendarWords {
  /** What the calendar is called. */
  readonly title: string;
  /** Where the plan stands on the site, an absolute address. */
  readonly url: string;
  /** What is written before a step that is done. @example done("Inviter") // "Fait : Inviter" */
  readonly done: (title: string) => string;
  /** Who sees to a step. */
  readonly who: (name: string) => string;
}

/**
 * The dated steps of a plan as an iCalendar file: whole days, so that no time zone shifts them. Imported again, an event replaces
 * itself: its uid is that of the plan and the step's key.
 * @see https://www.rfc-editor.org/rfc/rfc5545
 */
export function planCalendar({ uid, plan }: { uid: string; plan: Plan }, words: CalendarWords, now: Date): string {
  const calendar = ical({ name: words.title, prodId: { company: "Essaim", product: "Plan" } });
  const { host } = new URL(words.url);
  for (const step of plan.steps ?? []) {
    const { key, on } = step;
    if (on === undefined || key === undefined) continue;
    const last = [on, step.until ?? on].toSorted()[1] ?? on;
    calendar.createEvent({
      id: `${uid}-${key}@${host}`,
      allDay: true,
      start: new Date(`${on}T00:00:00Z`),
      // The end of an event of whole days is the day after it.
      end: new Date(`${addDays(last, 1)}T00:00:00Z`),
      stamp: now,
      summary: step.doneOn === undefined ? step.title : words.done(step.title),
      description: descriptionOf(step, words),
      url: words.url,
    });
  }
  return calendar.toString();
}

function descriptionOf({ responsible, role, note, checklist = [], done = [] }: DatedStep, words: CalendarWords) {
  const who = responsible ?? role;
  const items = checklist.map((item) => `${done.includes(item) ? "☑" : "☐"} ${item}`);
  return [...(who === undefined ? [] : [words.who(who)]), ...(note === undefined ? [] : [note]), ...items].join("\n");
}
