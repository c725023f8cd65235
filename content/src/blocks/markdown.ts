import type { Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmStrikethroughFromMarkdown, gfmStrikethroughToMarkdown } from "mdast-util-gfm-strikethrough";
import { defaultHandlers, type Handle, toMarkdown } from "mdast-util-to-markdown";
import { gfmStrikethrough } from "micromark-extension-gfm-strikethrough";
import { refuseCostly } from "./markdown-cost.ts";
import { normalizeBlocks } from "./normalize.ts";
import { readBlocks } from "./read-blocks.ts";
import type { Blocks } from "./schema.ts";
import { unsupportedSyntax, unsupportedTokens, unsupportedUnsafe } from "./unsupported.ts";
import { writeBlocks } from "./write-blocks.ts";

/**
 * Markdown of blocks: CommonMark with GitHub's strikethrough, and `<u>…</u>` for underlined text.
 * Ends with no end of line; nothing is lost but what {@link normalizeBlocks} takes away.
 */
export function blocksToMarkdown(blocks: Blocks): string {
  const markdown = toMarkdown(writeBlocks(normalizeBlocks(blocks)), {
    extensions: [gfmStrikethroughToMarkdown(), { unsafe: unsupportedUnsafe }],
    handlers: { text: writeText },
    bullet: "-",
    emphasis: "*",
    listItemIndent: "one",
  });
  return markdown.replace(/\n$/, "");
}

/**
 * Blocks of Markdown, in their normal form. Ends of lines inside a paragraph are kept, as Strapi shows them.
 * @throws {MarkdownError} for what blocks cannot hold: tables, images, footnotes, HTML other than `<u>…</u>`…
 */
export function markdownToBlocks(markdown: string): Blocks {
  refuseCostly(markdown);
  return normalizeBlocks(readBlocks(parse(markdown)));
}

function parse(markdown: string): Root {
  return fromMarkdown(markdown, {
    extensions: [gfmStrikethrough(), ...unsupportedSyntax()],
    mdastExtensions: [gfmStrikethroughFromMarkdown(), unsupportedTokens],
  });
}

// The library leaves `_` inside words as it is, but a letter next to `~~` may become a character reference (`&#x61;_b`),
// after which `_` would open emphasis. It takes care of that next to `*` and `_` only.
const writeText: Handle = (node, parent, state, info) => {
  let markdown = defaultHandlers.text(node, parent, state, info);
  if (info.before.endsWith("~")) markdown = markdown.replace(/^([^_\\])(_+)/u, escapeSecond);
  if (info.after.startsWith("~")) markdown = markdown.replace(/(?<![\\_])()(_+)(?=.$)/u, escapeSecond);
  return markdown;
};

const escapeSecond = (_: string, before: string, underscores: string) => before + underscores.replaceAll("_", "\\_");
