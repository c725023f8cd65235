import type { Field, Fields } from "../model/field.ts";
import { valueIn } from "../model/story.ts";
import type { Stored } from "../model/to-stored.ts";
import { type Alignment, align } from "./align.ts";
import { idOf, itemId, type Path, type VersionChange } from "./change.ts";
import { changesBetween, isSame, itemsOf, recordOf, type Versions, walkOf } from "./compare.ts";
import { type ItemKind, itemKindOf } from "./item.ts";

/**
 * What became of a chosen change. `taken`: it is in the document now. `already`: it was there before.
 * `conflict`: the document has changed in the same place in another way, and was left as it is.
 */
export type Outcome = "taken" | "already" | "conflict";

/** A document after chosen changes, with what became of each of them by its id. */
export interface Applied {
  readonly document: Stored;
  readonly outcomes: ReadonlyMap<string, Outcome>;
  /** What the document has where a change is in conflict; absent where it has nothing any more that could be changed. */
  readonly own: ReadonlyMap<string, unknown>;
}

/** What somebody decided for changes in conflict, by id: the value to put in place of the document’s own; a removal’s is never looked at. */
export type Decisions = ReadonlyMap<string, unknown>;

/** Takes one change between two versions into a document, which is the older of them or has gone its own way since. */
export const applyChange = (versions: Versions, change: Pick<VersionChange, "id">, document: Stored): Applied =>
  applyChanges(versions, [change], document);

/**
 * Takes chosen changes between two versions into a document, which is the older of them or has gone its own way since (a three-way merge).
 * The document’s own changes are never overwritten. What holds between fields (`rules`) is not checked: the result may need a look before it is published.
 */
export function applyChanges(
  versions: Versions,
  changes: readonly Pick<VersionChange, "id">[],
  document: Stored,
  decisions: Decisions = new Map(),
): Applied {
  const { fields, before, after } = versions;
  const chosen = new Set(changes.map(({ id }) => id));
  const merge: Merge = { chosen, decisions, outcomes: new Map(), own: new Map() };
  const merged = mergeFields(merge, fields, { before, after, own: document }, []);
  return { document: merged, outcomes: merge.outcomes, own: merge.own };
}

interface Merge {
  readonly chosen: ReadonlySet<string>;
  readonly decisions: Decisions;
  readonly outcomes: Map<string, Outcome>;
  readonly own: Map<string, unknown>;
}

/** What becomes of a change where the document goes its own way, unless somebody decided otherwise. */
function clash({ decisions, outcomes, own }: Merge, id: string, value: unknown): "taken" | "conflict" {
  const outcome = decisions.has(id) ? "taken" : "conflict";
  outcomes.set(id, outcome);
  if (outcome === "conflict") own.set(id, value);
  return outcome;
}

/** One value in the two versions and in the document. */
interface Three<T = unknown> {
  readonly before: T;
  readonly after: T;
  readonly own: T;
}

function mergeFields(merge: Merge, fields: Fields, { before, after, own }: Three<Stored>, path: Path): Stored {
  const merged: Stored = { ...own };
  for (const [name, field] of Object.entries(fields)) {
    if (field.nature === "private" || isSame(before[name], after[name])) continue;
    const three = { before: before[name], after: after[name], own: own[name] };
    const value = mergeField(merge, field, three, [...path, name]);
    if (value === undefined) delete merged[name];
    else merged[name] = value;
  }
  return merged;
}

function mergeField(merge: Merge, field: Field, three: Three, path: Path): unknown {
  const { shape } = field;
  const walk = walkOf(field, three.before, three.after);
  if (walk === "fields" && shape.kind === "component") {
    const versions = { before: recordOf(three.before), after: recordOf(three.after) };
    if (three.own === undefined) return refuseAll(merge, shape.component.fields, versions, path);
    const merged = mergeFields(merge, shape.component.fields, { ...versions, own: recordOf(three.own) }, path);
    return Object.keys(merged).length > 0 ? merged : undefined;
  }
  const kind = itemKindOf(shape);
  if (walk === "items" && kind) return mergeList(merge, field, kind, three, path);
  return mergeWhole(merge, three, idOf(path));
}

function mergeWhole(merge: Merge, { before, after, own }: Three, id: string): unknown {
  if (!merge.chosen.has(id)) return own;
  const isThere = isSame(own, after);
  if (!isThere && !isSame(own, before)) return clash(merge, id, own) === "taken" ? merge.decisions.get(id) : own;
  merge.outcomes.set(id, isThere ? "already" : "taken");
  return after;
}

/** The document no longer has what these changes were made in. */
function refuseAll(merge: Merge, fields: Fields, versions: { before: Stored; after: Stored }, path: Path): undefined {
  for (const { id } of changesBetween({ fields, ...versions })) {
    const whole = `${idOf(path)}.${id}`;
    if (merge.chosen.has(whole)) merge.outcomes.set(whole, "conflict");
  }
}

