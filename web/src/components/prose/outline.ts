import type { Blocks } from "@essaim/content";

/** Name of a heading’s element. */
export type HeadingTag = "h2" | "h3" | "h4" | "h5" | "h6";

const tags: readonly HeadingTag[] = ["h2", "h3", "h4", "h5", "h6"];

/** The heading `below` levels under one of level `above`, never under the sixth. */
export const headingTag = (above: number, below: number): HeadingTag =>
  tags[Math.min(Math.max(above + below, 2), 6) - 2] ?? "h6";

/** The highest heading level that a text uses, so that its outline begins right under its section. */
export const topLevel = (blocks: Blocks): number =>
  Math.min(6, ...blocks.map((block) => (block.type === "heading" ? block.level : 6)));
