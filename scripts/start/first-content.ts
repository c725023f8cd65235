import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { z } from "zod";
import { PlainError } from "../launch/plain-error.mjs";
import { withProgress } from "../launch/progress.mjs";
import { cmsUrl, type PortalPlan } from "./parts.ts";
import { nothing, seed } from "./settings.ts";
import { writeWhole } from "./write-whole.ts";

const stateSchema = z.object({ state: z.enum(["loading", "done"]), fromSeed: z.boolean().default(false) });

/** How far the first content came; a load that was cut off is finished by loading again. */
function stateOf(path: string): { readonly state: "absent" | "loading" | "done"; readonly fromSeed: boolean } {
  if (!existsSync(path)) return { state: "absent", fromSeed: false };
  const parsed = stateSchema.safeParse(JSON.parse(readFileSync(path, "utf8")));
  return parsed.success ? parsed.data : { state: "loading", fromSeed: false };
}

const mark = (path: string, state: z.infer<typeof stateSchema>) => writeWhole(path, `${JSON.stringify(state)}\n`);

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
export const hasFirstContent = ({ data }: PortalPlan): boolean => stateOf(data.firstContent).state === "done";

/** Whether the portal began with the examples that come with it, and nothing else. */
export const isFromSeed = ({ data }: PortalPlan): boolean => {
  const { state, fromSeed } = stateOf(data.firstContent);
  return state === "done" && fromSeed;
};

/** Loads the seed, or another package, into a portal that has no content yet, through the running CMS. */
export async function loadFirstContent(plan: PortalPlan, cancelSignal: AbortSignal): Promise<void> {
  const { root, data, settings, secrets } = plan;
  const { state } = stateOf(data.firstContent);
  let fromSeed = false;
  if (state === "done") return;
  const isWanted = settings.ESSAIM_FIRST_CONTENT !== nothing;
  if (isWanted && (state === "loading" || (await isEmpty(plan)))) {
    fromSeed = settings.ESSAIM_FIRST_CONTENT === join(root, seed);
    mark(data.firstContent, { state: "loading", fromSeed });
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
  mark(data.firstContent, { state: "done", fromSeed });
}
