import { constants, setPriority } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { createCmsReader } from "../follow/cms-reader.ts";
import { logLines, reasonOf } from "../follow/log.ts";
import { keepOfflineIndexes } from "./keep-offline-indexes.ts";

// A process of its own beside the site: stemming and packing thousands of documents would keep readers waiting.
for (const ending of ["SIGTERM", "SIGINT", "disconnect"] as const) process.on(ending, () => process.exit(0));

const environmentSchema = z.object({
  CMS_URL: z.url({ protocol: /^https?$/ }),
  ESSAIM_READ_TOKEN: z.string().min(1),
  DATA_DIR: z.string().min(1),
});

try {
  const { CMS_URL: url, ESSAIM_READ_TOKEN: token, DATA_DIR } = environmentSchema.parse(process.env);
  setPriority(constants.priority.PRIORITY_LOW);
  const cms = createCmsReader({ url, token, refused: () => undefined });
  const folder = join(DATA_DIR, "pagefind");
  await keepOfflineIndexes({ cms, folder, log: logLines, stop: new AbortController().signal });
} catch (error) {
  console.error(reasonOf(error));
  process.exit(1);
}
