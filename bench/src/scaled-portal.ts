import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { startMeilisearch } from "@essaim/search/engine";
import { freePort } from "../../scripts/testing/free-port.ts";
import { SyntheticCms } from "./synthetic-cms.ts";
import { type Sheet, syntheticSheets } from "./synthetic-sheets.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const key = "a-key-for-measurements-only";

/** The search server, the follower and the site, each a process as `npm start` starts it, before a CMS that publishes synthetic sheets. */
export interface ScaledPortal {
  readonly site: string;
  readonly engine: string;
  /** The search server’s key to everything. */
  readonly engineKey: string;
  readonly cms: SyntheticCms;
  readonly sheets: readonly Sheet[];
  /** Calls the search server itself. */
  readonly askEngine: (path: string, body?: unknown, method?: string) => Promise<Response>;
  readonly stop: () => Promise<void>;
}

/** Starts it and waits until every sheet is found. */
export async function startScaledPortal(count: number): Promise<ScaledPortal> {
  if (!existsSync(join(root, "web/dist/server/entry.mjs")))
    throw new Error("The site is not built: npm start builds it.");
  const dataDir = await mkdtemp(join(tmpdir(), "essaim-scaled-"));
  const sheets = syntheticSheets(count);
  const cms = new SyntheticCms(sheets);
  const cmsUrl = await cms.listen(await freePort());
  const server = await startMeilisearch({ port: await freePort(), dataDir: join(dataDir, "meili"), masterKey: key });
  const port = await freePort();
  const environment = {
    ...{ CMS_URL: cmsUrl, ESSAIM_READ_TOKEN: cms.token, MEILI_URL: server.url, MEILI_MASTER_KEY: key },
    ...{ PORT: String(port), HOST: "127.0.0.1", DATA_DIR: dataDir, NODE_ENV: "production" },
  };
  const endings = [startPart("search/src/main.ts", environment), startPart("web/dist/server/entry.mjs", environment)];
  const stop = async () => {
    await Promise.all(endings.map((end) => end()));
    await server.stop("SIGKILL");
    await cms.close();
    await rm(dataDir, { recursive: true, force: true });
  };
  const askEngine = (path: string, body?: unknown, method = "POST") =>
    fetch(server.url + path, {
      method,
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json", "accept-encoding": "identity" },
      body: body === undefined ? null : JSON.stringify(body),
    });
  const site = `http://127.0.0.1:${port}`;
  try {
    await everythingIsFound(site, count);
  } catch (error) {
    await stop();
    throw error;
  }
  return { site, engine: server.url, engineKey: key, cms, sheets, askEngine, stop };
}

/** Starts a process of the portal; returns how to end it. */
function startPart(program: string, environment: Record<string, string>): () => Promise<void> {
  const child = spawn(process.execPath, [join(root, program)], {
    cwd: join(root, program.split("/")[0] ?? ""),
    env: { ...process.env, ...environment },
    // Their logs tell of the moments before everything is loaded.
    stdio: "ignore",
  });
  const ended = once(child, "exit");
  return async () => {
    child.kill("SIGKILL");
    await ended;
  };
}

async function everythingIsFound(site: string, count: number): Promise<void> {
  const deadline = Date.now() + 20 * 60_000;
  while (Date.now() < deadline) {
    const answer = await fetch(`${site}/api/search?type=solution&limit=1`).catch(() => undefined);
    const body: unknown = answer?.ok ? await answer.json() : undefined;
    if (typeof body === "object" && body !== null && "total" in body && body.total === count) return;
    await sleep(500);
  }
  throw new Error(`${count} sheets were not found within 20 minutes.`);
}
