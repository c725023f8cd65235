import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { type Portal, startPortal } from "../../scripts/portal.ts";
import { summary } from "./publish-latency.ts";

const size = { adoptions: 500, adaptations: 60, reports: 40, warmUp: 10, rounds: 40 } as const;
/** After so much was written at once, search and offline indexes are made: not what is measured here. In milliseconds. */
const settling = 30_000;
const day = "2026-01-05";
const stages = ["interested", "preparing", "running", "adopted", "stopped"] as const;
const stageOf = (index: number) => stages[index % stages.length] ?? "running";

const entry = (type: string, uid: string, data: object) => ({
  ...{ type, uid, locale: "fr", sourceLocale: "fr", status: "published", files: {}, data },
});
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

/** The adoption that each round changes, so that the page must be made anew. */
const adoption = (index: number, note: string, resource = "solution/suivie") =>
  entry("adoption", `${resource === "solution/suivie" ? "a" : "b"}${index}`, {
    ...{ centre: `centre-${index}`, resource, version: 1, stage: stageOf(index), visibility: "all" },
    history: [{ stage: stageOf(index), on: day, note }],
  });

const content = () => [
  ...numbers(size.adoptions).map((index) =>
    entry("centre", `centre-${index}`, { name: `Centre ${index}`, kind: "centre-social", city: `Ville ${index % 50}` }),
  ),
  entry("solution", "suivie", { title: "La fiche suivie", summary: "Reprise par beaucoup." }),
  entry("solution", "seule", { title: "La fiche seule", summary: "Reprise par un centre." }),
  ...numbers(size.adaptations).map((index) =>
    entry("solution", `derivee-${index}`, {
      ...{ title: `Adaptation ${index}`, summary: "Une adaptation.", centres: [`centre-${index}`] },
      // A third of them directly, the others from these.
      derivedFrom: { document: index < 20 ? "solution/suivie" : `solution/derivee-${index % 20}`, version: 1 },
    }),
  ),
  ...numbers(size.adoptions).map((index) => adoption(index, `Une phrase du centre ${index}.`)),
  adoption(0, "Une phrase.", "solution/seule"),
  ...numbers(size.reports).map((index) =>
    entry("report", `r${index}`, {
      ...{ adoption: `a${index * 5 + 3}`, on: day, language: "fr", visibility: "all", wouldRepeat: "yes" },
      ...{ context: "Au foyer, le mardi.", failed: "La salle était petite.", advice: "Commencer en petit." },
    }),
  ),
];

/** The token by which this portal takes packages: it made it at its start. */
async function importToken({ dataDir }: Portal): Promise<string> {
  const secrets: unknown = JSON.parse(await readFile(join(dataDir, "secrets.json"), "utf8"));
  const token =
    typeof secrets === "object" &&
    secrets !== null &&
    Object.entries(secrets).find(([name]) => name === "ESSAIM_IMPORT_TOKEN")?.[1];
  if (typeof token !== "string") throw new Error("The portal has no token for packages.");
  return token;
}

async function write(portal: Portal, entries: readonly object[]): Promise<void> {
  const token = await importToken(portal);
  for (let start = 0; start < entries.length; start += 50) {
    const response = await fetch(`${portal.cms}/api/package/entries`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify({ entries: entries.slice(start, start + 50) }),
    });
    if (!response.ok) throw new Error(`The CMS answered ${response.status}: ${await response.text()}`);
  }
}

/** Changes an adoption, then asks for the page until it says so: the last of these answers is one that was rendered for it. */
async function measureSheet(portal: Portal, uid: string, resource: string) {
  const renders: number[] = [];
  const latencies: number[] = [];
  for (const round of numbers(size.warmUp + size.rounds)) {
    const note = `Parole ${round} dite le ${Date.now()}`;
    await write(portal, [adoption(0, note, resource)]);
    const confirmed = performance.now();
    for (let isThere = false; !isThere; await sleep(2)) {
      const asked = performance.now();
      isThere = (await (await fetch(`${portal.site}/fr/solutions/${uid}/`)).text()).includes(note);
      if (!isThere) continue;
      // Code that has run a few times runs as it does in a portal that has been up for a while.
      if (round < size.warmUp) continue;
      renders.push(performance.now() - asked);
      latencies.push(performance.now() - confirmed);
    }
  }
  return { renders, latencies };
}

/** A sheet that 500 centres took up, with 60 descendants and 40 reports; beside it one that a single centre took up. */
export async function measureSpread(portal: Portal): Promise<string> {
  await write(portal, content());
  await sleep(settling);
  const [many, one] = [
    await measureSheet(portal, "suivie", "solution/suivie"),
    await measureSheet(portal, "seule", "solution/seule"),
  ];
  return [
    `${size.rounds} changes of stage, ms`.padEnd(36) + ["p50", "p95", "max"].map((name) => name.padStart(7)).join(""),
    summary("500 adoptions: rendered cold", many.renders),
    summary("500 adoptions: change → on the page", many.latencies),
    summary("1 adoption: rendered cold", one.renders),
    summary("1 adoption: change → on the page", one.latencies),
  ].join("\n");
}

/** Starts a portal of its own and prints the table. */
export async function run(): Promise<void> {
  const portal = await startPortal({ ESSAIM_FIRST_CONTENT: "none" });
  try {
    console.log(await measureSpread(portal));
  } finally {
    await portal.stop();
  }
}

if (import.meta.main) await run();
