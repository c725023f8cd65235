import type { BlockContent, DefinitionContent, ListItem, List as ListNode, Nodes, Root } from "mdast";
import { MarkdownError } from "./markdown-error.ts";
import { type Addresses, readAddresses } from "./read-addresses.ts";
import { readInline } from "./read-inline.ts";
import {
  type Block,
  type Blocks,
  type Inline,
  type List,
  MAX_LIST_DEPTH,
  MAX_TEXT_LENGTH,
  textLength,
} from "./schema.ts";

/** Blocks of a Markdown tree. @throws {MarkdownError} */
export function readBlocks(tree: Root): Blocks {
  const addresses = readAddresses(tree);
  const blocks = tree.children.flatMap((node) => readBlock(node, addresses));
  if (textLength(blocks) > MAX_TEXT_LENGTH) {
    throw new MarkdownError(1, `the text is at most ${MAX_TEXT_LENGTH} characters long`);
  }
  return blocks;
}

function readBlock(node: Nodes, addresses: Addresses): Block[] {
  switch (node.type) {
    case "definition":
      return [];
    case "paragraph":
      return filled(readInline(node.children, addresses)).map((children) => ({ type: "paragraph", children }));
    case "heading":
      return filled(readInline(node.children, addresses)).map((children) => ({
        type: "heading",
        level: node.depth,
        children,
      }));
    case "blockquote":
      return filled(readParagraphs(node.children, "a quote", addresses)).map((children) => ({
        type: "quote",
        children,
      }));
    case "code": {
      if (node.meta) throw refused(node, "a code block keeps one word after its fence, its language");
      return [{ type: "code", language: node.lang ?? null, children: [{ type: "text", text: node.value }] }];
    }
    case "list":
      return [readList(node, addresses, 1)];
    default:
      throw refused(node, `${NAMES[node.type] ?? node.type} cannot be kept`);
  }
}

const NAMES: Partial<Record<Nodes["type"], string>> = {
  html: "HTML (other than <u>…</u> inside a line)",
  thematicBreak: "a horizontal rule",
};

const refused = (node: Nodes, reason: string) => new MarkdownError(node.position?.start.line ?? 1, reason);

const filled = (content: Inline[]) => (content.length === 0 ? [] : [content]);

function readList(node: ListNode, addresses: Addresses, depth: number): List {
  if (depth > MAX_LIST_DEPTH) throw refused(node, `lists nest at most ${MAX_LIST_DEPTH} levels deep`);
  if (node.ordered && node.start !== 1) throw refused(node, "an ordered list starts at 1");
  return {
    type: "list",
    format: node.ordered ? "ordered" : "unordered",
    children: node.children.flatMap((item) => readItem(item, addresses, depth)),
  };
}

function readItem(item: ListItem, addresses: Addresses, depth: number): List["children"] {
  const start = item.children.findIndex((child) => child.type === "list");
  const split = start === -1 ? item.children.length : start;
  const content = readParagraphs(item.children.slice(0, split), "a list item", addresses);
  const lists = item.children.slice(split).map((child) => {
    if (child.type === "list") return readList(child, addresses, depth + 1);
    throw refused(child, "nothing but lists may follow a list nested in an item");
  });
  return [{ type: "list-item", children: content }, ...lists];
}

/** Content of several paragraphs as one, an empty line between them. */
function readParagraphs(nodes: (BlockContent | DefinitionContent)[], holder: string, addresses: Addresses): Inline[] {
  return nodes
    .filter((node) => node.type !== "definition")
    .flatMap((node, index): Inline[] => {
      if (node.type !== "paragraph") throw refused(node, `${holder} holds only text`);
      const content = readInline(node.children, addresses);
      return index === 0 ? content : [{ type: "text", text: "\n\n" }, ...content];
    });
}
