import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";

/** The link in the message that somebody was last sent, once it came. */
export async function newestLink(dataDir: string, to: string): Promise<string> {
  const folder = join(dataDir, "outbox");
  const found = () =>
    readdirSync(folder)
      .filter((name) => name.endsWith(".txt"))
      .sort()
      .map((name) => readFileSync(join(folder, name), "utf8"))
      .findLast((text) => text.includes(`À : ${to}\n`));
  await expect.poll(found, { timeout: 10_000 }).toMatch(/\?lien=/);
  return /^http\S+\?lien=\S+$/m.exec(found() ?? "")?.[0] ?? "";
}
