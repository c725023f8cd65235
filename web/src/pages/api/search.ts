import type { APIRoute } from "astro";
import { translatorOf } from "../../i18n/translator.ts";
import { runSearch } from "../../search/run-search.ts";

/** Seconds after which a reader’s program may ask again. */
const retryAfter = "2";

const json = (status: number, body: object, headers: Record<string, string> = {}): Response =>
  Response.json(body, { status, headers: { "cache-control": "no-store", ...headers } });

/** Searches; see `parseSearchParams` of `@essaim/search` for the parameters. */
export const GET: APIRoute = async ({ url }) => {
  const outcome = await runSearch(url.searchParams);
  switch (outcome.state) {
    case "answered":
      return json(200, outcome.answer);
    case "refused":
      return json(400, { error: outcome.error });
    case "unavailable": {
      const message = translatorOf(outcome.request.locale)("search.down");
      return json(503, { error: { code: "engine_unavailable", message } }, { "retry-after": retryAfter });
    }
  }
};

/** Nothing can be sent here. */
export const ALL: APIRoute = () =>
  json(405, { error: { code: "method_not_allowed", message: "GET" } }, { allow: "GET, HEAD" });
