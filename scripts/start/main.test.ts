import { spawn, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { processBirth } from "../launch/lock.mjs";
import { freePort } from "../testing/free-port.ts";

const main = fileURLToPath(new URL("main.ts", import.meta.url));

let folder = "";
let dataDir = "";
let ports: Record<"PORT" | "CMS_PORT" | "MEILI_PORT", string>;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "essaim-start-"));
  dataDir = join(folder, "data");
  const [PORT, CMS_PORT, MEILI_PORT] = await Promise.all([freePort(), freePort(), freePort()]);
  ports = { PORT: String(PORT), CMS_PORT: String(CMS_PORT), MEILI_PORT: String(MEILI_PORT) };
});
afterEach(() => {
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true, force: true });
});

interface Ending {
  readonly code: number | null;
  readonly error: string;
}

/** Tries to start the portal, which must fail at once. */
function start(env: Record<string, string> = {}): Promise<Ending> {
  const child = spawn(process.execPath, [main], {
    env: { ...process.env, ...ports, HOST: "127.0.0.1", DATA_DIR: dataDir, ...env },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let error = "";
  child.stderr.on("data", (chunk: Buffer) => {
    error += chunk.toString();
  });
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, error })));
}

function expectOneLine({ code, error }: Ending, text: RegExp): void {
  expect(error).toMatch(text);
  expect(error.trim().split("\n")).toHaveLength(1);
  expect(code).toBe(1);
}

async function withTaken(port: string, work: () => Promise<void>): Promise<void> {
  const server = await new Promise<Server>((resolve) => {
    const one = createServer().listen(Number(port), "127.0.0.1", () => resolve(one));
  });
  await work().finally(() => server.close());
}

test.each(["PORT", "CMS_PORT", "MEILI_PORT"] as const)("a taken %s is named, and nothing is made", async (variable) => {
  await withTaken(ports[variable], async () => {
    expectOneLine(await start(), new RegExp(`Le port ${ports[variable]} est déjà pris.*${variable}=`));
  });
  expect(existsSync(dataDir)).toBe(false);
});

test("a wrong variable is named, and nothing is made", async () => {
  expectOneLine(await start({ PORT: "quatre" }), /PORT.*quatre.*nombre/);
  expect(existsSync(dataDir)).toBe(false);
});

test("an address that isn’t this machine’s is named", async () => {
  expectOneLine(await start({ HOST: "192.0.2.1" }), /192\.0\.2\.1 n’est pas celle de cette machine/);
});

test("a file where the data folder should be is named, and kept", async () => {
  writeFileSync(dataDir, "mes notes");
  expectOneLine(await start(), /est un fichier alors qu’il faut un dossier/);
  expect(readdirSync(folder)).toEqual(["data"]);
});

test("a file where a folder of the data should be is named", async () => {
  mkdirSync(dataDir);
  writeFileSync(join(dataDir, "cms"), "");
  expectOneLine(await start(), /data\/cms est un fichier/);
});

test.skipIf(process.getuid?.() === 0)("a folder that can’t be written is named", async () => {
  chmodSync(folder, 0o500);
  expectOneLine(await start(), /ne peut pas être écrit/);
});

// The kernel’s own file system has no room at all.
test.skipIf(process.platform !== "linux")("a full disk is named", async () => {
  expectOneLine(await start({ DATA_DIR: "/proc/essaim" }), /Il reste 0.Mo sur le disque/);
});

test("keys that were cut off stop the start", async () => {
  mkdirSync(dataDir);
  writeFileSync(join(dataDir, "secrets.json"), '{"CMS_SECRET": "abc');
  expectOneLine(await start(), /secrets\.json est abîmé/);
  expect(readdirSync(dataDir)).toEqual(["secrets.json"]);
});

test("a second portal on the same data is refused, one whose lock is stale isn’t", async () => {
  mkdirSync(dataDir);
  const lock = join(dataDir, "portal.lock");
  writeFileSync(lock, `${process.pid} ${processBirth(process.pid)}\n`);
  expectOneLine(await start(), new RegExp(`Un portail tourne déjà sur .*processus ${process.pid}`));
  writeFileSync(lock, `${spawnSync(process.execPath, ["--version"]).pid} 1\n`);
  // The start goes on past the lock, to the next thing that is wrong.
  await withTaken(ports.PORT, async () => expectOneLine(await start(), /est déjà pris/));
});
