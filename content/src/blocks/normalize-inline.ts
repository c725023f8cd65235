import type { Inline, Mark, Text } from "./schema.ts";

/** Marks in the order they are written, the outermost first when two cover the same text. */
export const MARKS = ["underline", "strikethrough", "bold", "italic", "code"] as const satisfies readonly Mark[];

// Markdown's own delimiters (`**`, `*`, `~~`) do not open before a space nor close after one.
const DELIMITED = ["strikethrough", "bold", "italic"] as const satisfies readonly Mark[];

/** Normal form of what a paragraph, heading, quote or list item holds; `[]` when nothing is left of it. */
export function normalizeInline(nodes: readonly Inline[]): Inline[] {
  return trimEdges(normalizeRuns(nodes));
}

/** Text without the control characters that neither Markdown nor PostgreSQL keep; every end of line is `\n`. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?|[\v\f\u0085]/g, "\n")
    .replace(/[^\P{Cc}\n\t]/gu, "")
    .toWellFormed();
}

function normalizeRuns(nodes: readonly Inline[]): Inline[] {
  const result: Inline[] = [];
  let run: Text[] = [];
  const endRun = () => {
    result.push(...normalizeTexts(run));
    run = [];
  };
  for (const node of nodes) {
    if (node.type === "text") {
      run.push(node);
      continue;
    }
    const children = normalizeTexts(node.children);
    if (children.length === 0) continue;
    endRun();
    result.push({ type: "link", url: node.url, children });
  }
  endRun();
  return result;
}

function normalizeTexts(texts: readonly Text[]): Text[] {
  let result = mergeEqual(texts.flatMap(cleanNode));
  for (const mark of DELIMITED) result = mergeEqual(unmarkEdges(result, mark));
  return result;
}

function cleanNode(node: Text): Text[] {
  const text = cleanText(node.text);
  if (!node.code) return [withText(node, text)];
  // Inline code stays on its line in Markdown, so the ends of lines stand between pieces of code.
  return text.split(/(\n)/).map((piece) => withText(piece === "\n" ? { ...node, code: false } : node, piece));
}

function withText(node: Text, text: string): Text {
  const result: Text = { type: "text", text };
  for (const mark of MARKS) if (node[mark]) result[mark] = true;
  return result;
}

function mergeEqual(texts: readonly Text[]): Text[] {
  const result: Text[] = [];
  for (const node of texts) {
    const last = result.at(-1);
    if (node.text === "") continue;
    if (last && MARKS.every((mark) => last[mark] === node[mark])) last.text += node.text;
    else result.push({ ...node });
  }
  return result;
}

/** Takes `mark` off the white space at both ends of each stretch that carries it. */
function unmarkEdges(texts: readonly Text[], mark: Mark): Text[] {
  const forwards = texts.flatMap(unmarkAfter(mark, /^\s*/));
  return forwards.reverse().flatMap(unmarkAfter(mark, /\s*$/)).reverse();
}

function unmarkAfter(mark: Mark, edge: RegExp) {
  let inside = false;
  return (node: Text): Text[] => {
    if (!node[mark]) {
      inside = false;
      return [node];
    }
    const space = inside || node.code ? "" : (edge.exec(node.text)?.[0] ?? "");
    inside ||= space.length < node.text.length;
    const bare = withText({ ...node, [mark]: false }, space);
    const rest = edge.source.startsWith("^")
      ? node.text.slice(space.length)
      : node.text.slice(0, -space.length || undefined);
    const pieces = [bare, withText(node, rest)];
    return pieces.filter((piece) => piece.text !== "");
  };
}

// Spaces and ends of lines at the ends of a block never show; non-breaking spaces and marked ones are someone's choice.
function trimEdges(nodes: readonly Inline[]): Inline[] {
  const result = [...nodes];
  trimEdge(result, 0, /^[ \t\n]+/);
  trimEdge(result, -1, /[ \t\n]+$/);
  return result;
}

function trimEdge(nodes: Inline[], index: 0 | -1, edge: RegExp): void {
  for (let node = nodes.at(index); node?.type === "text"; node = nodes.at(index)) {
    if (node.code || node.underline) return;
    const text = node.text.replace(edge, "");
    if (text !== "") {
      nodes.splice(index, 1, { ...node, text });
      return;
    }
    nodes.splice(index, 1);
  }
}
