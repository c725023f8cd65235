import { readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { PlainError } from "../launch/plain-error.mjs";

const fileSchema = z.object({
  file: z.string(),
  /** Hash of what was written. */
  hash: z.string(),
  etag: z.string().optional(),
  needs: z.array(z.string()),
});

/** What is known of an exported address. */
export type ExportedFile = z.infer<typeof fileSchema>;

/** Another number makes every page be written anew: pages are then written in another way. */
const format = 2;
const manifestSchema = z.object({
  essaim: z.literal("site-export"),
  format: z.literal(format),
  site: z.string(),
  files: z.record(z.string(), fileSchema),
});

/** What an offline edition holds, by address. */
export type Manifest = Map<string, ExportedFile>;

/** Name of the file that makes a folder an offline edition. */
export const manifestFile = "essaim-export.json";

/** Reads what the last export wrote; empty in an empty folder. Throws `PlainError` for a folder with other things in it. */
export async function readManifest(folder: string, site: string): Promise<Manifest> {
  const names = await readdir(folder);
  if (names.length === 0) return new Map();
  if (!names.includes(manifestFile))
    throw new PlainError(
      `Le dossier « ${folder} » n'est pas vide et n'est pas une édition hors ligne : rien n'y est écrit.`,
    );
  const parsed = manifestSchema.safeParse(parseJson(await readFile(join(folder, manifestFile), "utf8")));
  return parsed.success && parsed.data.site === site ? new Map(Object.entries(parsed.data.files)) : new Map();
}

/** Writes what an export has written so far, in one step. */
export async function writeManifest(folder: string, site: string, files: Manifest): Promise<void> {
  const body = JSON.stringify({ essaim: "site-export", format, site, files: Object.fromEntries(files) });
  await writeFile(join(folder, `${manifestFile}.new`), body);
  await rename(join(folder, `${manifestFile}.new`), join(folder, manifestFile));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
