import { isVersionNumber, type VersionNote } from "@essaim/content";
import type { APIRoute } from "astro";
import { readDifference } from "../views/history/difference.ts";
import { findResource, noResource, refusal } from "./history-answer.ts";
import { jsonAnswer } from "./json-answer.ts";

const noteOf = ({ number, at, author, note }: VersionNote): VersionNote => ({ number, at, author, note });

/** What changed between two versions of a resource, below its page’s address: `diff.json?from=1&to=2`. Values are in stored form. */
export const GET: APIRoute = async (context) => {
  const { searchParams } = context.url;
  for (const field of ["from", "to"]) {
    if (!isVersionNumber(searchParams.get(field)))
      return refusal(400, "invalid", `${field} must be the number of a version`, field);
  }
  const document = await findResource(context);
  if (!document) return noResource();
  const pair = [Number(searchParams.get("from")), Number(searchParams.get("to"))] as const;
  const difference = await readDifference(document, pair, context.locals);
  if ("missing" in difference) return refusal(404, "unknown-version", "no such version", difference.missing);
  const { type, uid, locale } = document;
  const { from, to, changes } = difference;
  return jsonAnswer({ type, uid, locale, from: noteOf(from), to: noteOf(to), changes });
};
