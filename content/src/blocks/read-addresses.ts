import type { Nodes, Root } from "mdast";
import { MarkdownError } from "./markdown-error.ts";

/** Addresses of the links written by reference (`[text][name]`), by their name. */
export type Addresses = ReadonlyMap<string, string>;

/** The addresses that a text defines (`[name]: address`); as in CommonMark, the first of a name counts. */
export function readAddresses(tree: Root): Addresses {
  const addresses = new Map<string, string>();
  const pending: Nodes[] = [...tree.children].reverse();
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.type === "definition" && !addresses.has(node.identifier)) {
      refuseTitle(node);
      addresses.set(node.identifier, node.url);
    }
    if (node.type === "blockquote" || node.type === "list" || node.type === "listItem") {
      pending.push(...[...node.children].reverse());
    }
  }
  return addresses;
}

/** Refuses the title of a link, which blocks cannot hold. */
export function refuseTitle(node: Nodes & { title?: string | null | undefined }): void {
  if (node.title) throw new MarkdownError(node.position?.start.line ?? 1, "a link's title cannot be kept");
}
