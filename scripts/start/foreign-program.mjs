import { spawn } from "node:child_process";

/**
 * Runs a program that isn’t Node’s, so that it shares this process’s life: started with `parent-watch.mjs`, it ends when
 * the portal is gone, which no option of the program itself would do.
 */
const [command = "", ...args] = process.argv.slice(2);
const child = spawn(command, args, { stdio: ["ignore", "inherit", "inherit"] });

for (const signal of /** @type {const} */ (["SIGTERM", "SIGINT", "SIGHUP"]))
  process.on(signal, () => child.kill(signal));
process.on("exit", () => child.kill("SIGKILL"));

child.on("error", (error) => {
  console.error(error.message);
  process.exit(1);
});
child.on("exit", (code) => process.exit(code ?? 1));
