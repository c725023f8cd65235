import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { root } from "../launch/launch.mjs";
import { PlainError } from "../launch/plain-error.mjs";
import { type Build, cmsDesk, cmsServer, ensureAllBuilt, site } from "../start/builds.ts";
import { checksOf, passes } from "./checks.ts";
import { type Count, closingLine, countSchema, countsVariable, total } from "./count.ts";

const stopping = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => stopping.abort());
if (process.channel) process.on("disconnect", () => stopping.abort());

const one = (passed: boolean): Count => ({ passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 });

/** Two at a time: each keeps one core busy. */
async function runChecks(): Promise<Count> {
  const waiting = checksOf(root);
  const counts: Count[] = [];
  const worker = async () => {
    for (let check = waiting.shift(); check && !stopping.signal.aborted; check = waiting.shift())
      counts.push(one(await passes(check)));
  };
  await Promise.all([worker(), worker()]);
  return total(counts);
}

/** The tests of several rooms run what `npm start` would run, so it is built first, as `npm start` does. */
async function build(builds: readonly Build[]): Promise<Count> {
  try {
    await ensureAllBuilt(root, builds, stopping.signal);
    return one(true);
  } catch (error) {
    console.error(error instanceof PlainError ? error.message : error);
    return one(false);
  }
}

/** The desk takes longest to build, and keeps one core busy. The site doesn’t: its build and its check write the same folder. */
async function prepare(): Promise<Count[]> {
  const first = await build([cmsServer, site]);
  return [first, ...(await Promise.all([build([cmsDesk]), runChecks()]))];
}

/** Vitest leaves a core to itself, which on two cores means one file at a time; but tests wait for other processes most of the time. */
const workers = Math.max(2, availableParallelism() - 1);

async function runTests(filters: readonly string[]): Promise<Count> {
  const folder = mkdtempSync(join(tmpdir(), "essaim-test-"));
  const counts = join(folder, "counts.json");
  try {
    const vitest = [join(root, "node_modules/vitest/vitest.mjs"), "run", `--maxWorkers=${workers}`];
    const result = await execa(process.execPath, [...vitest, ...filters], {
      cwd: root,
      stdio: "inherit",
      env: { [countsVariable]: counts },
      reject: false,
      cancelSignal: stopping.signal,
      forceKillAfterDelay: 15_000,
    });
    const count = readCount(counts);
    // Vitest fails for more than failed tests: none found, a broken configuration, an error after the last test.
    return result.failed && count.failed === 0 ? total([count, one(false)]) : count;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readCount(path: string): Count {
  try {
    return countSchema.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

// Half of a start of the CMS is the compilation of Strapi.
process.env["NODE_COMPILE_CACHE"] ??= join(root, ".cache", "compiled");
const filters = process.argv.slice(2);
// With filters, somebody works on one thing and wants its tests alone.
const before = filters.length > 0 ? [] : await prepare();
const sum = total([...before, await runTests(filters)]);
console.log(closingLine(sum));
process.exitCode = sum.failed > 0 || stopping.signal.aborted ? 1 : 0;
if (process.channel) process.disconnect();
