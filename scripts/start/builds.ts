import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { execa } from "execa";
import { withCheckoutLock } from "../launch/dependencies.mjs";
import { PlainError } from "../launch/plain-error.mjs";
import { withProgress } from "../launch/progress.mjs";
import { hashSources } from "./source-hash.ts";

/** Something that is built once and kept while its sources are the same. */
export interface Build {
  /** In French, for the terminal. */
  readonly label: string;
  readonly room: string;
  /** Script of the room’s package.json. */
  readonly script: string;
  readonly sources: readonly string[];
  /** What a build before left and this one must not find, from the checkout’s root. */
  readonly leftovers: readonly string[];
  /** What must stand for the build to count. */
  readonly result: string;
  readonly stamp: string;
}

const shared = ["package-lock.json", "tsconfig.base.json", "content/package.json", "content/src"];

/** The CMS’s server code, which Strapi reads as JavaScript. */
export const cmsServer: Build = {
  label: "Construction du serveur de contenus",
  room: "cms",
  script: "build:server",
  sources: [...shared, "cms/package.json", "cms/tsconfig.json", "cms/config", "cms/src", "cms/database"],
  leftovers: ["cms/dist/src", "cms/dist/config", "cms/dist/.tsbuildinfo"],
  result: "cms/dist/src/main.js",
  stamp: "cms/dist/.server-sources",
};

/** The pages of the CMS’s desk: long to build, and needed by no reader of the site. */
export const cmsDesk: Build = {
  label: "Construction de l'espace de rédaction",
  room: "cms",
  script: "build:admin",
  sources: [...shared, "cms/package.json", "cms/tsconfig.json", "cms/src/admin", "cms/src/desk"],
  leftovers: [],
  result: "cms/dist/build/index.html",
  stamp: "cms/dist/.desk-sources",
};

/** The site. */
export const site: Build = {
  label: "Construction du site",
  room: "web",
  script: "build",
  sources: [...shared, "search/package.json", "search/src", "web"],
  leftovers: ["web/dist"],
  result: "web/dist/server/entry.mjs",
  stamp: "web/dist/.sources",
};

/** Whether a build stands that was made of the present sources. */
export function isBuilt(root: string, build: Build): boolean {
  const stamp = join(root, build.stamp);
  if (!existsSync(join(root, build.result)) || !existsSync(stamp)) return false;
  return readFileSync(stamp, "utf8") === hashSources(root, build.sources);
}

/** Builds what isn’t built of the present sources; one that fails leaves no trace of being done. */
export async function ensureBuilt(root: string, build: Build, cancelSignal: AbortSignal): Promise<void> {
  if (isBuilt(root, build)) return;
  await withProgress(build.label, async () => {
    const sources = hashSources(root, build.sources);
    for (const path of [build.stamp, ...build.leftovers]) rmSync(join(root, path), { recursive: true, force: true });
    await runScript(root, build, cancelSignal);
    mkdirSync(dirname(join(root, build.stamp)), { recursive: true });
    writeFileSync(join(root, build.stamp), sources);
  });
}

/** Several builds, with no other portal of this checkout building at the same time. */
export function ensureAllBuilt(root: string, builds: readonly Build[], signal: AbortSignal): Promise<void> {
  return builds.every((build) => isBuilt(root, build))
    ? Promise.resolve()
    : withCheckoutLock(root, async () => {
        await Promise.all(builds.map((build) => ensureBuilt(root, build, signal)));
      });
}

/** Runs a script of a room without npm: npm would start it with the machine’s own Node, which may be too old. */
async function runScript(root: string, build: Build, cancelSignal: AbortSignal): Promise<void> {
  const room = join(root, build.room);
  const command = scriptOf(room, build.script);
  const path = [
    dirname(process.execPath),
    join(room, "node_modules/.bin"),
    join(root, "node_modules/.bin"),
    process.env["PATH"],
  ];
  const result = await execa(command, {
    cwd: room,
    shell: true,
    env: {
      PATH: path.join(delimiter),
      NODE_ENV: "production",
      STRAPI_TELEMETRY_DISABLED: "true",
      ASTRO_TELEMETRY_DISABLED: "1",
      CI: "true",
    },
    all: true,
    reject: false,
    cancelSignal,
    forceKillAfterDelay: 5_000,
  });
  cancelSignal.throwIfAborted();
  if (result.failed) throw new PlainError(`${build.label} : échec.\n${String(result.all).slice(-4000)}`);
}

function scriptOf(room: string, name: string): string {
  const file: unknown = JSON.parse(readFileSync(join(room, "package.json"), "utf8"));
  const scripts: unknown = Object(file).scripts;
  const command: unknown = Object(scripts)[name];
  if (typeof command !== "string") throw new Error(`${room}/package.json has no script "${name}"`);
  return command;
}
