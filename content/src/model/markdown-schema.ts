import { markdownToBlocks } from "../blocks/index.ts";
import { paragraphsSchema } from "./plain-text.ts";

/** Rich text as a package writes it: Markdown that converts to blocks, checked by converting it. */
export const markdownSchema = paragraphsSchema(200_000).superRefine((markdown, context) => {
  try {
    markdownToBlocks(markdown);
  } catch (error) {
    context.addIssue({ code: "custom", message: error instanceof Error ? error.message : String(error) });
  }
});
