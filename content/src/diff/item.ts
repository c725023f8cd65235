import { type Block, blocksSchema, type Inline, type List } from "../blocks/index.ts";
import { canonicalJson } from "../model/canonical.ts";
import type { Field, Fields, Shape } from "../model/field.ts";

/** What a list is made of: lines, blocks of prose, components, or references. */
export type ItemKind = "line" | "block" | "component" | "reference";

/** What a list-like field is made of; undefined for all other fields. */
export function itemKindOf({ kind, ...shape }: Shape): ItemKind | undefined {
  if (kind === "lines") return "line";
  if (kind === "blocks") return "block";
  const isMany = "many" in shape && shape.many;
  return isMany && (kind === "component" || kind === "reference") ? kind : undefined;
}

/** What makes two items of a list alike. */
export interface ItemTraits {
  /** Equal for items that say the same. */
  readonly identity: string;
  readonly text: string;
  /** What an item is recognised by even where the rest changes: its title, its file, its address. */
  readonly marks: readonly string[];
}

/** The traits of an item of a list field. */
export function traitsOf(field: Field, kind: ItemKind, item: unknown): ItemTraits {
  const identity = canonicalJson(item);
  if (kind === "line") return { identity, text: String(item), marks: [] };
  if (kind === "block") return { identity, text: textOfBlocks([item]), marks: [] };
  if (field.shape.kind !== "component") return { identity, text: "", marks: [] };
  const { fields } = field.shape.component;
  return { identity, text: textOf(item), marks: isRecord(item) ? marksOf(fields, item) : [] };
}

/** Whether a value is an object with names, such as a component. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function marksOf(fields: Fields, item: Record<string, unknown>): string[] {
  const title = titleFieldOf(fields);
  return Object.entries(fields).flatMap(([name, { shape }]) => {
    const value = item[name];
    if (value === undefined) return [];
    if (shape.kind === "media" && isRecord(value)) return [`file ${value["hash"]}`];
    return name === title || shape.kind === "url" ? [`${name} ${value}`] : [];
  });
}

/** The field that a component is called by: its first required line of text. */
export const titleFieldOf = (fields: Fields): string | undefined =>
  Object.entries(fields).find(([, { shape, required }]) => required && shape.kind === "string")?.[0];

/** All words inside a value, whatever it is made of. */
function textOf(value: unknown): string {
  if (typeof value === "string" || typeof value === "number") return String(value);
  if (Array.isArray(value)) return value.map(textOf).join(" ");
  if (!isRecord(value)) return "";
  if (value["type"] === "text") return String(value["text"]);
  return Object.values(value).map(textOf).join(" ");
}

/** Rich text as it is compared: items of lists one below the other, addresses of links in brackets after their words. */
export const textOfBlocks = (blocks: readonly unknown[]): string =>
  blocksSchema.parse(blocks).map(textOfBlock).join("\n\n");

const textOfBlock = (block: Block): string => (block.type === "list" ? linesOf(block, 0) : inline(block.children));

const linesOf = ({ children }: List, depth: number): string =>
  children
    .map((child) =>
      child.type === "list" ? linesOf(child, depth + 1) : `${"\u2003".repeat(depth)}– ${inline(child.children)}`,
    )
    .join("\n");

const inline = (nodes: readonly Inline[]): string =>
  nodes
    .map((node) => {
      if (node.type === "text") return node.text;
      const words = inline(node.children);
      return words === node.url ? words : `${words} (${node.url})`;
    })
    .join("");
