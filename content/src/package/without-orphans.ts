import { type Key, keyOf } from "../keys.ts";
import { keysOf } from "../model/references.ts";
import { exportedType } from "./exported-text.ts";
import type { ExportedLine } from "./routes.ts";

/** Leaves out entries about something that the package does not hold, such as the adoption of a draft, and what is about these in turn. */
export function withoutOrphans(lines: readonly ExportedLine[]): ExportedLine[] {
  const keys = new Set<Key>(lines.map(({ type, uid }) => keyOf(type, uid)));
  const kept = lines.filter((line) => subjectsOf(line).every((key) => keys.has(key)));
  return kept.length === lines.length ? kept : withoutOrphans(kept);
}

function subjectsOf({ type, data }: ExportedLine): Key[] {
  const { about, fields } = exportedType(type);
  const field = about === undefined ? undefined : fields[about];
  const value = about === undefined ? undefined : data[about];
  return field && value !== undefined ? keysOf(field, value) : [];
}
