import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { createApp } from "astro/app/entrypoint";
import { z } from "zod";
import packageFile from "../package.json" with { type: "json" };
import { warmOfflineSearch } from "./search/page-search.ts";
import { watchSearch } from "./search/search-health.ts";
import { parseEnvironment } from "./server/environment.ts";
import { log, reasonOf } from "./server/log.ts";
import { type Site, startSite } from "./server/start-site.ts";

/** Longest wait for requests in flight when the site ends, in milliseconds. */
const farewellMs = 5_000;

/** The build's folder: this module is `server/entry.mjs` in it. */
const dist = new URL("../", import.meta.url);

/**
 * Loads every page's code: a later build puts other files in place of those that a first visit would ask for. The
 * names are written as the build writes them, since Node looks for the file again under any other spelling.
 */
async function loadPages(): Promise<void> {
  const names = (await readdir(new URL("server/", dist), { recursive: true })).filter((name) => name.endsWith(".mjs"));
  await Promise.all(names.map((name) => import(/* @vite-ignore */ `./${name}`)));
}

async function start(): Promise<Site> {
  const environment = parseEnvironment(process.env);
  warmOfflineSearch();
  const { build } = z
    .object({ build: z.string() })
    .parse(JSON.parse(await readFile(new URL("build.json", dist), "utf8")));
  await loadPages();
  const site = await startSite({
    app: createApp({ streaming: false }),
    environment,
    clientFolder: fileURLToPath(new URL("client/", dist)),
    build,
    version: packageFile.version,
    searchHealth: watchSearch(),
  });
  log("site-listens", { url: environment.publicUrl, host: environment.host, port: environment.port });
  return site;
}

const starting = start();

function end(): void {
  setTimeout(() => process.exit(1), farewellMs).unref();
  starting
    .then((site) => site.stop())
    .then(
      () => process.exit(0),
      () => process.exit(1),
    );
}
process.once("SIGTERM", end);
process.once("SIGINT", end);

starting.catch((error: unknown) => {
  process.stderr.write(`${reasonOf(error)}\n`);
  process.exit(1);
});
