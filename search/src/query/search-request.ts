import { defaultLocale, type Locale, localeSchema } from "@essaim/content";
import { z } from "zod";
import { maxTotalHits } from "../settings.ts";
import { type Facet, facets } from "./facet-names.ts";
import { facetSchemas, type Selection } from "./facets.ts";
import { type RefusalCode, type RequestError, refusal } from "./refusals.ts";

const longestQuery = 500;
const mostValues = 30;
const mostHits = 100;

/** Orders of the hits; relevance means nothing without words, so it is then the newest first, too. */
export const sorts = ["relevance", "newest", "adopted"] as const;

const listOf = <F extends Facet>(facet: F) => z.array(facetSchemas[facet]).max(mostValues).default([]);

/** A number as people write it: digits, not « 1e2 ». */
const count = (least: number, most: number) =>
  z
    .union([
      z.int(),
      z
        .string()
        .regex(/^\d{1,9}$/)
        .transform(Number),
    ])
    .pipe(z.int().min(least).max(most));

/** A search, as the interface and the search page understand it. */
export const searchRequestSchema = z.object({
  q: z.string().max(longestQuery).default(""),
  locale: localeSchema.default(defaultLocale),
  type: listOf("type"),
  theme: listOf("theme"),
  audience: listOf("audience"),
  centre: listOf("centre"),
  tool: listOf("tool"),
  maturity: listOf("maturity"),
  licence: listOf("licence"),
  territory: listOf("territory"),
  adoptedIn: listOf("adoptedIn"),
  preparation: listOf("preparation"),
  cost: listOf("cost"),
  groupSize: listOf("groupSize"),
  sort: z.enum(sorts).default("relevance"),
  limit: count(1, mostHits).default(20),
  offset: count(0, maxTotalHits - mostHits).default(0),
});

/** A search whose parameters were checked. */
export type SearchRequest = z.infer<typeof searchRequestSchema>;

/** A search, or why its parameters are refused. */
export type ParsedRequest =
  | { readonly ok: true; readonly request: SearchRequest }
  | { readonly ok: false; readonly error: RequestError };

const once = ["q", "locale", "sort", "limit", "offset"] as const;

/** Reads a search from an address; empty values count as absent, as forms send them, and unknown parameters are left alone. */
export function parseSearchParams(params: URLSearchParams, locale: Locale = defaultLocale): ParsedRequest {
  const spoken = localeSchema.safeParse(params.get("locale")).data ?? locale;
  const single = once.map((name) => [name, given(params, name)] as const);
  const twice = single.find(([, values]) => values.length > 1);
  if (twice) return { ok: false, error: refusal(spoken, "repeated", twice[0]) };
  const parsed = searchRequestSchema.safeParse({
    locale,
    ...Object.fromEntries(single.flatMap(([name, [value]]) => (value === undefined ? [] : [[name, value]]))),
    ...Object.fromEntries(facets.map((facet) => [facet, [...new Set(given(params, facet))]])),
  });
  if (parsed.success) return { ok: true, request: parsed.data };
  return { ok: false, error: explain(spoken, parsed.error.issues[0]) };
}

const given = (params: URLSearchParams, name: string): string[] =>
  params.getAll(name).filter((value) => value.trim() !== "");

function explain(locale: Locale, issue: z.core.$ZodIssue | undefined): RequestError {
  const [field = "", position] = (issue?.path ?? []).map(String);
  if (field === "q") return refusal(locale, "too_long", field, { most: longestQuery });
  if (field === "limit") return refusal(locale, "out_of_range", field, { least: 1, most: mostHits });
  if (field === "offset") return refusal(locale, "out_of_range", field, { least: 0, most: maxTotalHits - mostHits });
  if (issue?.code === "too_big" && position === undefined)
    return refusal(locale, "too_many", field, { most: mostValues });
  const code: RefusalCode = issue?.code === "invalid_value" ? "unknown_value" : "malformed";
  return refusal(locale, code, field);
}

/** The facets chosen in a request. */
export const selectionOf = (request: SearchRequest): Selection =>
  Object.fromEntries(facets.map((facet) => [facet, request[facet]]));
