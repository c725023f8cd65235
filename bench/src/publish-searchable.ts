import { setTimeout as sleep } from "node:timers/promises";
import { summary } from "./publish-latency.ts";
import { type ScaledPortal, startScaledPortal } from "./scaled-portal.ts";
import { peerIndex } from "./strapi-peer/app-folder.ts";
import { now, type PublicationMoments, type StrapiPeer, startStrapiPeer } from "./strapi-peer/strapi-peer.ts";
import type { Sheet } from "./synthetic-sheets.ts";

/** Sheets, publications on each side, and how many of them before it is the other side’s turn. */
const sizes = { sheets: 10_000, publications: 100, block: 10 } as const;

/** Whose turn it is for each publication: both sides publish as many, in blocks. */
export function* turns(publications: number, block: number): Generator<{ side: "ours" | "peer"; round: number }> {
  for (let start = 0; start < publications; start += block)
    for (const side of ["ours", "peer"] as const)
      for (let round = start; round < Math.min(start + block, publications); round++) yield { side, round };
}

/** Asks every 2 ms until the answer is yes; returns when that was. */
async function moment(isThere: () => Promise<boolean>): Promise<number> {
  const began = now();
  while (!(await isThere())) {
    if (now() - began > 30_000) throw new Error("A sheet was not found within 30 s.");
    await sleep(2);
  }
  return now();
}

/** Publishes a sheet in the synthetic CMS; milliseconds until `/api/search` finds it. */
async function publishOurs({ cms, site }: ScaledPortal, sheet: Sheet, word: string): Promise<number> {
  cms.publish({ ...sheet, summary: sentence(word) });
  const published = now();
  const isFound = async () =>
    (await (await fetch(`${site}/api/search?locale=fr&limit=1&q=${word}`)).text()).includes(`<mark>${word}`);
  return (await moment(isFound)) - published;
}

/** Publishes a sheet in the peer; when it was, and when its index had it. */
async function publishTheirs(
  portal: ScaledPortal,
  peer: StrapiPeer,
  sheet: Sheet,
  word: string,
): Promise<PublicationMoments & { found: number }> {
  await peer.save(sheet.uid, sentence(word));
  // The plugin sends what is public once more when a draft is saved: the publication must not wait for that.
  await moment(() => isIdle(portal));
  const query = { q: word, limit: 1, attributesToRetrieve: ["summary"] };
  const isFound = async () =>
    (await (await portal.askEngine(`/indexes/${peerIndex}/search`, query)).text()).includes(sentence(word));
  const [moments, found] = await Promise.all([peer.publish(sheet.uid), moment(isFound)]);
  return { ...moments, found };
}

const sentence = (word: string): string => `Une fiche qui dit ${word}.`;

async function isIdle({ askEngine }: ScaledPortal): Promise<boolean> {
  const path = `/tasks?statuses=enqueued,processing&limit=1&indexUids=${peerIndex}`;
  const tasks: unknown = await (await askEngine(path, undefined, "GET")).json();
  return typeof tasks === "object" && tasks !== null && "total" in tasks && tasks.total === 0;
}

/** Publishes sheets one after the other, ours and the peer’s in turn, and measures when each is found; returns the table. */
export async function measureSearchable(portal: ScaledPortal, peer: StrapiPeer): Promise<string> {
  const ours: number[] = [];
  const theirs: Awaited<ReturnType<typeof publishTheirs>>[] = [];
  for (const { side, round } of turns(sizes.publications, sizes.block)) {
    const sheet = portal.sheets[(round * 97) % portal.sheets.length];
    if (sheet === undefined) break;
    const word = `zq${round.toString(36)}x${Date.now().toString(36)}`;
    if (side === "ours") ours.push(await publishOurs(portal, sheet, word));
    else theirs.push(await publishTheirs(portal, peer, sheet, word));
    await sleep(round % sizes.block === sizes.block - 1 ? 2000 : 100);
  }
  return [
    `${portal.sheets.length} sheets, ${sizes.publications} publications, ms`.padEnd(36) +
      ["p50", "p95", "max"].map((name) => name.padStart(7)).join(""),
    summary("in the feed → found by search", ours),
    "Strapi with strapi-plugin-meilisearch",
    summary(
      "· in the database → in its index",
      theirs.map(({ written, found }) => found - written),
    ),
    summary(
      "· publish() answered → in its index",
      theirs.map(({ answered, found }) => found - answered),
    ),
    summary(
      "· publish() called → in its index",
      theirs.map(({ asked, found }) => found - asked),
    ),
  ].join("\n");
}

/** Starts everything and prints the table. */
export async function run(count: number = sizes.sheets): Promise<void> {
  const portal = await startScaledPortal(count);
  try {
    const peer = await startStrapiPeer({ url: portal.engine, key: portal.engineKey }, count);
    try {
      await holdsEverything(portal, count);
      console.log(await measureSearchable(portal, peer));
    } finally {
      await peer.stop();
    }
  } finally {
    await portal.stop();
  }
}

/** Waits until the search server has done what the plugin sent; a peer with fewer sheets would be no peer. */
async function holdsEverything(portal: ScaledPortal, count: number): Promise<void> {
  while (!(await isIdle(portal))) await sleep(500);
  const stats: unknown = await (await portal.askEngine(`/indexes/${peerIndex}/stats`, undefined, "GET")).json();
  if (
    typeof stats !== "object" ||
    stats === null ||
    !("numberOfDocuments" in stats) ||
    stats.numberOfDocuments !== count
  )
    throw new Error(`The peer’s index does not hold ${count} sheets: ${JSON.stringify(stats)}`);
}

if (import.meta.main) await run(Number(process.argv[2] ?? sizes.sheets));
