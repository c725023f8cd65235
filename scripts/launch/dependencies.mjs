import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { takeLock } from "./lock.mjs";
import { npm } from "./npm.mjs";
import { withProgress } from "./progress.mjs";

/** @typedef {{ version?: string, dev?: boolean, optional?: boolean, devOptional?: boolean, peer?: boolean, link?: boolean }} LockedPackage */

/**
 * @param {string} path
 * @returns {Map<string, LockedPackage>}
 */
function packagesOf(path) {
  try {
    return new Map(Object.entries(JSON.parse(readFileSync(path, "utf8")).packages));
  } catch {
    return new Map();
  }
}

/**
 * Whether what npm says it installed is what the lock file asks for. npm writes its own list at the end of an
 * installation, so one that was cut off is found incomplete.
 * @see https://docs.npmjs.com/cli/configuring-npm/package-lock-json#hidden-lockfiles
 * @param {string} root
 * @param {boolean} development also what only tests need
 */
export function isInstalled(root, development) {
  const installed = packagesOf(join(root, "node_modules", ".package-lock.json"));
  if (installed.size === 0) return false;
  for (const [path, wanted] of packagesOf(join(root, "package-lock.json"))) {
    if (!path.includes("node_modules/") || (wanted.dev && !development)) continue;
    const found = installed.get(path);
    // An optional package may be absent, on another platform for instance; one that is there must be the right one.
    const mayBeAbsent = wanted.optional === true || wanted.devOptional === true;
    if (found ? !wanted.link && found.version !== wanted.version : !mayBeAbsent) return false;
  }
  return true;
}

/**
 * One preparation of this checkout at a time: two portals that start side by side would install and build over each other.
 * @template T
 * @param {string} root
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withCheckoutLock(root, work) {
  mkdirSync(join(root, ".cache"), { recursive: true });
  const path = join(root, ".cache", "preparation.lock");
  let lock = takeLock(path);
  if ("holder" in lock) {
    const label = `Un autre démarrage (processus ${lock.holder}) prépare ce dossier, attente`;
    lock = await withProgress(label, () => waitForLock(path));
  }
  try {
    return await work();
  } finally {
    lock.release();
  }
}

/** @param {string} path */
async function waitForLock(path) {
  for (;;) {
    const lock = takeLock(path);
    if (!("holder" in lock)) return lock;
    await delay(500);
  }
}

/**
 * Installs the packages that are missing; nothing to do costs a few milliseconds.
 * @param {string} root
 * @param {{ development: boolean }} options
 */
export async function ensureDependencies(root, { development }) {
  if (isInstalled(root, development)) return;
  // Production packages stand already: adding the others is much shorter than starting over.
  if (development && isInstalled(root, false)) {
    const add = ["install", "--no-save", "--include=dev"];
    return withProgress("Installation des paquets de test", () => npm(add, root));
  }
  const kinds = development ? "--include=dev" : "--omit=dev";
  return withProgress("Installation des paquets", () => npm(["ci", kinds], root));
}
