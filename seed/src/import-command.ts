import { parseArgs } from "node:util";
import { type ExitCode, runCommand, type Terminal, WrongUsage } from "./command.ts";
import { readContentPackage } from "./content-package.ts";
import { portalAddress } from "./environment.ts";
import { fileCheck, type LoadOptions, loadPackage, type Tally } from "./load-package.ts";
import { openPackage } from "./package-source.ts";
import { openPortal } from "./portal.ts";
import type { Progress } from "./progress.ts";
import { PackageRefused } from "./refusal.ts";

const usage = "usage : npm run import -- PAQUET [--dry-run] [--draft]   (PAQUET : un dossier ou un .zip)";

/** What a command is given by the process that runs it. */
export interface CommandContext {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly terminal: Terminal;
  readonly progress: Progress;
}

/** Loads a package into the running portal: everything is checked before anything is written. */
export function importCommand(args: readonly string[], context: CommandContext): Promise<ExitCode> {
  const { terminal, progress } = context;
  return runCommand(terminal, async () => {
    const { path, options } = readArguments(args);
    const portal = openPortal(await portalAddress(context.environment));
    const source = await openPackage(path);
    try {
      const existing = await portal.keys();
      const content = await readContentPackage(source, existing, fileCheck(portal));
      const tally = await loadPackage({ portal, source, content, existing, options, progress });
      terminal.out(summary(tally, options));
    } catch (error) {
      if (error instanceof PackageRefused) terminal.err("Paquet refusé :");
      throw error;
    } finally {
      await source.close();
    }
  });
}

function readArguments(args: readonly string[]): { path: string; options: LoadOptions } {
  const parsed = parse(args);
  const [path, ...more] = parsed.positionals;
  if (path === undefined || more.length > 0) throw new WrongUsage(usage);
  return { path, options: { dryRun: parsed.values["dry-run"], draft: parsed.values.draft } };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { "dry-run": { type: "boolean", default: false }, draft: { type: "boolean", default: false } },
    });
  } catch (cause) {
    throw new WrongUsage(usage, { cause });
  }
}

function summary({ created, updated, unchanged }: Tally, { dryRun }: LoadOptions): string {
  const counts = [count(created, "créée"), count(updated, "mise", " à jour"), count(unchanged, "inchangée")].join(", ");
  return dryRun ? `À blanc, rien n’est écrit : ${counts}` : counts;
}

/** In French, nothing and one are singular. */
const count = (number: number, word: string, rest = "") => `${number} ${word}${number > 1 ? "s" : ""}${rest}`;
