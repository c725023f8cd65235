import type { Descendant, Descendants, Key } from "@essaim/content";
import { typeset } from "../i18n/typography.ts";

/** What was made from a resource, with what was made from it in turn; `sheet` is missing where it was withdrawn. */
export interface FamilyMember {
  readonly key: Key;
  readonly sheet: Descendant | undefined;
  readonly children: readonly FamilyMember[];
}

/** The descendants of a resource as a tree, oldest first; what was withdrawn stands where something published was made from it. */
export function familyOf(key: Key, { items, withdrawn }: Descendants): FamilyMember[] {
  const byParent = Map.groupBy(items, ({ parent }) => parent);
  const goneByParent = Map.groupBy(withdrawn, ({ parent }) => parent);
  const childrenOf = (parent: Key): FamilyMember[] => [
    ...(byParent.get(parent) ?? [])
      .toSorted((a, b) => a.at.localeCompare(b.at))
      .map((one) => ({
        key: one.key,
        sheet: { ...one, title: typeset(one.title, one.locale) },
        children: childrenOf(one.key),
      })),
    ...(goneByParent.get(parent) ?? [])
      .map((one) => ({ key: one.key, sheet: undefined, children: childrenOf(one.key) }))
      .filter(({ children }) => children.length > 0),
  ];
  return childrenOf(key);
}

/** How many published ones there are in a tree. */
export const countFamily = (members: readonly FamilyMember[]): number =>
  members.reduce((sum, { sheet, children }) => sum + (sheet ? 1 : 0) + countFamily(children), 0);
