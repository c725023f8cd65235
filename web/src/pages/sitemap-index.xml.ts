import type { APIRoute } from "astro";
import { sitemapIndex } from "../sitemap/sitemap.ts";
import { xmlResponse } from "../sitemap/xml.ts";

/** Lists the site's maps, one or more per language. */
export const GET: APIRoute = async ({ locals, url }) => xmlResponse(await sitemapIndex(locals, url.origin));
