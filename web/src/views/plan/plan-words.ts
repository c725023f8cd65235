import { type DatedStep, type Dates, daysBetween, type Locale, type Offer } from "@essaim/content";
import { formatDate, formatSpanStart } from "../../i18n/dates.ts";
import { translatorOf } from "../../i18n/translator.ts";
import type { Typed } from "../../members/typed-form.ts";

/** When a step is, in words. */
export function stepDates({ on, until }: Dates, locale: Locale): string {
  const t = translatorOf(locale);
  if (on === undefined) return t("plan.undated");
  if (until === undefined || until <= on) return formatDate(on, locale);
  return t("plan.dates", { from: formatSpanStart(on, until, locale), to: formatDate(until, locale) });
}

/** Who sees to a step: the role that the sheet names, and the person. */
export const whoSees = ({ role, responsible }: DatedStep, locale: Locale): string | undefined =>
  role !== undefined && responsible !== undefined
    ? translatorOf(locale)("plan.who.both", { role, name: responsible })
    : (responsible ?? role);

/** Days by which a step is late; 0 when it isn’t. */
export function daysLate({ on, until = on, doneOn }: DatedStep, today: string): number {
  return doneOn !== undefined || until === undefined ? 0 : Math.max(0, daysBetween(until, today));
}

/** What an offer would change, in a sentence. */
export function offerWords({ kind, step = "", before, after, dates }: Offer, locale: Locale): string {
  const t = translatorOf(locale);
  const [old, young] = [before ?? t("plan.offer.nothing"), after ?? t("plan.offer.nothing")];
  switch (kind) {
    case "step-added":
    case "step-removed":
      return t(`plan.offer.${kind}`, { step });
    case "step-moved":
      return t("plan.offer.step-moved", {
        step,
        before: stepDates(dates?.before ?? {}, locale),
        after: stepDates(dates?.after ?? {}, locale),
      });
    case "step-retitled":
    case "material-changed":
      return t(`plan.offer.${kind}`, { before: old, after: young });
    case "step-role":
    case "step-note":
    case "item-changed":
      return t(`plan.offer.${kind}`, { step, before: old, after: young });
    case "item-added":
      return t("plan.offer.item-added", { step, after: young });
    case "item-removed":
      return t("plan.offer.item-removed", { step, before: old });
    case "material-added":
      return t("plan.offer.material-added", { after: young });
    case "material-removed":
      return t("plan.offer.material-removed", { before: old });
    case "budget":
      return t("plan.offer.budget", { before: amountWords(before, locale), after: amountWords(after, locale) });
  }
}

const amountWords = (amount: string | undefined, locale: Locale): string =>
  amount === undefined
    ? translatorOf(locale)("plan.offer.nothing")
    : translatorOf(locale)("plan.amount", { amount: Number(amount) });

type Field =
  | "title"
  | "on"
  | "until"
  | "role"
  | "responsible"
  | "checklist"
  | "note"
  | "materials"
  | "budget"
  | "spent"
  | "notes"
  | "startDate";

/** What is wrong with a field of a plan’s forms, beside it. */
export function planError(typed: Typed | undefined, name: Field, locale: Locale): string | undefined {
  const t = translatorOf(locale);
  const code = typed?.code;
  // What a plan can’t hold besides is said at the first field of the form.
  if (name === "title" && (code === "too-many-steps" || code === "plan-full")) return t(`plan.wrong.${code}`);
  if (name === "materials" && code === "plan-full") return t("plan.wrong.plan-full");
  if (!typed?.wrong.includes(name) || code === undefined) return undefined;
  return code === "until-before-on" ? t("plan.wrong.until-before-on") : t(`plan.wrong.${name}`);
}
