import { locales } from "@essaim/content";
import type { APIRoute } from "astro";
import { sectionPath } from "../routing/addresses.ts";

/** Tells crawlers where the site's map is, and to leave searches alone. */
export const GET: APIRoute = ({ url }) => {
  const searches = locales.map((locale) => `Disallow: ${sectionPath("search", locale)}`);
  const lines = ["User-agent: *", "Disallow: /api/", ...searches, "", `Sitemap: ${url.origin}/sitemap-index.xml`, ""];
  return new Response(lines.join("\n"), { headers: { "content-type": "text/plain; charset=utf-8" } });
};
