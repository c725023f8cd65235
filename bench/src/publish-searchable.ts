import { setTimeout as sleep } from "node:timers/promises";
import { summary } from "./publish-latency.ts";
import { type ScaledPortal, startScaledPortal } from "./scaled-portal.ts";

const [sheetCount, publications] = [10_000, 100] as const;

/** Publishes sheets one after the other and measures when `/api/search` finds each; returns the table. */
export async function measureSearchable({ cms, site, sheets }: ScaledPortal): Promise<string> {
  const times: number[] = [];
  for (let round = 0; round < publications; round++) {
    const sheet = sheets[(round * 97) % sheets.length];
    if (sheet === undefined) break;
    const word = `zq${round.toString(36)}x${Date.now().toString(36)}`;
    cms.publish({ ...sheet, summary: `Une fiche qui dit ${word}.` });
    const published = performance.now();
    while (!(await isFound(site, word))) {
      if (performance.now() - published > 30_000) throw new Error("A sheet was not found within 30 s.");
      await sleep(2);
    }
    times.push(performance.now() - published);
    await sleep(100);
  }
  return [
    `${sheets.length} sheets, ${publications} publications, ms`.padEnd(36) +
      ["p50", "p95", "max"].map((name) => name.padStart(7)).join(""),
    summary("in the feed → found by search", times),
  ].join("\n");
}

const isFound = async (site: string, word: string): Promise<boolean> =>
  (await (await fetch(`${site}/api/search?locale=fr&limit=1&q=${word}`)).text()).includes(`<mark>${word}`);

/** Starts everything and prints the table. */
export async function run(): Promise<void> {
  const portal = await startScaledPortal(sheetCount);
  try {
    console.log(await measureSearchable(portal));
  } finally {
    await portal.stop();
  }
}

if (import.meta.main) await run();
