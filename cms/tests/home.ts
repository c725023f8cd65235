import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { output, stateOfSources } from "./build.ts";
import { alone } from "./lock.ts";
import { startPostgres } from "./postgres.ts";

/** The databases that the CMS runs on. */
export const databases = ["sqlite", "postgres"] as const;
/** One of them. */
export type Database = (typeof databases)[number];

/** Where a CMS keeps its things: it outlives the process, so that a test can stop one and start another on it. */
export interface Home {
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  /** Keeps its database in a folder for later homes; no CMS may run on it. */
  save(folder: string): Promise<void>;
  dispose(): Promise<void>;
}

const databaseName = "essaim";
const file = join("cms", "essaim.db");

/** A fresh place for a CMS: nothing is in its database, or what an earlier home saved in the folder `from`. */
export async function newHome(database: Database, from?: string): Promise<Home> {
  const dataDir = mkdtempSync(join(tmpdir(), "essaim-cms-"));
  const disposeFolder = () => rmSync(dataDir, { recursive: true, force: true });
  if (database === "sqlite") {
    mkdirSync(join(dataDir, "cms"));
    if (from) copyFileSync(join(from, "essaim.db"), join(dataDir, file));
    return {
      dataDir,
      databaseUrl: undefined,
      save: async (folder) => copyFileSync(join(dataDir, file), join(folder, "essaim.db")),
      dispose: async () => disposeFolder(),
    };
  }
  const server = await startPostgres(from && join(from, "data"));
  return {
    dataDir,
    databaseUrl: from ? server.addressOf(databaseName) : await server.newDatabase(databaseName),
    save: (folder) => server.save(join(folder, "data")),
    async dispose() {
      await server.stop();
      disposeFolder();
    },
  };
}

/** A home as `prepare` leaves it; that is done once for each state of the sources, and copied. */
export async function preparedHome(database: Database, prepare: (home: Home) => Promise<void>): Promise<Home> {
  const all = join(output, "prepared");
  const here = join(all, stateOfSources());
  const place = join(here, database);
  if (!existsSync(place)) {
    await alone(join(output, `${database}.lock`), async () => {
      if (!existsSync(place)) await makePlace(database, prepare, place);
    });
    for (const other of readdirSync(all))
      if (join(all, other) !== here) rmSync(join(all, other), { recursive: true, force: true });
  }
  return newHome(database, place);
}

async function makePlace(database: Database, prepare: (home: Home) => Promise<void>, place: string): Promise<void> {
  mkdirSync(dirname(place), { recursive: true });
  const making = mkdtempSync(join(dirname(place), "making-"));
  const home = await newHome(database);
  try {
    await prepare(home);
    await home.save(making);
  } finally {
    await home.dispose();
  }
  renameSync(making, place);
}
