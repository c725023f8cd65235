import { MarkdownError } from "./markdown-error.ts";

const MAX_MARKDOWN_LENGTH = 400_000;
const MAX_SIGNS = 2_000;
const MAX_ITEMS = 5_000;
const ITEM = /^[ \t>]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/;
const NESTED = /^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))){50}/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;

/**
 * Refuses text made to exhaust the parser, whose time grows with the square of the signs of emphasis, links and
 * tables in one paragraph, of the items of a list and of the depth of nesting. The limits are far above what people write.
 * @throws {MarkdownError}
 */
export function refuseCostly(markdown: string): void {
  if (markdown.length > MAX_MARKDOWN_LENGTH) {
    throw new MarkdownError(1, `the Markdown is at most ${MAX_MARKDOWN_LENGTH} characters long`);
  }
  let signs = 0;
  let items = 0;
  let fence: string | undefined;
  for (const [index, line] of markdown.split(/\r\n?|\n/).entries()) {
    fence = fenceAfter(line, fence);
    if (fence) continue;
    if (NESTED.test(line)) throw new MarkdownError(index + 1, "quotes and lists are nested too deep");
    if (ITEM.test(line)) items += 1;
    if (items > MAX_ITEMS) throw new MarkdownError(index + 1, `more than ${MAX_ITEMS} list items`);
    signs = line.trim() === "" ? 0 : signs + countSigns(line);
    if (signs > MAX_SIGNS)
      throw new MarkdownError(index + 1, `more than ${MAX_SIGNS} signs of emphasis or links in one paragraph`);
  }
}

/** The fence of the code block that is open after this line. */
function fenceAfter(line: string, fence: string | undefined): string | undefined {
  const found = FENCE.exec(line);
  const [all, marks] = [found?.[0] ?? "", found?.[1] ?? ""];
  const rest = line.slice(all.length);
  if (fence === undefined) return marks === "" || (marks.startsWith("`") && rest.includes("`")) ? undefined : marks;
  return marks.startsWith(fence) && rest.trim() === "" ? undefined : fence;
}

const countSigns = (line: string) => line.replace(/\\./g, "").match(/\*+|_+|~+|[|[]/g)?.length ?? 0;
