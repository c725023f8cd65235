import { localeSchema } from "@essaim/content";
import type { APIRoute } from "astro";
import { sitemap } from "../sitemap/sitemap.ts";
import { xmlResponse } from "../sitemap/xml.ts";

/** One language's pages, at most 10,000 of them. */
export const GET: APIRoute = async ({ locals, params, url }) => {
  const locale = localeSchema.safeParse(params["locale"]);
  const part = /^[1-9]\d{0,3}$/.test(params["part"] ?? "") ? Number(params["part"]) : undefined;
  const xml = locale.success && part !== undefined ? await sitemap(locals, url.origin, locale.data, part) : undefined;
  return xml === undefined ? new Response(null, { status: 404 }) : xmlResponse(xml);
};
