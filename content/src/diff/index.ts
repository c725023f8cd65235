export { type Applied, applyChange, applyChanges, type Decisions, type Outcome } from "./apply.ts";
export type { Path, Place, VersionChange } from "./change.ts";
export { changesBetween, isSame, type Versions } from "./compare.ts";
export { fieldAt } from "./field-at.ts";
export { textOfBlocks, titleFieldOf } from "./item.ts";
export { type WordRun, wordRuns } from "./words.ts";
