import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { locales } from "@essaim/content";
import { editionOf, settingsOf, stateSettings } from "../settings.ts";

/** What decides how a document is written in an index. */
const projectionFolders = ["../document/", "../analysis/"].map((folder) => new URL(folder, import.meta.url));

/** Names the present settings and the present code of the projection; a change of either builds the indexes anew without anybody raising a number. */
export async function presentEdition(): Promise<string> {
  const hash = createHash("sha256");
  for (const folder of projectionFolders) {
    const names = (await readdir(folder)).filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"));
    for (const name of names.sort()) hash.update(await readFile(new URL(name, folder)));
  }
  return editionOf([...locales.map(settingsOf), stateSettings], hash.digest("hex"));
}