/** An item of the document’s list: `to` is its place in the newer version, where it stands as that version has it. */
interface Cell {
  value: unknown;
  to?: number;
}

interface ListMerge {
  readonly field: Field;
  readonly kind: ItemKind;
  readonly path: Path;
  readonly before: readonly unknown[];
  readonly after: readonly unknown[];
  readonly cells: Cell[];
  /** The document’s items by their places in the older version. */
  readonly known: ReadonlyMap<number, Cell>;
  /** What is to be put in, by its place in the newer version. */
  readonly incoming: Map<number, unknown>;
}

function mergeList(merge: Merge, field: Field, kind: ItemKind, three: Three, path: Path): unknown {
  const [before, after, own] = [itemsOf(three.before), itemsOf(three.after), itemsOf(three.own)];
  const cells = own.map((value): Cell => ({ value }));
  // What isn’t compared makes no item another one.
  const said = own.map((value) => valueIn(field, value));
  const mine = align(field, kind, before, said);
  const known = new Map(mine.pairs.flatMap(({ from, to }) => (cells[to] ? [[from, cells[to]]] : [])));
  const list: ListMerge = { field, kind, path, before, after, cells, known, incoming: new Map() };
  const theirs = align(field, kind, before, after);
  for (const pair of theirs.pairs) mergePair(merge, list, pair);
  for (const from of theirs.removed) mergeRemoval(merge, list, from);
  for (const to of theirs.added) mergeAddition(merge, list, to);
  for (const [to, value] of [...list.incoming].sort(([a], [b]) => a - b)) putIn(cells, { value, to });
  return cells.length > 0 ? cells.map(({ value }) => value) : undefined;
}

function mergePair(merge: Merge, list: ListMerge, { from, to, moved }: Alignment["pairs"][number]): void {
  const { path, before, after, cells, known, incoming } = list;
  const cell = known.get(from);
  const isChosen = moved && merge.chosen.has(itemId(path, from, "moved"));
  if (isChosen) merge.outcomes.set(itemId(path, from, "moved"), cell ? "taken" : "conflict");
  const versions = { before: before[from], after: after[to] };
  if (!isSame(versions.before, versions.after)) mergeItem(merge, list, versions, cell, [...path, { from, to }]);
  if (!cell) return;
  if (isChosen) {
    cells.splice(cells.indexOf(cell), 1);
    incoming.set(to, cell.value);
  } else if (!moved) cell.to = to;
}

function mergeItem(
  merge: Merge,
  { field, kind }: ListMerge,
  { before, after }: { readonly before: unknown; readonly after: unknown },
  cell: Cell | undefined,
  path: Path,
): void {
  if (kind === "component" && field.shape.kind === "component") {
    const { fields } = field.shape.component;
    const versions = { before: recordOf(before), after: recordOf(after) };
    if (cell) cell.value = mergeFields(merge, fields, { ...versions, own: recordOf(cell.value) }, path);
    else refuseAll(merge, fields, versions, path);
    return;
  }
  const id = idOf(path);
  if (cell) cell.value = mergeWhole(merge, { before, after, own: cell.value }, id);
  else if (merge.chosen.has(id)) merge.outcomes.set(id, "conflict");
}

function mergeRemoval(merge: Merge, { field, path, before, cells, known }: ListMerge, from: number): void {
  const id = itemId(path, from, "removed");
  if (!merge.chosen.has(id)) return;
  const cell = known.get(from);
  if (cell && !isSame(valueIn(field, cell.value), before[from])) {
    if (clash(merge, id, cell.value) === "conflict") return;
  } else merge.outcomes.set(id, cell ? "taken" : "already");
  if (cell) cells.splice(cells.indexOf(cell), 1);
}

function mergeAddition({ chosen, outcomes }: Merge, list: ListMerge, to: number): void {
  const { field, path, after, cells, incoming, known } = list;
  const id = itemId(path, to, "added");
  if (!chosen.has(id)) return;
  const old = new Set(known.values());
  const twin = cells.find((cell) => !old.has(cell) && isSame(valueIn(field, cell.value), after[to]));
  outcomes.set(id, twin ? "already" : "taken");
  if (twin) twin.to = to;
  else incoming.set(to, after[to]);
}

/** Puts an item behind the nearest of those that come before it in the newer version. */
function putIn(cells: Cell[], cell: Required<Cell>): void {
  let place = 0;
  let nearest = -1;
  for (const [index, { to }] of cells.entries()) {
    if (to === undefined || to >= cell.to || to < nearest) continue;
    nearest = to;
    place = index + 1;
  }
  cells.splice(place, 0, cell);
}
