export * from "./adoption/centre-likeness.ts";
export * from "./adoption/furthest-stage.ts";
export * from "./adoption/latest-change.ts";
export * from "./adoption/stage-change.ts";
export * from "./adoption/stage-correction.ts";
export * from "./agenda/material-list.ts";
export * from "./agenda/schedule.ts";
export * from "./blocks/index.ts";
export * from "./calendar-day.ts";
export * from "./cards.ts";
export { agendaKinds } from "./components/kit.ts";
export { stageNoteMax, stages } from "./components/loop.ts";
export * from "./demonstration.ts";
export * from "./diff/index.ts";
export * from "./diffusion.ts";
export { frenchIssue, frenchNumber } from "./french/french-issue.ts";
export { frenchSentence } from "./french/french-sentences.ts";
export { kilometresBetween } from "./geography.ts";
export * from "./join-request.ts";
export * from "./keys.ts";
export * from "./licence-adaptation.ts";
export * from "./licences.ts";
export * from "./locales.ts";
export * from "./media/index.ts";
export * from "./member-adoptions.ts";
export * from "./member-plans.ts";
export * from "./member-reports.ts";
export * from "./member-sheets.ts";
export * from "./members.ts";
export * from "./missed-searches.ts";
export { referenceAttributes } from "./model/attributes.ts";
export { canonicalJson } from "./model/canonical.ts";
export type { Component, Field, Fields, Nature, Shape } from "./model/field.ts";
export { fingerprintOf } from "./model/fingerprint.ts";
export { mergeFacts } from "./model/merge-facts.ts";
export { withoutTurns } from "./model/plain-text.ts";
export { type Populate, populateOf } from "./model/populate.ts";
export { type CardLookup, referencesOf, resolveReferences } from "./model/references.ts";
export { type EntryLink, type Links, toInput } from "./model/to-input.ts";
export { type Row, type Stored, splitLines, toStored } from "./model/to-stored.ts";
export { mapLeaves } from "./model/walk.ts";
export * from "./notice-sentence.ts";
export * from "./notices.ts";
export * from "./package/check.ts";
export * from "./package/convert.ts";
export * from "./package/exported-text.ts";
export { packageJsonSchema } from "./package/json-schema.ts";
export * from "./package/line.ts";
export * from "./package/manifest.ts";
export * from "./package/media-paths.ts";
export * from "./package/problem.ts";
export * from "./package/routes.ts";
export * from "./package/version-line.ts";
export * from "./package/without-orphans.ts";
export { partialDateSchema } from "./partial-date.ts";
export { addDays, daysBetween, usualStart } from "./plan/day.ts";
export * from "./plan/edit-schema.ts";
export * from "./plan/edits.ts";
export * from "./plan/keys.ts";
export { listed } from "./plan/lines.ts";
export type { Dates, Offer, OfferKind } from "./plan/offer.ts";
export * from "./plan/offers.ts";
export * from "./plan/plan-from.ts";
export * from "./plan/progress.ts";
export type { PlanVersions } from "./plan/step-matches.ts";
export { type PlanWords, planWords } from "./plan/words.ts";
export * from "./preview-link.ts";
export * from "./profile.ts";
export * from "./questions.ts";
export * from "./read-api.ts";
export type { ContentType, Publicity } from "./types/define-type.ts";
export type { Guide } from "./types/guide.ts";
export * from "./types/index.ts";
export type { Kit } from "./types/kit.ts";
export {
  type Adoption,
  type Need,
  type Plan,
  privateNoteMax,
  type Report,
  repeatAnswers,
  visibilities,
} from "./types/loop.ts";
export type { Audience, Centre, Person, Theme, Tool } from "./types/network.ts";
export { centreKinds } from "./types/network.ts";
export type { Page } from "./types/page.ts";
export { changeNoteMax, maturities } from "./types/resource.ts";
export type { Solution } from "./types/solution.ts";
export type { Synonym } from "./types/synonym.ts";
