import {
  calendarDay,
  changeStage,
  contentTypes,
  correctStage,
  type Locale,
  mayCorrect,
  type privateNoteRequestSchema,
  type StageOutcome,
  type StageRefusal,
  type stageRequestSchema,
  usualStart,
  type versionRequestSchema,
  type visibilityRequestSchema,
} from "@essaim/content";
import type { Core } from "@strapi/strapi";
import type { z } from "zod";
import { strapiUid } from "../database.ts";
import { memberOf } from "../members/accounts.ts";
import { changedMeanwhile } from "../members/changed-meanwhile.ts";
import type { CentreMember } from "../members/who-asks.ts";
import { createPlan } from "../plans/make-plan.ts";
import { inFeedTransaction } from "../publication/feed.ts";
import { narrowReport } from "../reports/write-report.ts";
import { RequestError } from "../request-error.ts";
import { type AdoptionEntry, ownAdoption, type Told } from "./own-adoptions.ts";
import { firstPublishedOn, publishedResource } from "./published-resource.ts";

const fieldOf = {
  "stage-unchanged": "stage",
  "stage-backwards": "stage",
  "too-many-changes": "stage",
  "reason-missing": "reason",
  "date-before-sheet": "on",
  "date-before-last-change": "on",
  "date-in-future": "on",
} as const satisfies Record<StageRefusal, string>;

/** The refusal of a change of stage, with the field that it is about. */
export const refusedStage = (refusal: StageRefusal): RequestError =>
  new RequestError(400, refusal, "this change of stage can't be", { field: fieldOf[refusal] });

/** An adoption, and whether it has just been given its plan. */
export interface Moved {
  readonly entry: AdoptionEntry;
  readonly planMade: boolean;
}

/** Who prepares has a plan to begin with, where the sheet proposes one; a plan that is there already stays as it is. */
export async function preparedPlan(
  strapi: Core.Strapi,
  entry: AdoptionEntry,
  { on, locale }: { readonly on: string; readonly locale: Locale },
): Promise<boolean> {
  if (entry.stage !== "preparing") return false;
  const asked = { startDate: usualStart(on), locale };
  return (await createPlan(strapi, entry, asked, { unlessEmpty: true })) === "made";
}

/** Which adoption, and the language that its member reads. */
interface Which {
  readonly uid: string;
  readonly locale: Locale;
}
type StageRequest = z.infer<typeof stageRequestSchema>;

/** Moves an adoption of a member's centre to another stage; its plan is made in the same transaction. */
export const moveStage = (
  strapi: Core.Strapi,
  member: CentreMember,
  which: Which,
  { basedOn, ...change }: StageRequest,
): Promise<Moved> =>
  changeStageOf(strapi, member, { ...which, ...change, basedOn }, async (own) => {
    const published = await firstPublishedOn(strapi, own.resource);
    return stored(changeStage(own, change, published, calendarDay(new Date())), [...own.told, toldBy(member)]);
  });

async function changeStageOf(
  strapi: Core.Strapi,
  member: CentreMember,
  { uid, basedOn, locale, on }: Which & Pick<StageRequest, "basedOn" | "on">,
  decide: (own: AdoptionEntry) => Promise<object>,
): Promise<Moved> {
  return strapi.db.transaction(async () => {
    const entry = await changeOwn(strapi, member, { uid, basedOn }, decide);
    return { entry, planMade: await preparedPlan(strapi, entry, { on, locale }) };
  });
}

/** Puts another change of stage in the place of the last one that a centre told of, for a day: everybody slips sometimes. */
export const correctLastStage = (
  strapi: Core.Strapi,
  member: CentreMember,
  which: Which,
  { basedOn, ...change }: StageRequest,
): Promise<Moved> =>
  changeStageOf(strapi, member, { ...which, ...change, basedOn }, async (own) => {
    const last = own.told.at(-1);
    if (!mayCorrect(last?.toldAt, Date.now()))
      throw new RequestError(409, "correction-too-late", "this stage was told more than a day ago");
    const published = await firstPublishedOn(strapi, own.resource);
    const outcome = correctStage(own, change, published, calendarDay(new Date()));
    // The day runs from when the stage was told first: who corrects it again and again gets no longer.
    const told = [...own.told.slice(0, -1), { ...toldBy(member), toldAt: last?.toldAt }];
    return stored(outcome, told);
  });

/** Who tells of a change of stage, and when: now. */
export const toldBy = (member: CentreMember): Told => ({ by: memberOf(member).name, toldAt: new Date().toISOString() });

function stored({ adoption, refusal }: StageOutcome<AdoptionEntry>, told: readonly Told[]): object {
  if (refusal) throw refusedStage(refusal);
  const { stage, stoppedBecause = null } = adoption;
  return { stage, stoppedBecause, history: adoption.history.map((one, index) => ({ ...one, ...told[index] })) };
}

/** Follows a later version of the resource, up to the one that is published now. */
export const followVersion = (
  strapi: Core.Strapi,
  member: CentreMember,
  uid: string,
  { basedOn, version }: z.infer<typeof versionRequestSchema>,
): Promise<AdoptionEntry> =>
  changeOwn(strapi, member, { uid, basedOn }, async (own) => {
    const published = own.resource && (await publishedResource(strapi, own.resource));
    if (!published) throw new RequestError(404, "unknown-resource", "this resource is no longer published");
    if (version < (own.version ?? 1) || version > published.version)
      throw new RequestError(400, "unknown-version", "there is no such version to follow", { field: "version" });
    return { version };
  });

/** Says who may read an adoption of a member's centre. */
export const showTo = (
  strapi: Core.Strapi,
  member: CentreMember,
  uid: string,
  { basedOn, visibility }: z.infer<typeof visibilityRequestSchema>,
): Promise<AdoptionEntry> =>
  changeOwn(strapi, member, { uid, basedOn }, async () => {
    await narrowReport(strapi, uid, visibility);
    return { visibility };
  });

/** Writes what a centre notes for itself; no note empties it. */
export const keepNote = (
  strapi: Core.Strapi,
  member: CentreMember,
  uid: string,
  { basedOn, privateNote }: z.infer<typeof privateNoteRequestSchema>,
): Promise<AdoptionEntry> => changeOwn(strapi, member, { uid, basedOn }, () => ({ privateNote: privateNote ?? null }));

/** Changes an adoption in one transaction with its version, unless somebody else has since it was read. */
async function changeOwn(
  strapi: Core.Strapi,
  member: CentreMember,
  { uid, basedOn }: { uid: string; basedOn: string },
  decide: (own: AdoptionEntry) => object | Promise<object>,
): Promise<AdoptionEntry> {
  return inFeedTransaction(strapi, async () => {
    const own = await ownAdoption(strapi, member, uid);
    if (own.revision !== basedOn) throw changedMeanwhile();
    const data = { ...(await decide(own)) };
    await strapi.documents(strapiUid(contentTypes.adoption)).update({ documentId: own.documentId, data });
    return ownAdoption(strapi, member, uid);
  });
}
