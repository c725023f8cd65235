import type { APIRoute } from "astro";
import { findResource, noResource } from "./history-answer.ts";
import { jsonAnswer } from "./json-answer.ts";

/** The versions of a resource, newest first, below its page’s address: `versions.json`. */
export const GET: APIRoute = async (context) => {
  const document = await findResource(context);
  if (!document) return noResource();
  const { type, uid, locale } = document;
  const { items } = await context.locals.versions(document);
  return jsonAnswer({ type, uid, locale, versions: items });
};
