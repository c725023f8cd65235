import type { Block, Blocks, List } from "./schema.ts";
import { blocksToText } from "./text.ts";

const bullet = /^[-–•*]\s+(?=\S)/;

/** Rich text of what somebody typed as they talk: an empty line ends a paragraph, lines that begin with a dash are a list. Nothing else is a sign. */
export function plainToBlocks(text: string): Blocks {
  return text
    .split("\n")
    .map((line) => line.trim())
    .join("\n")
    .split(/\n{2,}/)
    .flatMap(partToBlocks);
}

/** Lines of a list stand together, whatever comes before and after them. */
function partToBlocks(part: string): Block[] {
  const runs: { isList: boolean; lines: string[] }[] = [];
  for (const line of part.split("\n").filter((one) => one !== "")) {
    const isList = bullet.test(line);
    const last = runs.at(-1);
    if (last?.isList === isList) last.lines.push(line);
    else runs.push({ isList, lines: [line] });
  }
  return runs.map(({ isList, lines }) => (isList ? listOf(lines) : paragraphOf(lines.join("\n"))));
}

const textOf = (text: string) => ({ type: "text" as const, text });
const paragraphOf = (text: string): Block => ({ type: "paragraph", children: [textOf(text.trim())] });
const listOf = (lines: readonly string[]): List => ({
  type: "list",
  format: "unordered",
  children: lines.map((line) => ({ type: "list-item", children: [textOf(line.replace(bullet, "").trim())] })),
});

/** The same text to type on: marks that a dash and an empty line don’t tell are left out. */
export const blocksToPlain = (blocks: Blocks): string =>
  blocks
    .map((block) => {
      const text = blocksToText([block]);
      return block.type === "list" ? text.replace(/^/gm, "- ") : text;
    })
    .filter((text) => text !== "")
    .join("\n\n");
