import { constants, setPriority } from "node:os";
import { parseEnvironment } from "./environment.ts";
import { presentEdition } from "./follow/edition.ts";
import { followChanges } from "./follow/follow-changes.ts";
import { logLines, reasonOf } from "./follow/log.ts";
import { openWorkshop } from "./follow/open-workshop.ts";

// Ending at once is safe: the cursor stands where the indexes were last confirmed.
for (const ending of ["SIGTERM", "SIGINT", "disconnect"] as const) process.on(ending, () => process.exit(0));

try {
  // Where processors are few, readers' searches come before the index.
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  const workshop = openWorkshop(parseEnvironment(process.env), logLines);
  const edition = await presentEdition();
  logLines("follow-began", { edition });
  await followChanges({ workshop, edition, stop: new AbortController().signal });
} catch (error) {
  console.error(reasonOf(error));
  process.exit(1);
}
