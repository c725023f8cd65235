import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { PlainError } from "../launch/plain-error.mjs";
import type { ExportOptions } from "./export-options.ts";
import { writeChecked } from "./written-files.ts";

const entrySchema = z.object({ folder: z.string().regex(/^[0-9a-f]{16}$/) });

/** Puts the index of each language beside the pages: from the data folder of the portal, where the site keeps it up to date. */
export async function exportIndexes(
  { folder, count, indexes }: ExportOptions,
  locales: readonly string[],
): Promise<void> {
  for (const locale of locales) {
    const from = join(indexes, locale);
    const { folder: name } = entrySchema.parse(JSON.parse(await readEntry(from)));
    const [source, target] = [join(from, name), join("pagefind", locale, name)];
    const there = new Set(await readdir(join(folder, target), { recursive: true }).catch(() => []));
    for (const each of await readdir(source, { recursive: true, withFileTypes: true })) {
      const path = join(each.parentPath.slice(source.length), each.name).replace(/^[/\\]/, "");
      // Static hosts pack files themselves; what a folder of this name holds never changes.
      if (!each.isFile() || path.endsWith(".gz")) continue;
      count.known += 1;
      count.done += 1;
      if (there.has(path)) continue;
      await writeChecked(folder, join(target, path), await readFile(join(source, path)), undefined, count);
    }
    await writeChecked(
      folder,
      join("pagefind", locale, "entry.json"),
      Buffer.from(await readEntry(from)),
      undefined,
      count,
    );
    for (const old of await readdir(join(folder, "pagefind", locale)))
      if (old !== name && old !== "entry.json") await rm(join(folder, "pagefind", locale, old), { recursive: true });
  }
}

async function readEntry(folder: string): Promise<string> {
  try {
    return await readFile(join(folder, "entry.json"), "utf8");
  } catch (cause) {
    throw new PlainError(
      "L'index de la recherche hors ligne n'est pas encore prêt : relancez l'export dans une minute.",
      { cause },
    );
  }
}
