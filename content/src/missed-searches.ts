import { z } from "zod";
import { localeSchema } from "./locales.ts";

/** Most searches that the CMS takes at once, and most times that each is said to have been made. */
export const [mostMissedSearches, mostMissedTimes] = [200, 100];

/**
 * The words of a search that found nothing, in lower case, one space between them. What may be somebody's own is refused: many words, as
 * in a letter, and four digits or more, as in telephone numbers and dates of birth.
 */
export const missedWordsSchema = z
  .string()
  .max(80)
  .regex(/^[\p{L}\p{M}\p{N}]+(?: [\p{L}\p{M}\p{N}]+){0,7}$/u, "must be one to eight words")
  .regex(/^(?:\P{Nd}*\p{Nd}){0,3}\P{Nd}*$/u, "must hold less than four digits");

/** The body of `POST /api/missed-searches`: how often each search was made since the site last told of it. */
export const missedSearchesRequestSchema = z.strictObject({
  searches: z
    .array(
      z.strictObject({ locale: localeSchema, words: missedWordsSchema, times: z.int().min(1).max(mostMissedTimes) }),
    )
    .min(1)
    .max(mostMissedSearches),
});

export type MissedSearch = z.infer<typeof missedSearchesRequestSchema>["searches"][number];
