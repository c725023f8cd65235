import { Agent, type RequestOptions, request } from "node:http";
import { buffer } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { type ScaledPortal, startScaledPortal } from "./scaled-portal.ts";
import { chances, frenchQueries, themeCount } from "./synthetic-sheets.ts";

/** Sheets, queries a second, seconds of each run, and publications a second in the run with indexing. */
const load = { sheets: 10_000, perSecond: 50, seconds: 30, warmUpSeconds: 10, publications: 20 } as const;

/** Asks at fixed moments, whether answers have come or not, and returns how long each took, in milliseconds. */
async function openLoop(ask: (number: number) => Promise<boolean>, seconds: number): Promise<number[]> {
  const began = performance.now();
  const times: number[] = [];
  const running: Promise<void>[] = [];
  for (let number = 0; number < seconds * load.perSecond; number++) {
    const due = began + (number * 1000) / load.perSecond;
    await sleep(Math.max(0, due - performance.now()));
    const one = async () => {
      const asked = performance.now();
      const isAnswered = await ask(number).catch(() => false);
      // A refusal, or a connection that breaks, is no quick answer.
      times.push(isAnswered ? performance.now() - asked : Infinity);
    };
    running.push(one());
  }
  await Promise.all(running);
  return times;
}

/** As browsers do, over connections that stay open; `fetch` would take a good part of a processor from those that are measured. */
const agent = new Agent({ keepAlive: true });

/** Sends a request; whether it was answered with something. */
function send(url: string, options: RequestOptions = {}, body?: object): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { ...options, agent }, async (response) => {
      const bytes = await buffer(response).catch(() => undefined);
      resolve(response.statusCode === 200 && bytes !== undefined && bytes.length > 0);
    });
    sent.on("error", reject).end(body && JSON.stringify(body));
  });
}

/** Publishes at a steady pace until stopped. */
function publishSteadily({ cms, sheets }: ScaledPortal): () => void {
  let round = 0;
  const timer = setInterval(() => {
    const sheet = sheets[(round * 7919) % sheets.length];
    if (sheet) cms.publish({ ...sheet, summary: `${sheet.summary} Version ${round++}.`.slice(-290) });
  }, 1000 / load.publications);
  return () => clearInterval(timer);
}

const percentile = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;

function line(name: string, times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const cells = [0.5, 0.95, 0.99, 1].map((share) => percentile(sorted, share).toFixed(1).padStart(9));
  const refused = times.filter((time) => time === Infinity).length;
  return `${name.padEnd(44)}${cells.join("")}${String(refused).padStart(9)}`;
}

/** Real queries, one in three narrowed by a facet. */
function addresses(site: string): () => string {
  const queries = frenchQueries();
  const chance = chances(50);
  return () => {
    const query = queries[Math.floor(chance() * queries.length)] ?? "";
    const params = new URLSearchParams({ q: query, locale: "fr" });
    if (chance() < 1 / 3) params.set("theme", `theme-${Math.floor(chance() * themeCount)}`);
    return `${site}/api/search?${params}`;
  };
}

/** An index beside ours to which nobody said anything. */
async function loadPlain({ askEngine, sheets }: ScaledPortal): Promise<void> {
  const plain = sheets.map(({ uid, title, summary, paragraphs }) => ({
    id: uid,
    title,
    summary,
    text: paragraphs.join("\n"),
  }));
  for (let start = 0; start < plain.length; start += 1000)
    await askEngine("/indexes/plain/documents?primaryKey=id", plain.slice(start, start + 1000));
  for (;;) {
    const tasks: unknown = await (
      await askEngine("/tasks?statuses=enqueued,processing&limit=1&indexUids=plain", undefined, "GET")
    ).json();
    if (typeof tasks === "object" && tasks !== null && "total" in tasks && tasks.total === 0) return;
    await sleep(500);
  }
}

/** Asks that index, as our own client asks the server. */
function askPlain({ engine, engineKey }: ScaledPortal): (number: number) => Promise<boolean> {
  const queries = frenchQueries();
  const headers = { authorization: `Bearer ${engineKey}`, "content-type": "application/json" };
  return (number) =>
    send(
      `${engine}/indexes/plain/search`,
      { method: "POST", headers },
      { q: queries[number % queries.length], limit: 20 },
    );
}

/** Loads `/api/search` with queries at a steady pace, alone and while sheets are published; returns the table. */
export async function measureSearchLoad(portal: ScaledPortal): Promise<string> {
  const { perSecond, seconds, warmUpSeconds, publications } = load;
  const next = addresses(portal.site);
  const ours = () => send(next());
  const theirs = askPlain(portal);
  await openLoop(ours, warmUpSeconds);
  const alone = await openLoop(ours, seconds);
  const stop = publishSteadily(portal);
  const indexing = await openLoop(ours, seconds);
  stop();
  await loadPlain(portal);
  await openLoop(theirs, warmUpSeconds);
  const plain = await openLoop(theirs, seconds);
  const title = `${portal.sheets.length} sheets, ${perSecond} queries a second, ms`;
  return [
    title.padEnd(44) + ["p50", "p95", "p99", "max", "refused"].map((name) => name.padStart(9)).join(""),
    line("/api/search", alone),
    line(`/api/search, ${publications} publications a second`, indexing),
    line("Meilisearch as it is, without facets", plain),
  ].join("\n");
}

/** Starts everything and prints the table. */
export async function run(): Promise<void> {
  const portal = await startScaledPortal(load.sheets);
  try {
    console.log(await measureSearchLoad(portal));
  } finally {
    await portal.stop();
  }
}

if (import.meta.main) await run();
