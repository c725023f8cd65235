import type { ExportCount } from "./export-options.ts";

const width = 20;

/**
 * How far an export has come, in French: a bar, addresses, rate and time left.
 * @example progressText({ done: 50, known: 100, written: 0, removed: 0 }, 5_000) // "██████████░░░░░░░░░░ 50 sur 100 · 10/s · reste 5 s"
 */
export function progressText({ done, known }: ExportCount, elapsedMs: number): string {
  if (known === 0) return "";
  const filled = Math.floor((width * done) / known);
  const rate = done / Math.max(0.001, elapsedMs / 1000);
  const left = rate > 0 ? `${Math.ceil((known - done) / rate)} s` : "?";
  return `${"█".repeat(filled)}${"░".repeat(width - filled)} ${done} sur ${known} · ${Math.round(rate)}/s · reste ${left}`;
}
