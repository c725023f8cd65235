import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { connect } from "./indexes/connection.ts";
import { readCursor } from "./indexes/cursor.ts";
import { indexName } from "./indexes/names.ts";
import { library, solution } from "./testing/documents.ts";
import { freePort, noEngine, startTestEngine, type TestEngine } from "./testing/engine.ts";
import { PublishedShelf } from "./testing/published-shelf.ts";

const program = new URL("./main.ts", import.meta.url).pathname;

describe("The follower’s process", () => {
  it("names the wrong variables in one line and ends", async () => {
    const child = spawn(process.execPath, [program], { env: { PATH: process.env["PATH"], MEILI_URL: "nonsense" } });
    let words = "";
    child.stderr.on("data", (chunk: Buffer) => (words += chunk.toString()));
    const [code] = await once(child, "close");
    expect(code).toBe(1);
    expect(words.trim().split("\n")).toHaveLength(1);
    expect(words).toMatch(/ESSAIM_READ_TOKEN.*MEILI_URL.*MEILI_MASTER_KEY/);
  });
});

describe.skipIf(noEngine)("The follower’s process", { timeout: 60_000 }, () => {
  let engine: TestEngine;
  let cmsUrl: string;
  const shelf = new PublishedShelf();
  beforeAll(async () => {
    engine = await startTestEngine();
    for (const document of library) shelf.publish(document);
    cmsUrl = await shelf.listen(await freePort());
  }, 60_000);
  afterAll(async () => {
    await shelf.close();
    await engine.remove();
  });

  const start = (): ChildProcess =>
    spawn(process.execPath, [program], {
      stdio: "ignore",
      env: {
        PATH: process.env["PATH"],
        CMS_URL: cmsUrl,
        ESSAIM_READ_TOKEN: shelf.token,
        MEILI_URL: engine.url,
        MEILI_MASTER_KEY: engine.key,
      },
    });
  const end = async (child: ChildProcess, signal: NodeJS.Signals) => {
    const ended = once(child, "exit");
    child.kill(signal);
    const [code] = await ended;
    return code;
  };

  it("loses nothing when it is killed at any moment, and ends at once when asked to", async () => {
    const server = connect(engine, 2000);
    let edits = 0;
    for (const life of [150, 400, 700, 1000, 1300]) {
      const child = start();
      const death = Date.now() + life;
      while (Date.now() < death) {
        edits += 1;
        shelf.publish(solution("chauffage", "fr", { title: `Titre ${edits}` }));
        if (edits % 3 === 0) shelf.withdraw({ type: "solution", uid: "connectes", locale: "en" });
        await sleep(20);
      }
      await end(child, "SIGKILL");
    }
    const last = start();
    await vi.waitFor(async () => expect((await readCursor(server))?.seq).toBe(shelf.last), {
      timeout: 30_000,
      interval: 50,
    });
    const { results } = await server.index(indexName("fr")).getDocuments({ limit: 100 });
    expect(results.find(({ uid }) => uid === "chauffage")?.["title"]).toBe(`Titre ${edits}`);
    expect((await server.index(indexName("en")).getDocuments({ filter: 'type = "solution"' })).total).toBe(0);
    const began = performance.now();
    expect(await end(last, "SIGTERM")).toBe(0);
    expect(performance.now() - began).toBeLessThan(1000);
  });
});
