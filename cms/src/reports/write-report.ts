import {
  blocksSchema,
  blocksToPlain,
  calendarDay,
  contentTypes,
  plainToBlocks,
  referencesOf,
  type reportRequestSchema,
  reportTexts,
  type Stored,
  toInput,
  toUid,
  visibilities,
} from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { z } from "zod";
import { type AdoptionEntry, ownAdoption } from "../adoptions/own-adoptions.ts";
import { firstPublishedOn } from "../adoptions/published-resource.ts";
import { strapiUid } from "../database.ts";
import { changedMeanwhile } from "../members/changed-meanwhile.ts";
import type { CentreMember } from "../members/who-asks.ts";
import { linksTo } from "../package/known-documents.ts";
import { inFeedTransaction } from "../publication/feed.ts";
import { freeUid } from "../publication/identity.ts";
import { RequestError } from "../request-error.ts";
import { type ReportEntry, reportsOn } from "./own-report.ts";

const { report } = contentTypes;

type Asked = Omit<z.infer<typeof reportRequestSchema>, "now">;
type Visibility = (typeof visibilities)[number];

/** Writes what a member's centre tells of an adoption, as a draft or for everybody who may see it; an adoption has one report, which can be corrected. */
export async function writeReport(strapi: Core.Strapi, member: CentreMember, asked: Asked): Promise<ReportEntry> {
  return inFeedTransaction(strapi, async () => {
    const adoption = await ownAdoption(strapi, member, asked.adoption);
    const known = (await reportsOn(strapi, [adoption.uid])).get(adoption.uid);
    if (known?.revision !== asked.basedOn) throw changedMeanwhile();
    const stored = storedOf(asked, adoption, known);
    await refuseReport(strapi, asked, adoption);
    await save(strapi, stored, { documentId: known?.documentId, publish: asked.publish });
    const written = (await reportsOn(strapi, [adoption.uid])).get(adoption.uid);
    if (!written) throw new Error(`the report on ${adoption.uid} was not written`);
    return written;
  });
}

/** A report is never shown to more people than its adoption: narrows it, draft and published alike. Must run in the adoption's transaction. */
export async function narrowReport(strapi: Core.Strapi, adoption: string, widest: Visibility): Promise<void> {
  const known = (await reportsOn(strapi, [adoption])).get(adoption);
  if (!known) return;
  const { documentId, draft, published, isChanged } = known;
  const narrowed = (stored: Stored): Stored => ({ ...stored, visibility: narrowest(stored["visibility"], widest) });
  const isWide = [draft, published].some((stored) => stored && narrowed(stored)["visibility"] !== stored["visibility"]);
  if (!isWide) return;
  if (published) await save(strapi, narrowed(published), { documentId, publish: true });
  // Publishing writes the draft too: what the centre had not published yet is put back.
  if (!published || isChanged) await save(strapi, narrowed(draft), { documentId, publish: false });
}

const rank = (visibility: Visibility): number => visibilities.indexOf(visibility);
function narrowest(given: unknown, widest: Visibility): Visibility {
  const own = z.enum(visibilities).parse(given);
  return rank(own) < rank(widest) ? widest : own;
}

async function refuseReport(strapi: Core.Strapi, asked: Asked, adoption: AdoptionEntry): Promise<void> {
  const refuse = (code: string, field: string) => new RequestError(400, code, "this report can't be", { field });
  if (rank(asked.visibility) < rank(adoption.visibility)) throw refuse("visibility-too-wide", "visibility");
  if (asked.on > calendarDay(new Date())) throw refuse("date-in-future", "on");
  if (asked.on < (await firstPublishedOn(strapi, adoption.resource))) throw refuse("date-before-sheet", "on");
  if (!asked.publish) return;
  if (adoption.stage === "interested") throw refuse("nothing-done", "publish");
  if (reportTexts.every((name) => asked[name] === undefined)) throw refuse("report-empty", "context");
}

/** What is written is kept as it was where it says the same: the desk may have given it marks that a form can't show. */
function storedOf({ basedOn: _, publish: __, ...asked }: Asked, adoption: AdoptionEntry, known?: ReportEntry): Stored {
  const stored: Stored = { ...asked, adoption: adoption.uid, isExample: adoption.isExample };
  for (const name of reportTexts) {
    const before = blocksSchema.safeParse(known?.draft[name]).data;
    const said = asked[name];
    stored[name] =
      said === undefined ? undefined : before && blocksToPlain(before) === said ? before : plainToBlocks(said);
  }
  return stored;
}

async function save(
  strapi: Core.Strapi,
  stored: Stored,
  { documentId, publish }: { documentId: string | undefined; publish: boolean },
): Promise<void> {
  const links = await linksTo(strapi, referencesOf(report.fields, stored), undefined);
  const data = toInput(report.fields, stored, { document: (key) => links.get(key), file: () => undefined });
  const documents = strapi.documents(strapiUid(report));
  const status = publish ? { status: "published" as const } : {};
  if (documentId !== undefined) await documents.update({ documentId, data, ...status });
  else {
    const uid = await freeUid(strapi, report, toUid(`${String(stored["adoption"])}-bilan`));
    await documents.create({ data: { ...data, uid }, ...status });
  }
}
