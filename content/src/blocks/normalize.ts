import { cleanText, normalizeInline } from "./normalize-inline.ts";
import type { Block, Blocks, Inline, List, ListChild } from "./schema.ts";

/**
 * The one form of rich text that Markdown gives back exactly. It looks the same to a reader:
 * equal neighbouring texts are merged; white space moves out of bold, italic and strikethrough, and off the ends of blocks;
 * blocks, items and links without text go, as do control characters; nested lists carry their depth.
 */
export function normalizeBlocks(blocks: Blocks): Blocks {
  return blocks.flatMap(normalizeBlock);
}

function normalizeBlock(block: Block): Block[] {
  if (block.type === "list") return normalizeList(block, 0);
  if (block.type === "code") {
    const text = cleanText(block.children.map((child) => child.text).join(""));
    const language = cleanText(block.language ?? "").trim();
    const children = [{ type: "text" as const, text }];
    if (text === "") return [];
    return [language === "" ? { type: "code", children } : { type: "code", language, children }];
  }
  const children = normalizeInline(block.children);
  return children.length === 0 ? [] : [{ ...block, children }];
}

function normalizeList(list: List, depth: number): List[] {
  const children = itemsWithLists(list.children).flatMap(({ content, lists }): ListChild[] => {
    const item = normalizeInline(content);
    const nested = lists.flatMap((inner) => normalizeList(inner, depth + 1));
    if (item.length === 0 && nested.length === 0) return [];
    return [{ type: "list-item", children: item.length === 0 ? [{ type: "text", text: "" }] : item }, ...nested];
  });
  if (children.length === 0) return [];
  const { type, format } = list;
  return [depth === 0 ? { type, format, children } : { type, format, indentLevel: depth, children }];
}

/** Each item of a list with the lists nested under it; a list that comes first gets an empty item to stand under. */
export function itemsWithLists(children: readonly ListChild[]): { content: Inline[]; lists: List[] }[] {
  const items: { content: Inline[]; lists: List[] }[] = [];
  for (const child of children) {
    if (child.type === "list-item") items.push({ content: child.children, lists: [] });
    else if (items.length === 0) items.push({ content: [], lists: [child] });
    else items.at(-1)?.lists.push(child);
  }
  return items;
}
