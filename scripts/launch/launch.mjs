import { spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureDependencies, withCheckoutLock } from "./dependencies.mjs";
import { PlainError } from "./plain-error.mjs";
import { complain } from "./progress.mjs";
import { ensureRuntime } from "./runtime.mjs";

/** The checkout that these scripts belong to. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/**
 * npm passes SIGTERM to the shell between it and this program, which dies of it without passing it on: having another
 * parent is the only sign of it.
 * @see https://github.com/npm/cli/issues/6684
 * @param {() => void} stop
 */
function whenNpmIsGone(stop) {
  if (process.env["npm_lifecycle_event"] === undefined) return;
  const npm = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === npm) return;
    clearInterval(watch);
    stop();
  }, 500);
  watch.unref();
}

/**
 * Runs the program under another Node, passing signals and its exit code through. The channel tells the program that
 * this process is gone, even when it was killed.
 * @param {string} node
 * @param {string} entry
 * @param {string[]} args
 */
function hand(node, entry, args) {
  const child = spawn(node, [entry, ...args], { cwd: root, stdio: ["inherit", "inherit", "inherit", "ipc"] });
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
    // A terminal sends Ctrl-C to both; the program takes a second one of the same kind for the first.
    process.on(signal, () => child.kill(signal));
  }
  whenNpmIsGone(() => child.kill("SIGTERM"));
  child.on("error", (error) => {
    complain(`✖ ${node} ne peut pas être lancé : ${error.message}`);
    process.exit(1);
  });
  child.on("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}

/**
 * Brings a fresh clone to the point where TypeScript runs, with nothing but Node ≥ 20 and npm: installs packages and,
 * where the machine’s Node is too old, the pinned one; then runs a program of this repository.
 * @param {string} entry path of the program, from the checkout’s root
 * @param {{ development: boolean, args?: string[] }} options `development`: install what tests need, too
 */
export async function launch(entry, { development, args = process.argv.slice(2) }) {
  try {
    const major = Number.parseInt(process.versions.node, 10);
    if (major < 20)
      throw new PlainError(`Installez Node 24 (https://nodejs.org) : celui-ci est Node ${process.versions.node}.`);
    const [node] = await withCheckoutLock(root, () =>
      Promise.all([ensureRuntime(root), ensureDependencies(root, { development })]),
    );
    hand(node, join(root, entry), args);
  } catch (error) {
    complain(`✖ ${error instanceof PlainError ? error.message : error instanceof Error ? error.stack : String(error)}`);
    process.exitCode = 1;
  }
}
