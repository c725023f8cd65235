import {
  applyChanges,
  canonicalJson,
  changesBetween,
  fieldAt,
  type Key,
  keySchema,
  MarkdownError,
  type MergeOffer,
  markdownToBlocks,
  type mergePairSchema,
  type mergeSchema,
  type Stored,
  type undoMergeSchema,
  type VersionChange,
} from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { z } from "zod";
import { sqlNow } from "../database.ts";
import type { Account } from "../members/accounts.ts";
import { inFeedTransaction } from "../publication/feed.ts";
import { tables } from "../publication/tables.ts";
import { RequestError } from "../request-error.ts";
import { creditedBy, creditedIn, notedIn, withoutCredit } from "./credit.ts";
import { type FamilyPair, familyPair } from "./family-pair.ts";
import { mergeOffer } from "./merge-offer.ts";
import { writeDraft } from "./save.ts";

/** What a sheet could take over from a relative. */
export async function readMerge(
  strapi: Core.Strapi,
  member: Account,
  keys: z.infer<typeof mergePairSchema>,
): Promise<MergeOffer> {
  return mergeOffer(strapi, member, await familyPair(strapi, member, keys));
}

/** Takes one change into a draft, or leaves it. Its own texts are never overwritten unless the member says so of this very one. */
export async function merge(
  strapi: Core.Strapi,
  member: Account,
  asked: z.infer<typeof mergeSchema>,
): Promise<MergeOffer> {
  return inFeedTransaction(strapi, async () => {
    const pair = await familyPair(strapi, member, asked);
    if (pair.base !== asked.base || pair.from.number !== asked.version)
      throw new RequestError(409, "changed", "one of them has changed since", { field: "version" });
    const change = pair.changes.find(({ id }) => id === asked.change);
    const field = String(change?.path[0]);
    if (!change) throw new RequestError(404, "no-change", "there is no such change", { field: "change" });
    const before = pair.into.stored[field];
    if (asked.decision !== "leave") await take(strapi, pair, change, asked);
    const { into } = await familyPair(strapi, member, asked);
    const credited = creditedBy(pair.into.stored, into.stored);
    await remember(strapi, member, { asked, field, before, after: into.stored[field], credited });
    return mergeOffer(strapi, member, await familyPair(strapi, member, asked));
  });
}

type Asked = z.infer<typeof mergeSchema>;

async function take(strapi: Core.Strapi, pair: FamilyPair, change: VersionChange, asked: Asked): Promise<void> {
  const { into, fields, before, after } = pair;
  const value =
    asked.decision === "write"
      ? writtenFor(pair, change, asked.text ?? "")
      : "after" in change
        ? change.after
        : undefined;
  const decisions = new Map([[change.id, value]]);
  const isWritten = asked.decision === "write";
  const plain = applyChanges({ fields, before, after }, [change], into.stored);
  if (isWritten && plain.outcomes.get(change.id) !== "conflict")
    throw new RequestError(409, "no-conflict", "there is nothing to decide between", { field: "decision" });
  const { document, outcomes } = applyChanges({ fields, before, after }, [change], into.stored, decisions);
  if (outcomes.get(change.id) === "conflict")
    throw new RequestError(409, "nothing-there", "the draft has nothing left that this could change", {
      field: "change",
    });
  const name = String(change.path[0]);
  const taken = document[name];
  if (taken !== undefined && !fields[name]?.stored.safeParse(taken).success)
    throw new RequestError(409, "does-not-fit", "with this change the draft would say more than it can hold", {
      field: name,
    });
  const credited = creditedIn(pair, document);
  await writeDraft(strapi, into, { stored: credited, note: notedIn(pair), publish: false });
}

