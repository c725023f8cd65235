import { z } from "zod";
import { markdownToBlocks } from "../blocks/index.ts";

/** Rich text as a package writes it: Markdown that converts to blocks, checked by converting it. */
export const markdownSchema = z
  .string()
  .min(1)
  .max(200_000)
  .regex(/^(?:[^\p{Cc}\p{Cs}]|[\n\t])*$/u, "must not hold control characters")
  .superRefine((markdown, context) => {
    try {
      markdownToBlocks(markdown);
    } catch (error) {
      context.addIssue({ code: "custom", message: error instanceof Error ? error.message : String(error) });
    }
  });
