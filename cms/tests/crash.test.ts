import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Client } from "pg";
import { describe, expect, test } from "vitest";
import { disagreements, type Query } from "./agreement.ts";
import { type Cms, type Documents, databases, type Home, makeHome, startCms } from "./harness.ts";

/** How often the process is really killed; each time costs a start of the CMS. */
const kills = Number(process.env["ESSAIM_KILLS"] ?? 5);
/** On PostgreSQL a cut connection sometimes leaves knex waiting for ever, and each such wait costs a connection of the pool. */
const interruptions = { sqlite: 50, postgres: 8 } as const;

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const between = (low: number, high: number) => low + Math.random() * (high - low);

/** Writes without end inside the CMS: creates, publishes, changes, unpublishes and deletes, some in one transaction. */
function writeWithoutEnd(cms: Cms): void {
  const endless = cms.run(async (strapi) => {
    const documents = strapi.documents("api::solution.solution" as never) as unknown as Documents;
    const known: string[] = [];
    const pick = () => known[Math.floor(Math.random() * known.length)];
    const write = async () => {
      const documentId = known.length < 8 ? undefined : pick();
      const data = {
        title: `Titre ${Math.random()}`,
        summary: "Résumé",
        objectives: "un\ndeux",
        steps: [{ title: "Étape" }, { title: "Suite" }],
        results: [{ label: "x", value: 1 }],
      };
      if (!documentId) known.push((await documents.create({ data, locale: "fr", status: "published" })).documentId);
      else if (Math.random() < 0.5) await documents.update({ documentId, locale: "fr", data, status: "published" });
      else if (Math.random() < 0.4) await documents.unpublish({ documentId, locale: "fr" });
      else if (Math.random() < 0.3)
        known.splice(
          known.indexOf(documentId),
          1,
          ...(await documents.delete({ documentId, locale: "*" }).then(() => [])),
        );
      else
        await documents.update({
          documentId,
          locale: "en",
          data: { ...data, slug: `s-${Math.random()}`.replace("0.", "") },
          status: "published",
        });
    };
    for (let written = 0; ; ) {
      const attempt = Math.random() < 0.3 ? strapi.db.transaction(() => write().then(write)) : write();
      // A connection that was cut, or a document that another try deleted: the next write goes on.
      const enough = new Promise((resolve) => setTimeout(resolve, 5000));
      await Promise.race([attempt, enough]).then(
        () => Reflect.set(globalThis, "written", ++written),
        () => {},
      );
      await new Promise(setImmediate);
    }
  });
  endless.catch(() => {});
}

/** Waits until something more was written, so that a slow machine is interrupted while it writes and not before. */
async function writtenAfter(cms: Cms, before: number): Promise<number> {
  for (;;) {
    const written = await cms.run(() => Number(Reflect.get(globalThis, "written") ?? 0));
    if (written > before) return written;
    await pause(5);
  }
}

function inspectFile(file: string): Promise<string[]> {
  const database = new DatabaseSync(file);
  const query: Query = async (sql) => database.prepare(sql).all();
  return disagreements(query).finally(() => database.close());
}

async function inspectServer(url: string, waitForSilence: boolean): Promise<string[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const others =
      "select count(*)::int as n from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()";
    while (waitForSilence && (await client.query(others)).rows[0].n > 0) await pause(20);
    await client.query("begin isolation level repeatable read read only");
    return await disagreements(async (sql) => (await client.query(sql)).rows);
  } finally {
    await client.end();
  }
}

const inspect = ({ dataDir, databaseUrl }: Home): Promise<string[]> =>
  databaseUrl ? inspectServer(databaseUrl, true) : inspectFile(join(dataDir, "cms", "essaim.db"));

/** What a process that is killed at this very moment leaves in its files. */
async function leftBehind({ pid, home }: Cms, folder: string): Promise<string> {
  process.kill(pid, "SIGSTOP");
  while (existsSync(`/proc/${pid}/stat`) && !/\) [Tt] /.test(readFileSync(`/proc/${pid}/stat`, "utf8"))) await pause(1);
  const copy = join(folder, "essaim.db");
  for (const ending of ["", "-wal"]) {
    rmSync(copy + ending, { force: true });
    copyFileSync(join(home.dataDir, "cms", `essaim.db${ending}`), copy + ending);
  }
  process.kill(pid, "SIGCONT");
  return copy;
}

async function cutConnections({ home }: Cms): Promise<void> {
  const client = new Client({ connectionString: home.databaseUrl });
  await client.connect();
  await client.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
  );
  await client.end();
}

describe.each(databases)("content, versions and feed agree on %s", (database) => {
  test(`at ${interruptions[database]} moments at which writing is cut off`, { timeout: 240_000 }, async () => {
    const cms = await startCms({ database });
    const folder = mkdtempSync(join(cms.home.dataDir, "left-"));
    try {
      writeWithoutEnd(cms);
      let written = 0;
      for (let round = 0; round < interruptions[database]; round += 1) {
        written = await writtenAfter(cms, written);
        await pause(between(0, 150));
        if (database === "sqlite") {
          const file = await leftBehind(cms, folder);
          expect(await inspectFile(file)).toEqual([]);
        } else {
          await cutConnections(cms);
          expect(await inspectServer(cms.home.databaseUrl ?? "", false)).toEqual([]);
        }
      }
    } finally {
      await cms.kill();
      await cms.home.dispose();
    }
  });

  test(`after each of ${kills} kill -9 during writes`, { timeout: 60_000 + kills * 60_000 }, async () => {
    const home = await makeHome(database);
    try {
      for (let round = 0; round < kills; round += 1) {
        const cms = await startCms({ home });
        writeWithoutEnd(cms);
        await writtenAfter(cms, 2);
        await pause(between(0, 300));
        await cms.kill();
        expect(await inspect(home)).toEqual([]);
      }
      const cms = await startCms({ home });
      expect((await cms.ask("/api/reconcile", { method: "POST" })).body).toMatchObject({ changes: 0, problems: [] });
      await cms.stop();
    } finally {
      await home.dispose();
    }
  });
});
