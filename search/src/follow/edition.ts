import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { locales } from "@essaim/content";
import { editionOf, settingsOf } from "../settings.ts";

const projectionFolder = new URL("../document/", import.meta.url);

/** Names the present settings and the present code of the projection; a change of either builds the indexes anew without anybody raising a number. */
export async function presentEdition(): Promise<string> {
  const names = (await readdir(projectionFolder)).filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"));
  const hash = createHash("sha256");
  for (const name of names.sort()) hash.update(await readFile(new URL(name, projectionFolder)));
  return editionOf(locales.map(settingsOf), hash.digest("hex"));
}
