import { z } from "zod";

export const countSchema = z.object({ passed: z.int().min(0), failed: z.int().min(0), skipped: z.int().min(0) });

/** What became of tests. */
export type Count = z.infer<typeof countSchema>;

/** Names the file in which Vitest’s reporter leaves its sum. */
export const countsVariable = "ESSAIM_TEST_COUNTS";

/** The line that closes every run. */
export const closingLine = ({ passed, failed, skipped }: Count): string =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;

/** Adds sums. */
export const total = (counts: readonly Count[]): Count => ({
  passed: counts.reduce((sum, { passed }) => sum + passed, 0),
  failed: counts.reduce((sum, { failed }) => sum + failed, 0),
  skipped: counts.reduce((sum, { skipped }) => sum + skipped, 0),
});
