import { z } from "zod";

/** Text that shows nothing (spaces, zero-width characters, empty Braille cells) is no text. */
const visible = (schema: z.ZodString) => schema.regex(/[^\s\p{DI}\u2800]/u, "must hold a visible character");

/** At most `max` characters as the CMS counts them: what it would refuse later must be refused before anything is written. */
const bounded = (max: number) =>
  z
    .string()
    .min(1)
    .max(max, { abort: true })
    .refine((text) => text.length <= max, `must hold at most ${max} characters, an emoji counting for two`);

/** One line of plain text of at most `max` characters, something to be seen in it. */
export const lineSchema = (max: number): z.ZodString =>
  visible(bounded(max).regex(/^[^\p{Cc}\p{Cs}]*$/u, "must be a single line without control characters"));

/** Several lines of plain text of at most `max` characters, something to be seen in them. */
export const paragraphsSchema = (max: number): z.ZodString =>
  visible(bounded(max).regex(/^(?:[^\p{Cc}\p{Cs}]|[\n\t])*$/u, "must not hold control characters"));
