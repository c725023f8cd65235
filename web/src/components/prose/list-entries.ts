import type { Inline, List } from "@essaim/content";

/** An item with the lists that belong to it. */
export interface ListEntry {
  readonly content: readonly Inline[];
  readonly lists: readonly List[];
}

/** Puts each nested list inside the item before it: that is where HTML wants it, while Strapi keeps them side by side. */
export function listEntries(list: List): ListEntry[] {
  const entries: { content: readonly Inline[]; lists: List[] }[] = [];
  for (const child of list.children) {
    if (child.type === "list-item") entries.push({ content: child.children, lists: [] });
    else if (entries.length === 0) entries.push({ content: [], lists: [child] });
    else entries.at(-1)?.lists.push(child);
  }
  return entries;
}
