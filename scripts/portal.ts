import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "./testing/free-port.ts";

/** A whole portal, started as the README says, on free ports and a data folder of its own. */
export interface Portal {
  readonly site: string;
  readonly cms: string;
  /** Address of its search server. */
  readonly engine: string;
  readonly dataDir: string;
  readonly admin: { readonly email: string; readonly password: string };
  /** What `npm start` printed so far. */
  readonly output: () => string;
  readonly stop: () => Promise<void>;
}

/** Where to find the portal that the journeys share; set by the global set-up. */
export interface PortalAddress {
  readonly site: string;
  readonly cms: string;
  /** Address of its search server. */
  readonly engine: string;
  readonly dataDir: string;
  readonly admin: { readonly email: string; readonly password: string };
  /** Of a session of the administrator, where one was begun: the desk lets nobody sign in more than a few times in five minutes. */
  readonly deskToken?: string;
}

const root = new URL("../", import.meta.url).pathname;
const admin = { email: "admin@essaim.example", password: "Essaim-parcours-2026" };

/** Starts the portal and waits until its first page is served; `minutes` bounds the wait. */
export async function startPortal(environment: Record<string, string> = {}, minutes = 8): Promise<Portal> {
  const [port, cmsPort, meiliPort] = await Promise.all([freePort(), freePort(), freePort()]);
  const dataDir = environment["DATA_DIR"] ?? (await mkdtemp(join(tmpdir(), "essaim-portal-")));
  const site = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      PORT: String(port),
      CMS_PORT: String(cmsPort),
      MEILI_PORT: String(meiliPort),
      DATA_DIR: dataDir,
      ESSAIM_ADMIN_EMAIL: admin.email,
      ESSAIM_ADMIN_PASSWORD: admin.password,
      ...environment,
    },
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const stop = async () => {
    await endProcess(child);
    if (!environment["DATA_DIR"]) await rm(dataDir, { recursive: true, force: true });
  };
  try {
    const isEmpty = environment["ESSAIM_FIRST_CONTENT"] === "none";
    await waitUntilReady(isEmpty ? "/fr/" : sheet, { site, child, output: () => output, minutes });
  } catch (error) {
    await stop();
    throw error;
  }
  const cms = `http://127.0.0.1:${cmsPort}`;
  const engine = `http://127.0.0.1:${environment["MEILI_PORT"] ?? meiliPort}`;
  return { site, cms, engine, dataDir, admin, output: () => output, stop };
}

async function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await Promise.race([ended, sleep(20_000).then(() => child.kill("SIGKILL"))]);
}

/** The real sheet of the first content. */
const sheet = "/fr/solutions/centres-sociaux-connectes/";

interface Starting {
  readonly site: string;
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly minutes: number;
}

/** Ready means that a page is served and that search answers. */
async function waitUntilReady(page: string, { site, child, output, minutes }: Starting): Promise<void> {
  const deadline = Date.now() + minutes * 60_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`The portal ended with ${child.exitCode}:\n${output()}`);
    if ((await answers(site + page)) && (await answers(`${site}/api/search?q=hackathon&locale=fr`))) return;
    await sleep(300);
  }
  throw new Error(`The portal was not ready within ${minutes} minutes:\n${output()}`);
}

async function answers(address: string): Promise<boolean> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(5000) });
    await response.arrayBuffer();
    return response.status === 200;
  } catch {
    return false;
  }
}
