import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { execa } from "execa";
import { rooms } from "./rooms.ts";

/** Something that passes or fails as a whole, before the tests. */
export interface Check {
  readonly name: string;
  /** Arguments to Node. */
  readonly args: readonly string[];
  readonly cwd: string;
  /** What it prints when it really checked. */
  readonly says?: RegExp;
}

/** Types of every room, then format, lint and import directions. */
export function checksOf(root: string): Check[] {
  const require = createRequire(join(root, "package.json"));
  const compiler = require.resolve("typescript/bin/tsc");
  const types = [...rooms, "cms/src/admin", "cms/tests"]
    .filter((folder) => folder !== "web" && existsSync(join(root, folder, "tsconfig.json")))
    .map((folder) => ({
      name: `types of ${folder}`,
      args: [compiler, "--noEmit", "--incremental", "false", "-p", folder],
      cwd: root,
    }));
  // Astro’s own check covers the site’s TypeScript and its templates.
  const astro = createRequire(join(root, "web/package.json"))
    .resolve("astro/package.json")
    .replace(/package\.json$/, "bin/astro.mjs");
  return [
    ...types,
    {
      name: "types of web",
      args: [astro, "check", "--minimumFailingSeverity", "error"],
      cwd: join(root, "web"),
      // Astro ends well, too, when it can't load its checker.
      says: /^Result \(\d+ files?\)/m,
    },
    {
      name: "format and lint",
      args: [require.resolve("@biomejs/biome/bin/biome"), "ci", "--error-on-warnings"],
      cwd: root,
    },
  ];
}

/** Runs a check; what it said is shown when it fails. */
export async function passes({ name, args, cwd, says }: Check): Promise<boolean> {
  const began = Date.now();
  const result = await execa(process.execPath, args, {
    cwd,
    // Astro asks whether it may install what it misses: nobody is there to answer.
    stdin: "ignore",
    timeout: 600_000,
    all: true,
    reject: false,
    env: { ASTRO_TELEMETRY_DISABLED: "1" },
  });
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  const passed = !result.failed && (says === undefined || says.test(result.all));
  console.log(passed ? `✔ ${name} (${seconds} s)` : `✖ ${name} (${seconds} s)\n${result.all}`);
  return passed;
}
