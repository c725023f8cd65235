import { exportCommand } from "../src/export-command.ts";
import { importCommand } from "../src/import-command.ts";
import { type MemoryPortal, memoryToken } from "./memory-portal.ts";

const commands = { import: importCommand, export: exportCommand };

/** Runs a command against a portal and gives what a person would see of it. */
export async function run(
  name: keyof typeof commands,
  args: readonly string[],
  portal: Pick<MemoryPortal, "url">,
  token: string = memoryToken,
) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await commands[name](args, {
    environment: { CMS_URL: portal.url, ESSAIM_IMPORT_TOKEN: token },
    terminal: { out: (line) => out.push(line), err: (line) => err.push(line) },
    progress: { start: () => {}, advance: () => {}, stop: () => {} },
  });
  return { code, out: out.join("\n"), err: err.join("\n") };
}
