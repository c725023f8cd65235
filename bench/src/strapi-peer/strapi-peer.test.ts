import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startMeilisearch } from "@essaim/search/engine";
import { expect, onTestFinished, test } from "vitest";
import { freePort } from "../../../scripts/testing/free-port.ts";
import { peerIndex } from "./app-folder.ts";
import { momentsOf, now, startStrapiPeer } from "./strapi-peer.ts";

const key = "a-key-for-measurements-only";

async function startEngine(): Promise<{ url: string; key: string }> {
  const dataDir = mkdtempSync(join(tmpdir(), "essaim-peer-engine-"));
  const server = await startMeilisearch({ port: await freePort(), dataDir, masterKey: key });
  onTestFinished(async () => {
    await server.stop("SIGKILL");
    rmSync(dataDir, { recursive: true, force: true });
  });
  return { url: server.url, key };
}

/** Asks until the index holds as many sheets that say this. */
async function foundIn(engine: { url: string }, q: string, total: number): Promise<void> {
  const body = JSON.stringify({ q, hitsPerPage: 1 });
  const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
  for (;;) {
    const response = await fetch(`${engine.url}/indexes/${peerIndex}/search`, { method: "POST", headers, body });
    if ((await response.text()).includes(`"totalHits":${total}`)) return;
    await sleep(50);
  }
}

test("the peer’s plugin indexes every sheet, and each one that is published", { timeout: 120_000 }, async () => {
  const engine = await startEngine();
  const peer = await startStrapiPeer(engine, 20);
  onTestFinished(peer.stop);
  await foundIn(engine, "", 20);
  await peer.save("fiche-3", "Une fiche qui dit azertyuiop.");
  const before = now();
  const { asked, written, answered } = await peer.publish("fiche-3");
  await foundIn(engine, "azertyuiop", 1);
  const moments = [before, asked, written, answered, now()];
  expect(moments).toEqual(moments.toSorted((a, b) => a - b));
  await expect(peer.publish("fiche-inconnue")).rejects.toThrow("failed");
});

test("an answer without its moments is no publication", () => {
  expect(momentsOf({ asked: "1000000", written: "2500000", answered: "3000000" })).toEqual({
    asked: 1,
    written: 2.5,
    answered: 3,
  });
  expect(() => momentsOf({ asked: "1000000", written: "2500000" })).toThrow("does not say when");
});
