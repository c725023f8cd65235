import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { freePort } from "../testing/free-port.ts";
import { type Part, type SupervisedPart, supervise } from "./supervise.ts";

const here = fileURLToPath(new URL(".", import.meta.url));
const standIn = join(here, "testing/stand-in.mjs");

let folder = "";
let port = 0;
let said: string[] = [];
const started: SupervisedPart[] = [];
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "essaim-parts-"));
  port = await freePort();
  said = [];
});
afterEach(async () => {
  await Promise.all(started.splice(0).map((part) => part.stop()));
  rmSync(folder, { recursive: true, force: true });
});

/** Process id of the stand-in that serves now. */
const serving = async (): Promise<number> => Number(await (await fetch(`http://127.0.0.1:${port}/`)).text());

function start(mode = "", graceMs = 5_000): SupervisedPart {
  const part: Part = {
    name: "stand-in",
    label: "Le figurant",
    args: [standIn, String(port), mode],
    cwd: folder,
    env: { PATH: process.env["PATH"] ?? "" },
    probe: async () => (await serving()) > 0,
    patienceMs: 10_000,
  };
  const kept = supervise(part, {
    logFolder: folder,
    say: (line) => said.push(line),
    firstPauseMs: 100,
    longestPauseMs: 400,
    graceMs,
  });
  started.push(kept);
  return kept;
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // A process that ended but wasn’t waited for yet is no longer alive.
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
}

async function until(condition: () => boolean | Promise<boolean>, ms = 8_000): Promise<boolean> {
  for (const deadline = Date.now() + ms; Date.now() < deadline; await delay(50)) {
    if (await Promise.resolve(condition()).catch(() => false)) return true;
  }
  return false;
}

test("a part that is killed is started again, and people are told", async () => {
  const part = start();
  await part.ready();
  const first = await serving();
  process.kill(first, "SIGKILL");
  expect(await until(async () => (await serving()) !== first)).toBe(true);
  expect(said).toEqual(["⚠ Le figurant s'est arrêté (SIGKILL) : nouveau départ dans 1 s."]);
});

test("pauses grow while a part goes on dying", async () => {
  const part = start();
  await part.ready();
  for (let times = 0; times < 3; times += 1) {
    const pid = await serving();
    process.kill(pid, "SIGKILL");
    await until(async () => (await serving()) !== pid);
  }
  const began = Date.now();
  const pid = await serving();
  process.kill(pid, "SIGKILL");
  await until(async () => (await serving()) !== pid);
  expect(Date.now() - began).toBeGreaterThanOrEqual(400);
});

test("a stopped part is gone, with what it had started itself", async () => {
  const part = start(`child:${join(folder, "child")}`);
  await part.ready();
  const pid = part.pid() ?? 0;
  const child = Number(readFileSync(join(folder, "child"), "utf8"));
  await part.stop();
  expect(await until(() => !lives(pid) && !lives(child))).toBe(true);
  expect(said).toEqual([]);
});

test("what a killed part had started doesn’t linger", async () => {
  const part = start(`child:${join(folder, "child")}`);
  await part.ready();
  const child = Number(readFileSync(join(folder, "child"), "utf8"));
  process.kill(part.pid() ?? 0, "SIGKILL");
  expect(await until(() => !lives(child))).toBe(true);
});

test("a part that doesn’t end when asked is killed", async () => {
  const part = start("stubborn", 300);
  await part.ready();
  const pid = part.pid() ?? 0;
  await part.stop();
  expect(lives(pid)).toBe(false);
});

test("a part that can’t start shows its last words", async () => {
  await expect(start("fail").ready()).rejects.toThrow(/Le figurant ne démarre pas.*le fichier de réglages manque/s);
});

test("when the supervisor is killed outright, no part lingers: not Node’s, not a foreign program", async () => {
  const pidFile = join(folder, "child");
  const parts = [
    { name: "node", args: [standIn, String(port)], cwd: folder },
    // A shell stands for a foreign server: it tells its own number, then becomes one that waits.
    {
      name: "foreign",
      args: [join(here, "foreign-program.mjs"), "/bin/sh", "-c", `echo $$ > ${pidFile}; exec sleep 600`],
      cwd: folder,
    },
  ];
  const supervisor = spawn(process.execPath, [join(here, "testing/supervisor.ts"), JSON.stringify(parts), folder], {
    stdio: "ignore",
  });
  let foreign = 0;
  const bothRun = () => {
    foreign = Number(readFileSync(pidFile, "utf8"));
    return foreign > 0;
  };
  expect(await until(async () => bothRun() && (await serving()) > 0)).toBe(true);
  const node = await serving();
  supervisor.kill("SIGKILL");
  expect(await until(() => !lives(node) && !lives(foreign))).toBe(true);
});
