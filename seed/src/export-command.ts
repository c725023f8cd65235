import { parseArgs } from "node:util";
import { mostProblems, packagedTypes } from "@essaim/content";
import { type ExitCode, runCommand, WrongUsage } from "./command.ts";
import { portalAddress } from "./environment.ts";
import { exportPackage } from "./export-package.ts";
import { writeTarget } from "./export-target.ts";
import type { CommandContext } from "./import-command.ts";
import { openPortal } from "./portal.ts";
import { refusalText } from "./refusal.ts";

const usage = "usage : npm run export -- CIBLE [--type TYPE]   (CIBLE : un dossier, ou un nom en .zip)";

/** Writes a package of what the running portal holds. */
export function exportCommand(args: readonly string[], context: CommandContext): Promise<ExitCode> {
  const { terminal, progress } = context;
  return runCommand(terminal, async () => {
    const { path, type } = readArguments(args);
    const portal = openPortal(await portalAddress(context.environment));
    const done = await writeTarget(path, (folder) => exportPackage(folder, { portal, type, progress }));
    for (const file of done.missing) terminal.err(`retiré du portail, donc absent du paquet : ${file}`);
    for (const fault of done.leftOut.slice(0, mostProblems))
      terminal.err(`laissé hors du paquet : ${refusalText(fault)}`);
    terminal.out(`${done.entries} entrées, ${done.versions} versions, ${done.files} fichiers : ${path}`);
  });
}

function readArguments(args: readonly string[]): { path: string; type: string | undefined } {
  const parsed = parse(args);
  const [path, ...more] = parsed.positionals;
  if (path === undefined || more.length > 0) throw new WrongUsage(usage);
  const { type } = parsed.values;
  if (type !== undefined && !packagedTypes.includes(type))
    throw new WrongUsage(`type inconnu : « ${type} » ; types possibles : ${packagedTypes.join(", ")}`);
  return { path, type };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: { type: { type: "string" } } });
  } catch (cause) {
    throw new WrongUsage(usage, { cause });
  }
}
