export { blocksToMarkdown, markdownToBlocks } from "./markdown.ts";
export { MarkdownError } from "./markdown-error.ts";
export { normalizeBlocks } from "./normalize.ts";
export { blocksToPlain, plainToBlocks } from "./plain.ts";
export {
  type Block,
  type Blocks,
  blocksSchema,
  type Inline,
  type List,
  type ListChild,
  MAX_LIST_DEPTH,
  MAX_TEXT_LENGTH,
  type Mark,
  type Text,
} from "./schema.ts";
export { blocksToText, blocksWordCount } from "./text.ts";
