import type { Meilisearch } from "meilisearch";
import { z } from "zod";
import { isRefusal } from "./connection.ts";
import { type Edition, stateName } from "./names.ts";

const cursorSchema = z.object({ feed: z.string(), seq: z.int().min(0), edition: z.string() });

/** How far the indexes have come: every row of `feed` up to `seq` is in them. */
export type Cursor = z.infer<typeof cursorSchema>;

const cursorId = "cursor";

/** Reads the cursor; null where there is none, or none that is understood. */
export async function readCursor(engine: Meilisearch): Promise<Cursor | null> {
  try {
    const stored = await engine.index(stateName()).getDocument(cursorId);
    return cursorSchema.safeParse(stored).data ?? null;
  } catch (error) {
    if (isRefusal(error, "index_not_found", "document_not_found")) return null;
    throw error;
  }
}

/** Asks for the cursor to be written and returns the task's number; it is safe once that task has succeeded. */
export async function writeCursor(engine: Meilisearch, cursor: Cursor, edition: Edition = "live"): Promise<number> {
  const index = engine.index(stateName(edition));
  const { taskUid } = await index.addDocuments([{ id: cursorId, ...cursor }], { primaryKey: "id" });
  return taskUid;
}
