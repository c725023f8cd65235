import type { WordRun } from "./words.ts";

/** Where an item of a list stood and stands; places count from 0. */
export interface Place {
  readonly from: number;
  readonly to: number;
}

/** The way to a value inside a document: names of fields, and places in lists of what both versions have. */
export type Path = readonly (string | Place)[];

/**
 * One thing that differs between two versions. `id` is the same whenever these two versions are compared.
 * `value`: given (no `before`), taken away (no `after`) or replaced as a whole; values are in stored form.
 * `text`: a line or a text. `block`: one block of prose. Both are told word by word.
 * `added`, `removed`, `moved`: an item of the list at `path`, which is a line, a block, a component or a reference.
 */
export type VersionChange =
  | {
      readonly id: string;
      readonly kind: "value";
      readonly path: Path;
      readonly before?: unknown;
      readonly after?: unknown;
    }
  | {
      readonly id: string;
      readonly kind: "text";
      readonly path: Path;
      readonly before: string;
      readonly after: string;
      readonly words: readonly WordRun[];
    }
  | {
      readonly id: string;
      readonly kind: "block";
      readonly path: Path;
      readonly before: unknown;
      readonly after: unknown;
      readonly words: readonly WordRun[];
    }
  | { readonly id: string; readonly kind: "added"; readonly path: Path; readonly to: number; readonly item: unknown }
  | {
      readonly id: string;
      readonly kind: "removed";
      readonly path: Path;
      readonly from: number;
      readonly item: unknown;
    }
  | {
      readonly id: string;
      readonly kind: "moved";
      readonly path: Path;
      readonly from: number;
      readonly to: number;
      readonly item: unknown;
    };

/** The id of the value at a path, in places of the older version. @example idOf(["steps", { from: 2, to: 3 }, "title"]) // "steps.2.title" */
export const idOf = (path: Path): string =>
  path.map((step) => (typeof step === "string" ? step : String(step.from))).join(".");

/** The id of what happened to an item as a whole: `steps.2:moved`, `steps.1:removed`, and in places of the newer version `steps.3:added`. */
export const itemId = (path: Path, place: number, what: "added" | "removed" | "moved"): string =>
  `${idOf(path)}.${place}:${what}`;
