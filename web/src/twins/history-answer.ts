import type { APIContext } from "astro";
import { resourceTypeOf } from "../views/history/history.ts";
import type { Resource } from "../views/resource-card.ts";
import { findDocument } from "../views/sheet.ts";
import { jsonAnswer } from "./json-answer.ts";

type Context = Pick<APIContext, "locals" | "params" | "url">;

/** What a program is told that asked for something wrong. */
export const refusal = (status: 400 | 404, code: string, message: string, field?: string): Response =>
  jsonAnswer({ error: { code, message, ...(field && { field }) } }, status);

/** The resource below whose page an address such as `/fr/kits/x/versions.json` stands; null when there is none. */
export async function findResource(context: Context): Promise<Resource | null> {
  const type = resourceTypeOf(context.url.pathname.replace(/[^/]*\/?$/, ""));
  const document = type && (await findDocument(type, context));
  return (document ?? null) as Resource | null;
}

/** What is said where there is no such resource. */
export const noResource = (): Response => refusal(404, "not-published", "no such document is published", "slug");
