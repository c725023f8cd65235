import type { Descendant, Key } from "@essaim/content";
import { typeset } from "../i18n/typography.ts";

/** What was made from a resource, with what was made from it in turn. */
export interface FamilyMember extends Descendant {
  readonly children: readonly FamilyMember[];
}

/** The descendants of a resource as a tree, oldest first. */
export function familyOf(key: Key, descendants: readonly Descendant[]): FamilyMember[] {
  const byParent = Map.groupBy(descendants, ({ parent }) => parent);
  const childrenOf = (parent: Key): FamilyMember[] =>
    (byParent.get(parent) ?? [])
      .toSorted((a, b) => a.at.localeCompare(b.at))
      .map((one) => ({ ...one, title: typeset(one.title, one.locale), children: childrenOf(one.key) }));
  return childrenOf(key);
}

/** How many there are in a tree. */
export const countFamily = (members: readonly FamilyMember[]): number =>
  members.reduce((sum, { children }) => sum + 1 + countFamily(children), 0);
