import { execFileSync } from "node:child_process";
import { existsSync, globSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { alone } from "./lock.ts";

const room = join(import.meta.dirname, "..");
/** Where the tests compile to and keep what takes long to make: `dist` belongs to a portal that may run from this checkout. */
export const output = join(room, ".tmp");
const stamp = join(output, ".sources");

/** The compiled CMS's program. */
export const mainFile = join(output, "src", "main.js");

const sources = ["src/**/*.{ts,json}", "config/*.ts", "tsconfig.json"];

const newest = (patterns: readonly string[]): number =>
  Math.max(...globSync([...patterns], { cwd: room }).map((file) => statSync(join(room, file)).mtimeMs));

/** A name for the state of all that decides what a CMS makes of an empty database. */
export const stateOfSources = (): string =>
  String(newest([...sources, "tests/home.ts", "../content/src/**/*.ts", "../package-lock.json"]));

const isBuiltFrom = (state: number): boolean =>
  existsSync(mainFile) && existsSync(stamp) && statSync(stamp).mtimeMs >= state;

/** Compiles the CMS when its sources are newer than what was compiled. */
export async function buildServer(): Promise<void> {
  if (isBuiltFrom(newest(sources))) return;
  await alone(join(output, "build.lock"), () => {
    const builtFrom = newest(sources);
    if (isBuiltFrom(builtFrom)) return;
    const compiler = createRequire(import.meta.url).resolve("typescript/bin/tsc");
    const options = [
      "--project",
      join(room, "tsconfig.json"),
      "--outDir",
      output,
      "--tsBuildInfoFile",
      join(output, ".tsbuildinfo"),
    ];
    execFileSync(process.execPath, [compiler, ...options], { stdio: "inherit" });
    writeFileSync(stamp, "");
    utimesSync(stamp, new Date(), new Date(builtFrom));
  });
}
