import {
  calendarDay,
  changeStage,
  contentTypes,
  type privateNoteRequestSchema,
  type StageRefusal,
  type stageRequestSchema,
  type visibilityRequestSchema,
} from "@essaim/content";
import type { Core } from "@strapi/strapi";
import type { z } from "zod";
import { strapiUid } from "../database.ts";
import { memberOf } from "../members/accounts.ts";
import { changedMeanwhile } from "../members/changed-meanwhile.ts";
import type { CentreMember } from "../members/who-asks.ts";
import { lockFeed } from "../publication/feed.ts";
import { narrowReport } from "../reports/write-report.ts";
import { RequestError } from "../request-error.ts";
import { type AdoptionEntry, ownAdoption } from "./own-adoptions.ts";
import { firstPublishedOn } from "./published-resource.ts";

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

/** Moves an adoption of a member's centre to another stage. */
export const moveStage = (
  strapi: Core.Strapi,
  member: CentreMember,
  uid: string,
  { basedOn, ...change }: z.infer<typeof stageRequestSchema>,
): Promise<AdoptionEntry> =>
  changeOwn(strapi, member, { uid, basedOn }, async (own) => {
    const published = await firstPublishedOn(strapi, own.resource);
    const { adoption, refusal } = changeStage(own, change, published, calendarDay(new Date()));
    if (refusal) throw refusedStage(refusal);
    const tellers = [...own.tellers, memberOf(member).name];
    const history = adoption.history.map((one, index) => ({ ...one, by: tellers[index] ?? null }));
    return { stage: adoption.stage, history, stoppedBecause: adoption.stoppedBecause ?? null };
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
  return strapi.db.transaction(async () => {
    await lockFeed(strapi);
    const own = await ownAdoption(strapi, member, uid);
    if (own.revision !== basedOn) throw changedMeanwhile();
    const data = { ...(await decide(own)) };
    await strapi.documents(strapiUid(contentTypes.adoption)).update({ documentId: own.documentId, data });
    return ownAdoption(strapi, member, uid);
  });
}
