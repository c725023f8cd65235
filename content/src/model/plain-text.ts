import { z } from "zod";

/** Characters that turn the direction of all that follows, on the page too where nothing ends them. */
const directions = /[\u202a-\u202e\u2066-\u2069]/g;

/** A text without the characters that turn its direction by force; letters of a script know their own. */
export const withoutTurns = (text: string): string => text.replace(directions, "");

/** Text that shows nothing (spaces, zero-width characters, empty Braille cells) is no text. */
const visible = (schema: z.ZodString) => schema.regex(/[^\s\p{DI}\u2800]/u, "must hold a visible character");

/** At most `max` characters as the CMS counts them: what it would refuse later must be refused before anything is written. */
const bounded = (max: number) =>
  z
    .string()
    .overwrite(withoutTurns)
    .min(1)
    .max(max, { abort: true })
    .refine((text) => text.length <= max, `must hold at most ${max} characters, an emoji counting for two`);

/** One line of plain text of at most `max` characters, something to be seen in it. */
export const lineSchema = (max: number): z.ZodString =>
  visible(bounded(max).regex(/^[^\p{Cc}\p{Cs}]*$/u, "must be a single line without control characters"));

/** Several lines of plain text of at most `max` characters, something to be seen in them. */
export const paragraphsSchema = (max: number): z.ZodString =>
  visible(bounded(max).regex(/^(?:[^\p{Cc}\p{Cs}]|[\n\t])*$/u, "must not hold control characters"));
