import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { Desk } from "../../scripts/desk.ts";
import { type Portal, startPortal } from "../../scripts/portal.ts";

const publishes = 100;

/** Milliseconds from the desk's confirmation until `isThere`; asked again every 2 ms. */
async function until(isThere: () => Promise<boolean>, started: number): Promise<number> {
  while (!(await isThere())) {
    if (performance.now() - started > 30_000) throw new Error("Nothing changed within 30 s");
    await sleep(2);
  }
  return performance.now() - started;
}

const percentile = (sorted: readonly number[], p: number) =>
  sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * p) - 1)] ?? Number.NaN;

/** One line of the table, in milliseconds. */
export function summary(name: string, times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const ms = (value: number) => value.toFixed(0).padStart(7);
  return `${name.padEnd(36)}${ms(percentile(sorted, 0.5))}${ms(percentile(sorted, 0.95))}${ms(sorted.at(-1) ?? Number.NaN)}`;
}

/** Publishes a kit 100 times through the admin's API and measures when its page and the search show it. */
export async function measurePublishing(portal: Portal): Promise<string> {
  const desk = await Desk.signIn(portal);
  const { documentId, summary: original } = await desk.find("kit", "hackathon", "fr");
  const writes: number[] = [];
  const pages: number[] = [];
  const searches: number[] = [];
  for (let round = 0; round < publishes; round++) {
    const word = `zq${round.toString(36)}${Date.now().toString(36)}`;
    const asked = performance.now();
    await desk.publish("kit", documentId, { summary: `Deux jours pour fabriquer ensemble ${word}.` }, "fr");
    const confirmed = performance.now();
    writes.push(confirmed - asked);
    const page = async () => (await (await fetch(`${portal.site}/fr/kits/hackathon/`)).text()).includes(word);
    const search = async () =>
      (await (await fetch(`${portal.site}/api/search?locale=fr&q=${word}`)).text()).includes(word);
    const [onPage, inSearch] = await Promise.all([until(page, confirmed), until(search, confirmed)]);
    pages.push(onPage);
    searches.push(inSearch);
  }
  await desk.publish("kit", documentId, { summary: original }, "fr");
  return [
    `${publishes} publishes, ms`.padEnd(36) + ["p50", "p95", "max"].map((name) => name.padStart(7)).join(""),
    summary("the publish itself, at the desk", writes),
    summary("publish confirmed → on the page", pages),
    summary("publish confirmed → found by search", searches),
  ].join("\n");
}

/** Starts a portal of its own and prints the table. */
export async function run(): Promise<void> {
  const portal = await startPortal();
  try {
    console.log(await measurePublishing(portal));
  } finally {
    await portal.stop();
  }
}

if (import.meta.main) await run();
