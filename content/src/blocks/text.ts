import type { Block, Blocks, Inline, List } from "./schema.ts";

/** Plain text of blocks, for search and summaries: blocks are set apart by an empty line, list items by an end of line. */
export function blocksToText(blocks: Blocks): string {
  return blocks
    .map(blockText)
    .filter((text) => text.trim() !== "")
    .join("\n\n");
}

/** Number of words a reader would count: what stands between white space and holds a letter or a digit. */
export function blocksWordCount(blocks: Blocks): number {
  return blocksToText(blocks)
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

function blockText(block: Block): string {
  return block.type === "list" ? listLines(block).join("\n") : inlineText(block.children);
}

function listLines(list: List): string[] {
  return list.children
    .flatMap((child) => (child.type === "list" ? listLines(child) : [inlineText(child.children)]))
    .filter((line) => line.trim() !== "");
}

function inlineText(nodes: readonly Inline[]): string {
  return nodes.map((node) => (node.type === "text" ? node.text : inlineText(node.children))).join("");
}
