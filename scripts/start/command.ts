import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "../launch/launch.mjs";
import { PlainError } from "../launch/plain-error.mjs";
import { complain } from "../launch/progress.mjs";
import { secretsFile } from "./data-folder.ts";
import { cmsUrl } from "./parts.ts";
import { readSecrets } from "./secrets.ts";
import { readSettings } from "./settings.ts";

/** Runs a program of this repository against the running portal: with its keys, from the folder where the command was typed. */
async function runCommand([program = "", ...args]: readonly string[]): Promise<number> {
  const settings = readSettings(process.env, root);
  if (!existsSync(join(root, program))) throw new PlainError(`Cette commande n'existe pas encore : ${program}`);
  const secrets = readSecrets(secretsFile(settings.DATA_DIR));
  const searchUrl = settings.MEILI_URL ?? `http://127.0.0.1:${settings.MEILI_PORT}`;
  const child = spawn(process.execPath, [join(root, program), ...args], {
    cwd: process.env["INIT_CWD"] ?? process.cwd(),
    stdio: "inherit",
    env: {
      CMS_URL: cmsUrl(settings),
      MEILI_URL: searchUrl,
      ...(secrets && {
        ESSAIM_READ_TOKEN: secrets.ESSAIM_READ_TOKEN,
        ESSAIM_IMPORT_TOKEN: secrets.ESSAIM_IMPORT_TOKEN,
        ...(!settings.MEILI_URL && { MEILI_MASTER_KEY: secrets.MEILI_MASTER_KEY }),
      }),
      ...process.env,
      DATA_DIR: settings.DATA_DIR,
    },
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code) => resolve(code ?? 1));
  });
}

try {
  process.exitCode = await runCommand(process.argv.slice(2));
} catch (error) {
  complain(`✖ ${error instanceof PlainError ? error.message : error instanceof Error ? error.stack : String(error)}`);
  process.exitCode = 1;
}
if (process.channel) process.disconnect();
