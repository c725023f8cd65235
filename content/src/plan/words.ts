import type { Locale } from "../locales.ts";

/** What a plan says besides the sheet's own words; from then on it is the centre's text, to change as it likes. */
export interface PlanWords {
  readonly prerequisites: string;
  readonly team: string;
  readonly skill: (skill: string) => string;
  readonly deliverable: (deliverable: string) => string;
  readonly kit: (title: string) => string;
  readonly before: string;
  readonly hold: (title: string) => string;
  readonly after: string;
}

/** The words of plans, in every language of the portal. */
export const planWords: Record<Locale, PlanWords> = {
  fr: {
    prerequisites: "Vérifier ce qu’il faut avant de commencer",
    team: "Réunir l’équipe",
    skill: (skill) => `Savoir-faire\u00a0: ${skill}`,
    deliverable: (deliverable) => `À produire\u00a0: ${deliverable}`,
    kit: (title) => `Suivre le kit «\u00a0${title}\u00a0»`,
    before: "Tout préparer",
    hold: (title) => `Tenir l’atelier\u00a0: ${title}`,
    after: "Donner suite",
  },
  en: {
    prerequisites: "Check what is needed before you begin",
    team: "Gather the team",
    skill: (skill) => `Skill: ${skill}`,
    deliverable: (deliverable) => `To produce: ${deliverable}`,
    kit: (title) => `Follow the kit “${title}”`,
    before: "Get everything ready",
    hold: (title) => `Hold the workshop: ${title}`,
    after: "Follow up",
  },
  nl: {
    prerequisites: "Nagaan wat er vooraf nodig is",
    team: "Het team samenstellen",
    skill: (skill) => `Vaardigheid: ${skill}`,
    deliverable: (deliverable) => `Op te leveren: ${deliverable}`,
    kit: (title) => `De kit ‘${title}’ volgen`,
    before: "Alles klaarzetten",
    hold: (title) => `De workshop houden: ${title}`,
    after: "Opvolgen",
  },
};
