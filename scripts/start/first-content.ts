import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { z } from "zod";
import { PlainError } from "../launch/plain-error.mjs";
import { withProgress } from "../launch/progress.mjs";
import { cmsUrl, type PortalPlan } from "./parts.ts";
import { nothing } from "./settings.ts";
import { writeWhole } from "./write-whole.ts";

const stateSchema = z.object({ state: z.enum(["loading", "done"]) });

/** How far the first content came; a load that was cut off is finished by loading again. */
function stateOf(path: string): "absent" | "loading" | "done" {
  if (!existsSync(path)) return "absent";
  const parsed = stateSchema.safeParse(JSON.parse(readFileSync(path, "utf8")));
  return parsed.success ? parsed.data.state : "loading";
}

const mark = (path: string, state: "loading" | "done") => writeWhole(path, `${JSON.stringify({ state })}\n`);

const keysSchema = z.object({ documents: z.array(z.unknown()) });

/** A database that came with content, from a backup or another portal, is left as it is. */
async function isEmpty({ settings, secrets }: PortalPlan): Promise<boolean> {
  const response = await fetch(`${cmsUrl(settings)}/api/package/keys`, {
    headers: { authorization: `Bearer ${secrets.ESSAIM_IMPORT_TOKEN}` },
    signal: AbortSignal.timeout(30_000),
  });
  if (!response.ok) throw new Error(`the CMS answers ${response.status} to the list of its documents`);
  return keysSchema.parse(await response.json()).documents.length === 0;
}

/** Whether the first content was loaded, or must not be. */
export const hasFirstContent = ({ data }: PortalPlan): boolean => stateOf(data.firstContent) === "done";

/** Loads the seed, or another package, into a portal that has no content yet, through the running CMS. */
export async function loadFirstContent(plan: PortalPlan, cancelSignal: AbortSignal): Promise<void> {
  const { root, data, settings, secrets } = plan;
  const state = stateOf(data.firstContent);
  if (state === "done") return;
  const isWanted = settings.ESSAIM_FIRST_CONTENT !== nothing;
  if (isWanted && (state === "loading" || (await isEmpty(plan)))) {
    mark(data.firstContent, "loading");
    await withProgress("Chargement des premiers contenus", async () => {
      const importer = ["seed/src/import.ts", settings.ESSAIM_FIRST_CONTENT];
      const result = await execa(process.execPath, importer, {
        cwd: root,
        env: { CMS_URL: cmsUrl(settings), DATA_DIR: data.root, ESSAIM_IMPORT_TOKEN: secrets.ESSAIM_IMPORT_TOKEN },
        all: true,
        reject: false,
        cancelSignal,
        forceKillAfterDelay: 5_000,
      });
      cancelSignal.throwIfAborted();
      writeFileSync(join(data.logs, "first-content.log"), String(result.all));
      if (result.failed)
        throw new PlainError(`Les premiers contenus n'ont pas pu être chargés :\n${String(result.all).slice(-2000)}`);
    });
  }
  mark(data.firstContent, "done");
}
