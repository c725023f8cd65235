import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as delay } from "node:timers/promises";

/**
 * Does what two test files must not do at the same time: the second comes when the first is done. The lock is a transaction of
 * SQLite in a file of its own, since the system ends it with the process that holds it, however that one ends.
 */
export async function alone<T>(file: string, body: () => Promise<T> | T): Promise<T> {
  mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file);
  try {
    while (!isTaken(database)) await delay(100);
    return await body();
  } finally {
    database.close();
  }
}

const busy = 5;

function isTaken(database: DatabaseSync): boolean {
  try {
    database.exec("begin exclusive");
    return true;
  } catch (error) {
    if (error instanceof Error && "errcode" in error && error.errcode === busy) return false;
    throw error;
  }
}
