import { spawn } from "node:child_process";
import { PlainError } from "./plain-error.mjs";

/** The npm that runs this script, else the one on the path. */
function npmCommand() {
  const script = process.env["npm_execpath"];
  if (script && /npm-cli\.c?js$/.test(script)) return { command: process.execPath, first: [script], shell: false };
  return { command: process.platform === "win32" ? "npm.cmd" : "npm", first: [], shell: process.platform === "win32" };
}

/** Variables that npm gave this process about the project: another npm would take them for its own settings. */
function cleanEnvironment() {
  const { NODE_ENV: _production, ...environment } = process.env;
  return Object.fromEntries(
    Object.entries(environment).filter(([name]) => !/^npm_(package|lifecycle|command)/.test(name)),
  );
}

/**
 * Runs npm quietly; when it fails, the end of what it said goes into the error.
 * @param {string[]} args
 * @param {string} cwd
 * @returns {Promise<void>}
 */
export function npm(args, cwd) {
  const { command, first, shell } = npmCommand();
  const quiet = ["--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error"];
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...first, ...args, ...quiet], { cwd, shell, env: cleanEnvironment() });
    let tail = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => {
        tail = (tail + text).slice(-4000);
      });
    }
    child.on("error", (error) => reject(new PlainError(`npm ne peut pas être lancé : ${error.message}`)));
    child.on("close", (code) => {
      if (code === 0) resolve();
      else reject(new PlainError(`npm ${args[0]} a échoué (code ${code}) :\n${tail.trim()}`));
    });
  });
}
