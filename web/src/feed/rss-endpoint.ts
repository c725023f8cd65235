import type { APIRoute } from "astro";
import { readFeed } from "./rss.ts";

/** One language’s news. */
export const GET: APIRoute = async ({ locals, url }) =>
  new Response(await readFeed(locals, url.origin), {
    headers: { "content-type": "application/rss+xml; charset=utf-8" },
  });
