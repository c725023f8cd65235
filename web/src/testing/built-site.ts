import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { freePort } from "../../../scripts/testing/free-port.ts";

const room = fileURLToPath(new URL("../../", import.meta.url));

/** Builds the site into a folder of its own, beside nobody else's build; returns that folder. Tests that run beside each other name theirs. */
export async function buildSite(name = "tested-site"): Promise<string> {
  const packageFile = createRequire(import.meta.url).resolve("astro/package.json");
  const outDir = join(room, ".cache", name);
  const astro = join(dirname(packageFile), "bin", "astro.mjs");
  const env = { ...process.env, NODE_ENV: "production", ASTRO_TELEMETRY_DISABLED: "1" };
  await promisify(execFile)(process.execPath, [astro, "build", "--outDir", outDir], { cwd: room, env });
  return outDir;
}

/** A site that runs as it does in service. */
export interface BuiltSite {
  readonly url: string;
  readonly process: ChildProcess;
  /** What it wrote to its standard error stream so far. */
  readonly log: () => string;
  /** Ends it as the supervisor does; resolves with its exit status. */
  stop(): Promise<number | null>;
}

/** Starts a built site and waits until it listens. */
export async function startBuiltSite(dist: string, variables: Readonly<Record<string, string>>): Promise<BuiltSite> {
  const port = await freePort();
  const child = spawn(process.execPath, [join(dist, "server", "entry.mjs")], {
    env: { ...process.env, NODE_ENV: "production", PORT: String(port), ESSAIM_READ_TOKEN: "token", ...variables },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let log = "";
  const listens = new Promise<void>((resolve, reject) => {
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      log += text;
      if (log.includes('"site-listens"')) resolve();
    });
    child.once("exit", (status) => reject(new Error(`The site ended with ${status}: ${log}`)));
  });
  await listens;
  return {
    url: `http://127.0.0.1:${port}`,
    process: child,
    log: () => log,
    async stop() {
      if (child.exitCode !== null) return child.exitCode;
      child.kill("SIGTERM");
      const [status] = await once(child, "exit");
      return typeof status === "number" ? status : null;
    },
  };
}
