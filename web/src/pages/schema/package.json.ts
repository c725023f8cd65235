import { packageJsonSchema } from "@essaim/content";
import type { APIRoute } from "astro";

/** The JSON Schema of packages. */
export const GET: APIRoute = () =>
  new Response(JSON.stringify(packageJsonSchema(), null, 2), {
    headers: { "content-type": "application/schema+json", "cache-control": "no-cache" },
  });
