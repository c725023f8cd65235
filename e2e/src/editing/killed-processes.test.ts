import { execFile } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Desk } from "../../../scripts/desk.ts";
import { type Portal, startPortal } from "../../../scripts/portal.ts";
import { freePort } from "../../../scripts/testing/free-port.ts";
import { Editor } from "./killed/editor.ts";
import { InsistentDesk } from "./killed/insistent-desk.ts";
import { type Interfaces, openInterfaces } from "./killed/interfaces.ts";
import { Persistence } from "./killed/persistence.ts";
import { type PartName, processOf, signalPart, supervisorOf } from "./killed/processes.ts";
import { entriesOf, indexedEntries, lag, languages, namesIn, publishedDocuments } from "./killed/state.ts";

const root = new URL("../../../", import.meta.url).pathname;
const writes = Number(process.env["ESSAIM_E2E_WRITES"] ?? 300);
const seed = Number(process.env["ESSAIM_E2E_SEED"] ?? Math.floor(Math.random() * 2 ** 31));
const editorNames = ["amina", "bruno", "chloe"];
const others = (name: string) => editorNames.filter((one) => one !== name);
/** Publications in each state of the search server. */
const publications = Math.ceil(writes / 15);
/** The share of all writes that is acknowledged when each is killed. */
const killings = { engine: 0.2, follower: 0.4, cms: 0.6 } as const satisfies Record<PartName, number>;

const timeout = 60_000 + 600 * writes;

describe.skipIf(process.platform === "win32")("A portal of whose parts some are killed", { timeout }, () => {
  let portal: Portal;
  let interfaces: Interfaces;
  let ports: Record<string, string>;
  beforeAll(async () => {
    const enginePort = await freePort();
    ports = { MEILI_PORT: String(enginePort) };
    portal = await startPortal({ ...ports, ESSAIM_FIRST_CONTENT: "none" });
    interfaces = await openInterfaces(portal, enginePort);
  }, 300_000);
  afterAll(() => portal?.stop());

  it(`holds every acknowledged one of ${writes} writes, and searches exactly what it publishes (seed ${seed})`, async () => {
    const persistence = new Persistence();
    const desk = new InsistentDesk(await Desk.signIn(portal), interfaces.load, persistence);
    const editors = editorNames.map(
      (name, number) => new Editor({ names: [name, ...others(name)], seed: seed + number, desk }),
    );
    for (const editor of editors) await editor.begin();
    const killed = new Map<PartName, number>();
    const write = async (editor: Editor) => {
      while (persistence.acknowledged < writes) await editor.act();
    };
    const kill = async () => {
      for (const part of ["engine", "follower", "cms"] as const) {
        while (persistence.acknowledged < killings[part] * writes) await sleep(5);
        killed.set(part, await signalPart(portal.dataDir, part, "SIGKILL"));
      }
    };
    await Promise.all([...editors.map(write), kill()]);
    for (const [part, pid] of killed)
      await expect.poll(() => processOf(portal.dataDir, part), { timeout: 30_000 }).not.toBe(pid);
    expect(persistence.unacknowledged).toBeGreaterThan(0);
    await expect.poll(() => lag(interfaces).catch(String), { timeout: 30_000 }).toBe(0);

    const published = await publishedDocuments(interfaces.read);
    expect(sorted(namesIn(published))).toEqual(sorted(new Map(editors.flatMap((editor) => [...editor.expected()]))));
    for (const language of languages)
      expect(await indexedEntries(interfaces.engine, language)).toEqual(entriesOf(published, language));
    expect(await reconciliation()).toMatch(/^\d+ documents compared, 0 mended, 0 left out, 0 still differ\.$/);
  });

  it("publishes as quickly and without an error while the search server hangs or is gone", async () => {
    const desk = await Desk.signIn(portal);
    const uid = "sans-moteur";
    const data = { title: "Publier sans moteur", summary: "Une fiche." };
    const entry = { type: "kit", uid, locale: "fr", sourceLocale: "fr", status: "published", data, files: {} };
    await interfaces.load("/api/package/entries", { entries: [entry] });
    const { documentId } = await desk.find("kit", uid, "fr");
    const times = { up: [] as number[], hanging: [] as number[], gone: [] as number[] };
    const publish = async (into: number[]) => {
      for (let number = 0; number < publications; number += 1) {
        const began = performance.now();
        await desk.publish("kit", documentId, { title: `Publier sans moteur ${into.length}` }, "fr");
        into.push(performance.now() - began);
      }
    };
    for (const state of ["hanging", "gone"] as const) {
      await expect.poll(() => lag(interfaces).catch(String), { timeout: 60_000 }).toBe(0);
      await publish(times.up);
      const bringBack = await takeAway(portal.dataDir, state);
      await publish(times[state]).finally(bringBack);
    }
    console.info(Object.entries(times).map(summary).join("\n"));
    // An order of magnitude, for a busy machine: waiting for a search server that doesn't answer would take seconds.
    for (const down of [times.hanging, times.gone])
      expect(quantile(down, 0.5)).toBeLessThan(3 * quantile(times.up, 0.5));
    await expect.poll(() => lag(interfaces).catch(String), { timeout: 60_000 }).toBe(0);
    expect(await indexedEntries(interfaces.engine, "fr")).toContainEqual(
      expect.objectContaining({ uid, title: `Publier sans moteur ${publications - 1}` }),
    );
  });

  /** The last line that `npm run reconcile` prints: it may first have waited for a build of this checkout. */
  async function reconciliation(): Promise<string> {
    const { port } = new URL(portal.cms);
    const env = { ...process.env, ...ports, CMS_PORT: port, DATA_DIR: portal.dataDir };
    const command = [`${root}scripts/run.mjs`, "search/src/reconcile.ts"];
    const { stdout } = await promisify(execFile)(process.execPath, command, { env });
    return stdout.trimEnd().split("\n").at(-1) ?? "";
  }
});

/** Stops the search server for a while, or kills it and keeps it from being started again; answers how to end that. */
async function takeAway(dataDir: string, state: "hanging" | "gone"): Promise<() => void> {
  if (state === "hanging") {
    const engine = await signalPart(dataDir, "engine", "SIGSTOP");
    return () => process.kill(engine, "SIGCONT");
  }
  const supervisor = await supervisorOf(dataDir);
  process.kill(supervisor, "SIGSTOP");
  await signalPart(dataDir, "engine", "SIGKILL");
  return () => process.kill(supervisor, "SIGCONT");
}

const quantile = (times: readonly number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.floor(share * times.length)] ?? Number.NaN;

const summary = ([state, times]: [string, readonly number[]]): string =>
  `${times.length} publications, search server ${state}: median ${Math.round(quantile(times, 0.5))} ms, p95 ${Math.round(quantile(times, 0.95))} ms`;

const sorted = (names: ReadonlyMap<string, string>) => [...names].sort(([a], [b]) => (a < b ? -1 : 1));
