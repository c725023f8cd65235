import type { BlockContent, ListItem, List as ListNode, PhrasingContent, Root } from "mdast";
import { itemsWithLists } from "./normalize.ts";
import { MARKS } from "./normalize-inline.ts";
import type { Block, Blocks, Inline, List, Mark, Text } from "./schema.ts";

/** Markdown tree of normalised blocks. */
export function writeBlocks(blocks: Blocks): Root {
  return { type: "root", children: blocks.map(writeBlock) };
}

function writeBlock(block: Block): BlockContent {
  switch (block.type) {
    case "paragraph":
      return { type: "paragraph", children: writeContent(block.children) };
    case "heading":
      return writeHeading(block.level, block.children);
    case "quote":
      return { type: "blockquote", children: [{ type: "paragraph", children: writeContent(block.children) }] };
    case "code":
      return { type: "code", lang: block.language ?? null, value: block.children.map(({ text }) => text).join("") };
    case "list":
      return writeList(block);
  }
}

function writeHeading(depth: 1 | 2 | 3 | 4 | 5 | 6, content: readonly Inline[]): BlockContent {
  // Only the underlined form of levels 1 and 2 can run over several lines: elsewhere `\n` is written as `&#xA;`.
  return { type: "heading", depth, children: writeContent(content, depth > 2) };
}

function writeList(list: List): ListNode {
  const children = itemsWithLists(list.children).map(({ content, lists }): ListItem => {
    const phrasing = writeContent(content);
    const paragraph = phrasing.length === 0 ? [] : [{ type: "paragraph" as const, children: phrasing }];
    return { type: "listItem", spread: false, children: [...paragraph, ...lists.map(writeList)] };
  });
  return { type: "list", ordered: list.format === "ordered", spread: false, children };
}

/** What a block holds. A link that comes first and shows code such as `a]: b` would be read as a definition, which nothing else may stand before. */
function writeContent(content: readonly Inline[], oneLine = false): PhrasingContent[] {
  const [first] = content;
  const isDefinition = first?.type === "link" && first.children.some(({ code, text }) => code && text.includes("]:"));
  const written = writeInline(content, oneLine);
  return isDefinition ? [...wrap("underline", []), ...written] : written;
}

function writeInline(
  nodes: readonly Inline[],
  oneLine = false,
  written: ReadonlySet<Mark> = new Set(),
): PhrasingContent[] {
  const result: PhrasingContent[] = [];
  for (let index = 0; index < nodes.length; ) {
    const node = nodes[index];
    const [mark, length] = widestMark(nodes, index, written);
    if (node?.type === "link") {
      result.push({ type: "link", url: node.url, children: writeInline(node.children, oneLine).filter(isNotLink) });
    } else if (node && mark === undefined) {
      result.push(...writeText(node, oneLine));
    } else if (mark !== undefined) {
      const inside = writeInline(nodes.slice(index, index + length), oneLine, new Set([...written, mark]));
      result.push(...wrap(mark, inside));
    }
    index += length;
  }
  return result;
}

const isNotLink = (node: PhrasingContent) => node.type !== "link" && node.type !== "linkReference";

type Wrapper = Exclude<Mark, "code">;

/** The mark still to write that covers the most texts from `index` on, with their number. */
function widestMark(
  nodes: readonly Inline[],
  index: number,
  written: ReadonlySet<Mark>,
): [Wrapper | undefined, number] {
  let widest: [Wrapper | undefined, number] = [undefined, 0];
  for (const mark of MARKS) {
    if (mark === "code" || written.has(mark)) continue;
    let end = index;
    while (hasMark(nodes[end], mark)) end += 1;
    if (end - index > widest[1]) widest = [mark, end - index];
  }
  return [widest[0], Math.max(widest[1], 1)];
}

const hasMark = (node: Inline | undefined, mark: Mark) => node?.type === "text" && node[mark] === true;

function wrap(mark: Wrapper, inside: PhrasingContent[]): PhrasingContent[] {
  if (mark === "underline") return [{ type: "html", value: "<u>" }, ...inside, { type: "html", value: "</u>" }];
  // Beside a delimiter the end of a line is written `&#xA;`, which a hard break cannot be.
  const children = inside.map((node, index): PhrasingContent => {
    const atEdge = index === 0 || index === inside.length - 1;
    return atEdge && node.type === "break" ? { type: "text", value: "\n" } : node;
  });
  switch (mark) {
    case "bold":
      return [{ type: "strong", children }];
    case "italic":
      return [{ type: "emphasis", children }];
    case "strikethrough":
      return [{ type: "delete", children }];
  }
}

function writeText(node: Text, oneLine: boolean): PhrasingContent[] {
  if (node.text === "") return [];
  if (node.code) return [{ type: "inlineCode", value: node.text }];
  if (oneLine) return [{ type: "text", value: node.text }];
  return node.text.split("\n").flatMap((line, index): PhrasingContent[] => {
    const text = line === "" ? [] : [{ type: "text" as const, value: line }];
    return index === 0 ? text : [{ type: "break" }, ...text];
  });
}
