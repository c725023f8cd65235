import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { startPortal } from "../../scripts/portal.ts";
import { isInstalled, startNginx } from "./nginx.ts";

const address = "/fr/solutions/centres-sociaux-connectes/";
const rounds = 4;
const secondsPerRound = 4;
const connections = 16;

interface Sample {
  readonly perSecond: number;
  /** Latencies in milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

/** Loads one address with wrk. */
async function load(url: string, encoding: string): Promise<Sample> {
  const options = [
    "-t1",
    `-c${connections}`,
    `-d${secondsPerRound}s`,
    "--latency",
    "-H",
    `Accept-Encoding: ${encoding}`,
  ];
  const { stdout } = await promisify(execFile)("wrk", [...options, url]);
  if (/Non-2xx|Socket errors/.test(stdout)) throw new Error(`Not every request to ${url} was served:\n${stdout}`);
  const latency = (share: string) => {
    const [, value = "", unit = ""] = new RegExp(`${share}%\\s+([\\d.]+)(us|ms|s)`).exec(stdout) ?? [];
    return Number(value) * ({ us: 0.001, ms: 1, s: 1000 }[unit] ?? Number.NaN);
  };
  const perSecond = Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1] ?? Number.NaN);
  return { perSecond, p50: latency("50"), p99: latency("99") };
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const medianOf = (samples: readonly Sample[], of: keyof Sample): number => median(samples.map((sample) => sample[of]));

function line(name: string, samples: readonly Sample[], ratio: number): string {
  const cells = [
    Math.round(medianOf(samples, "perSecond")).toLocaleString("en").padStart(10),
    medianOf(samples, "p50").toFixed(2).padStart(9),
    medianOf(samples, "p99").toFixed(2).padStart(9),
    ratio.toFixed(2).padStart(8),
  ];
  return `${name.padEnd(30)}${cells.join("")}`;
}

/** The headers that nginx does not send by itself, so that both servers send the same. */
const sharedHeaders = [
  "content-security-policy",
  "x-content-type-options",
  "referrer-policy",
  "permissions-policy",
  "cross-origin-opener-policy",
  "cache-control",
];

/** Compares a kept page of a running site with nginx serving the same bytes; returns the table. */
export async function measureCachedPage(site: string): Promise<string> {
  if (!isInstalled("nginx", "-v") || !isInstalled("wrk", "-v"))
    return "cached page: skipped, nginx or wrk is not installed";
  const url = site + address;
  const response = await fetch(url, { headers: { "accept-encoding": "identity" } });
  if (!response.ok) throw new Error(`${url} answers ${response.status}`);
  const body = Buffer.from(await response.arrayBuffer());
  const headers = new Map(sharedHeaders.map((name) => [name, response.headers.get(name) ?? ""]));
  const nginx = await startNginx({ body, headers });
  const lines = [
    `${`cached page of ${body.length} bytes`.padEnd(30)}${["requests/s", "p50 ms", "p99 ms", "ratio"].map((name, column) => name.padStart([10, 9, 9, 8][column] ?? 9)).join("")}`,
  ];
  try {
    for (const encoding of ["identity", "gzip"]) {
      const [ours, theirs]: [Sample[], Sample[]] = [[], []];
      for (let round = 0; round < rounds; round++) {
        theirs.push(await load(nginx.url, encoding));
        ours.push(await load(url, encoding));
      }
      const ratio = medianOf(ours, "perSecond") / medianOf(theirs, "perSecond");
      lines.push(line(`nginx, ${encoding}`, theirs, 1), line(`the site, ${encoding}`, ours, ratio));
    }
  } finally {
    await nginx.stop();
  }
  return lines.join("\n");
}

/** Starts a portal of its own and prints the table; with an address as argument, measures the site that runs there. */
export async function run(): Promise<void> {
  const given = process.argv[2];
  if (given !== undefined) {
    console.log(await measureCachedPage(given));
    return;
  }
  const portal = await startPortal();
  try {
    console.log(await measureCachedPage(portal.site));
  } finally {
    await portal.stop();
  }
}

if (import.meta.main) await run();