/** What a member writes in place of both texts. Throws a RequestError of 400. */
function writtenFor({ fields }: FamilyPair, change: VersionChange, text: string): unknown {
  const written = text.trim();
  if (written === "") throw new RequestError(400, "missing", "nothing is written", { field: "text" });
  const kind = fieldAt(fields, change.path)?.shape.kind;
  const isPlain = change.kind === "text" || (change.kind === "value" && (kind === "string" || kind === "text"));
  if (isPlain) return written;
  if (change.kind !== "block" && kind !== "blocks")
    throw new RequestError(400, "not-writable", "this is chosen, not written", { field: "decision" });
  try {
    const blocks = markdownToBlocks(written);
    if (change.kind !== "block") return blocks;
    if (blocks.length === 1) return blocks[0];
  } catch (error) {
    if (!(error instanceof MarkdownError)) throw error;
  }
  throw new RequestError(400, "invalid-text", "one paragraph, written plainly", { field: "text" });
}

interface Remembered {
  readonly asked: Asked;
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly credited: readonly string[];
}

async function remember(
  strapi: Core.Strapi,
  member: Account,
  { asked, field, before, after, credited }: Remembered,
): Promise<void> {
  const sql = await sqlNow(strapi);
  const { from: from_key, into: into_key, base, version, change } = asked;
  await sql(tables.merges).where({ from_key, into_key, base, version, change }).delete();
  await sql(tables.merges).insert({
    ...{ from_key, into_key, base, version, change, field, user_id: member.id, at: new Date().toISOString() },
    ...{ state: asked.decision === "leave" ? "left" : "taken" },
    ...{ before: canonicalJson(before ?? null), after: canonicalJson(after ?? null) },
    credited: JSON.stringify(credited),
  });
}

const rowSchema = z.object({ state: z.string(), field: z.string(), before: z.string(), after: z.string() });

/** Takes a change back out of a draft, or offers again what was left. What was written since in the same place stays: then it is refused with 409. */
export async function undoMerge(
  strapi: Core.Strapi,
  member: Account,
  asked: z.infer<typeof undoMergeSchema>,
): Promise<MergeOffer> {
  return inFeedTransaction(strapi, async () => {
    const pair = await familyPair(strapi, member, asked);
    const { into } = pair;
    const sql = await sqlNow(strapi);
    const which = { id: asked.taken, from_key: asked.from, into_key: asked.into };
    const row = rowSchema.safeParse(await sql(tables.merges).where(which).first()).data;
    if (!row) throw new RequestError(404, "no-change", "nothing of the kind was taken", { field: "taken" });
    if (row.state === "taken") {
      const back = takenBack(into.type.fields, row, into.stored);
      await writeDraft(strapi, into, {
        ...(await withoutCredit(sql, pair, { id: asked.taken, stored: back })),
        publish: false,
      });
    }
    await sql(tables.merges).where(which).delete();
    return mergeOffer(strapi, member, await familyPair(strapi, member, asked));
  });
}

function takenBack(
  all: FamilyPair["fields"],
  { field, before, after }: z.infer<typeof rowSchema>,
  document: Stored,
): Stored {
  const fields = Object.fromEntries(Object.entries(all).filter(([name]) => name === field));
  const holding = (json: string): Stored => {
    const value: unknown = JSON.parse(json);
    return value === null ? {} : { [field]: value };
  };
  const versions = { fields, before: holding(after), after: holding(before) };
  const back = applyChanges(versions, changesBetween(versions), document);
  if ([...back.outcomes.values()].includes("conflict"))
    throw new RequestError(409, "written-since", "something else was written there since", { field: "taken" });
  return back.document;
}

/** Has an adaptation be compared with the newest version of its original from now on: all that it brought has been looked at. */
export async function followOriginal(
  strapi: Core.Strapi,
  member: Account,
  asked: z.infer<typeof mergePairSchema>,
): Promise<MergeOffer> {
  return inFeedTransaction(strapi, async () => {
    const { into, from, direction } = await familyPair(strapi, member, asked);
    if (direction !== "down")
      throw new RequestError(409, "not-related", "an original follows nothing", { field: "into" });
    const derivedFrom = { document: keySchema.parse(asked.from) satisfies Key, version: from.number };
    await writeDraft(strapi, into, { stored: { ...into.stored, derivedFrom }, note: into.note, publish: false });
    return mergeOffer(strapi, member, await familyPair(strapi, member, asked));
  });
}
