import { type Blocks, blocksToMarkdown, normalizeBlocks } from "@essaim/content";
import { hasText } from "../views/rich-text.ts";

/** Plain text as Markdown shows it: what would be a sign of Markdown is escaped. */
export const plain = (text: string): string =>
  blocksToMarkdown(normalizeBlocks([{ type: "paragraph", children: [{ type: "text", text }] }])).trim();

/** Rich text, or nothing. */
export const rich = (blocks: Blocks | undefined): string => (hasText(blocks) ? blocksToMarkdown(blocks).trim() : "");

/** A link; an address with parentheses can't end it early. */
export const link = (text: string, address: string): string => `[${plain(text)}](<${encodeURI(decodeURI(address))}>)`;

/** Blocks of Markdown one after the other, those without text left out. */
export const join = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== "").join("\n\n");

/** A list; items of several paragraphs keep their indent. */
export const list = (items: readonly string[], mark: (index: number) => string = () => "-"): string =>
  items
    .filter((item) => item !== "")
    .map((item, index) => `${mark(index)} ${item.replaceAll("\n", `\n${" ".repeat(mark(index).length + 1)}`)}`)
    .join("\n");

/** A numbered list. */
export const numbered = (items: readonly string[]): string => list(items, (index) => `${index + 1}.`);

/** A part under its heading; nothing when it is empty. */
export const section = (title: string, body: string, level = 2): string =>
  body === "" ? "" : `${"#".repeat(level)} ${plain(title)}\n\n${body}`;

/** A name in bold before what it names, when there is anything. */
export const named = (name: string, value: string | undefined): string =>
  value === undefined || value === "" ? "" : `**${plain(name)}** ${value}`.trim();

/** Facts before the text, as YAML: JSON strings are YAML too. */
export function frontMatter(facts: Readonly<Record<string, string | number | readonly string[] | undefined>>): string {
  const lines = Object.entries(facts)
    .filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0))
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return `---\n${lines.join("\n")}\n---`;
}
