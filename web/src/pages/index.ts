import type { APIRoute } from "astro";
import { homePath } from "../routing/addresses.ts";
import { preferredLocale } from "../routing/preferred-locale.ts";

/** Sends a reader to the home page in their language. */
export const GET: APIRoute = ({ request }) => {
  const location = homePath(preferredLocale(request.headers.get("accept-language")));
  return new Response(null, {
    status: 302,
    headers: { location, vary: "Accept-Language", "cache-control": "no-store" },
  });
};
