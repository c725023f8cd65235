import { environment, folders, prepareFolders } from "../src/environment.ts";

interface SqliteConnection {
  pragma(statement: string): unknown;
}

/** WAL lets readers go on while one writes; FULL because what an editor saw published must outlive a power cut. */
function prepareSqlite(
  connection: SqliteConnection,
  done: (error: unknown, connection: SqliteConnection) => void,
): void {
  for (const pragma of ["journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "busy_timeout = 5000"]) {
    connection.pragma(pragma);
  }
  done(null, connection);
}

prepareFolders();

export default {
  connection: environment.DATABASE_URL
    ? {
        client: "postgres",
        connection: { connectionString: environment.DATABASE_URL },
        pool: { min: 0, max: 10 },
        acquireConnectionTimeout: 60_000,
      }
    : {
        client: "sqlite",
        connection: { filename: folders.database },
        useNullAsDefault: true,
        pool: { afterCreate: prepareSqlite },
        acquireConnectionTimeout: 60_000,
      },
};
