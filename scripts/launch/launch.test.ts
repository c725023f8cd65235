import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { expect, test } from "vitest";
import { freePort } from "../testing/free-port.ts";
import { root } from "./launch.mjs";

/** Runs a stand-in through the launcher, with a shell between, as npm does. */
async function launchStandIn() {
  const port = await freePort();
  const program = `import { launch } from "./scripts/launch/launch.mjs";
    await launch("scripts/start/testing/stand-in.mjs", { development: true, args: ["${port}"] });`;
  const shell = spawn("/bin/sh", ["-c", `"$NODE" --input-type=module -e '${program}'; true`], {
    cwd: root,
    stdio: "ignore",
    env: { ...process.env, NODE: process.execPath, npm_lifecycle_event: "start" },
  });
  const serves = () =>
    fetch(`http://127.0.0.1:${port}/`).then(
      () => true,
      () => false,
    );
  return { shell, serves };
}

async function until(condition: () => Promise<boolean>, wanted: boolean): Promise<boolean> {
  for (const deadline = Date.now() + 15_000; Date.now() < deadline; await delay(100)) {
    if ((await condition()) === wanted) return true;
  }
  return false;
}

test("what npm started ends when npm’s shell is terminated", async () => {
  const { shell, serves } = await launchStandIn();
  expect(await until(serves, true)).toBe(true);
  shell.kill("SIGTERM");
  await once(shell, "exit");
  expect(await until(serves, false)).toBe(true);
});
