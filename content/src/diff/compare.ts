import { canonicalJson } from "../model/canonical.ts";
import type { Field, Fields } from "../model/field.ts";
import type { Stored } from "../model/to-stored.ts";
import { align } from "./align.ts";
import { idOf, itemId, type Path, type VersionChange } from "./change.ts";
import { type ItemKind, isRecord, itemKindOf, textOfBlocks } from "./item.ts";
import { wordRuns } from "./words.ts";

/** Two versions of a document of the type or component that has these fields, in stored form. */
export interface Versions {
  readonly fields: Fields;
  readonly before: Stored;
  readonly after: Stored;
}

/** Whether two stored values say the same. */
export const isSame = (a: unknown, b: unknown): boolean => a === b || canonicalJson(a) === canonicalJson(b);

/** All that differs between two versions, in the order of the fields and, inside lists, of the newer version. */
export const changesBetween = ({ fields, before, after }: Versions): VersionChange[] =>
  changesOfFields(fields, before, after, []);

function changesOfFields(fields: Fields, before: Stored, after: Stored, path: Path): VersionChange[] {
  return Object.entries(fields).flatMap(([name, field]) =>
    field.nature === "private" || isSame(before[name], after[name])
      ? []
      : changesOfField(field, before[name], after[name], [...path, name]),
  );
}

/** How a field that differs is walked: item by item, field by field, or taken as one value. */
export function walkOf({ shape }: Field, before: unknown, after: unknown): "items" | "fields" | "whole" {
  if (itemKindOf(shape)) {
    // A text that was not there at all is one thing, not a handful of paragraphs.
    return shape.kind === "blocks" && (before === undefined || after === undefined) ? "whole" : "items";
  }
  return shape.kind === "component" && isRecord(before) && isRecord(after) ? "fields" : "whole";
}

function changesOfField(field: Field, before: unknown, after: unknown, path: Path): VersionChange[] {
  const { shape } = field;
  const walk = walkOf(field, before, after);
  if (walk === "fields" && shape.kind === "component")
    return changesOfFields(shape.component.fields, recordOf(before), recordOf(after), path);
  const kind = itemKindOf(shape);
  if (walk === "items" && kind) return changesOfList(field, kind, itemsOf(before), itemsOf(after), path);
  const id = idOf(path);
  if ((shape.kind === "string" || shape.kind === "text") && typeof before === "string" && typeof after === "string")
    return [{ id, kind: "text", path, before, after, words: wordRuns(before, after) }];
  return [{ id, kind: "value", path, ...(before !== undefined && { before }), ...(after !== undefined && { after }) }];
}

/** The items of a list that may be absent. */
export const itemsOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
/** The fields of a component that may be absent. */
export const recordOf = (value: unknown): Stored => (isRecord(value) ? value : {});

function changesOfList(
  field: Field,
  kind: ItemKind,
  before: readonly unknown[],
  after: readonly unknown[],
  path: Path,
): VersionChange[] {
  const { pairs, removed, added } = align(field, kind, before, after);
  const changes: { readonly order: number; readonly list: readonly VersionChange[] }[] = [];
  for (const { from, to, moved } of pairs) {
    const item = after[to];
    const inner = changesOfItem(field, kind, before[from], item, [...path, { from, to }]);
    const move: VersionChange = { id: itemId(path, from, "moved"), kind: "moved", path, from, to, item };
    changes.push({ order: to, list: moved ? [move, ...inner] : inner });
  }
  for (const to of added)
    changes.push({
      order: to,
      list: [{ id: itemId(path, to, "added"), kind: "added", path, to, item: after[to] }],
    });
  const stays = pairs.filter(({ moved }) => !moved);
  for (const from of removed) {
    const neighbour = stays.findLast((pair) => pair.from < from);
    const list: VersionChange[] = [
      { id: itemId(path, from, "removed"), kind: "removed", path, from, item: before[from] },
    ];
    changes.push({ order: (neighbour?.to ?? -1) + 0.5, list });
  }
  return changes.toSorted((a, b) => a.order - b.order).flatMap(({ list }) => list);
}

function changesOfItem(field: Field, kind: ItemKind, before: unknown, after: unknown, path: Path): VersionChange[] {
  if (isSame(before, after)) return [];
  if (kind === "component" && field.shape.kind === "component")
    return changesOfFields(field.shape.component.fields, recordOf(before), recordOf(after), path);
  const id = idOf(path);
  if (kind === "block") {
    const words = wordRuns(textOfBlocks([before]), textOfBlocks([after]));
    return [{ id, kind: "block", path, before, after, words }];
  }
  const [old, young] = [String(before), String(after)];
  return [{ id, kind: "text", path, before: old, after: young, words: wordRuns(old, young) }];
}
