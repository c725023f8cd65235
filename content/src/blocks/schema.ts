import { z } from "zod";
import { linkAddressProblem } from "./link-address.ts";

/** Lists may hold lists, down to this many levels. */
export const MAX_LIST_DEPTH = 6;
/** Most characters that all the text nodes of one value may hold together. */
export const MAX_TEXT_LENGTH = 100_000;

const textSchema = z.object({
  type: z.literal("text"),
  text: z.string(),
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  underline: z.boolean().optional(),
  strikethrough: z.boolean().optional(),
  code: z.boolean().optional(),
});

const linkSchema = z.object({
  type: z.literal("link"),
  url: z
    .string()
    .trim()
    .superRefine((url, context) => {
      const problem = linkAddressProblem(url);
      if (problem !== undefined) context.addIssue({ code: "custom", message: problem });
    }),
  children: z.array(textSchema),
});

const inlineSchema = z.discriminatedUnion("type", [textSchema, linkSchema], {
  error: "must be a text or a link",
});
const inlineContent = z.array(inlineSchema);
const filledContent = inlineContent.min(1, "must hold at least one text or link");

const listItemSchema = z.object({ type: z.literal("list-item"), children: inlineContent });

const listShape = {
  type: z.literal("list"),
  format: z.enum(["ordered", "unordered"]),
  indentLevel: z.number().int().nonnegative().optional(),
};

/** A list item, or a list nested under the item before it. */
export type ListChild = z.infer<typeof listItemSchema> | List;
/** A list of blocks: Strapi puts a nested list beside the item it belongs to, not inside it. */
export type List = z.infer<z.ZodObject<typeof listShape>> & { children: ListChild[] };

// Built level by level: a value nested past the limit is refused before it can exhaust the stack.
function listSchema(level: number): z.ZodObject<typeof listShape & { children: z.ZodArray<z.ZodType<ListChild>> }> {
  const child: z.ZodType<ListChild> =
    level < MAX_LIST_DEPTH
      ? z.discriminatedUnion("type", [listItemSchema, listSchema(level + 1)], {
          error: "must be a list item or a list",
        })
      : z.discriminatedUnion("type", [listItemSchema], { error: `lists nest at most ${MAX_LIST_DEPTH} levels deep` });
  return z.object({ ...listShape, children: z.array(child).min(1, "must hold at least one list item") });
}

const blockSchema = z.discriminatedUnion(
  "type",
  [
    z.object({ type: z.literal("paragraph"), children: filledContent }),
    z.object({ type: z.literal("heading"), level: z.literal([1, 2, 3, 4, 5, 6]), children: filledContent }),
    z.object({ type: z.literal("quote"), children: filledContent }),
    z.object({
      type: z.literal("code"),
      language: z.string().nullish(),
      children: z.array(textSchema).min(1, "must hold at least one text"),
    }),
    listSchema(1),
  ],
  {
    error: ({ input }) =>
      isImage(input)
        ? "images do not stand in the text: put the file in an image field"
        : "must be a paragraph, a heading, a list, a quote or a code block",
  },
);

const isImage = (input: unknown) => z.object({ type: z.literal("image") }).safeParse(input).success;

/** Rich text as Strapi 5 keeps it (its `blocks` attribute), without images, within this portal's limits. */
export const blocksSchema = z.array(blockSchema).refine((blocks) => textLength(blocks) <= MAX_TEXT_LENGTH, {
  message: `the text is at most ${MAX_TEXT_LENGTH} characters long`,
  // Otherwise a value with several faults would be measured before they are known.
  abort: true,
});

/** One value of rich text. */
export type Blocks = z.infer<typeof blocksSchema>;
/** One block of rich text. */
export type Block = z.infer<typeof blockSchema>;
/** A run of text with its marks. */
export type Text = z.infer<typeof textSchema>;
/** A text or a link. */
export type Inline = z.infer<typeof inlineSchema>;
/** Marks that a run of text can carry. */
export type Mark = "bold" | "italic" | "underline" | "strikethrough" | "code";

/** Number of characters in all the text nodes, links included. */
export function textLength(nodes: readonly (Block | ListChild | Inline)[]): number {
  let length = 0;
  for (const node of nodes) length += node.type === "text" ? node.text.length : textLength(node.children);
  return length;
}
