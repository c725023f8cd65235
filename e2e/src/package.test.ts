import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { type Portal, type PortalAddress, startPortal } from "../../scripts/portal.ts";
import { mappedPaths } from "./addresses.ts";
import { together } from "./together.ts";

const portal = inject("portal");
const root = new URL("../../", import.meta.url).pathname;
const seeded = readFileSync(join(root, "seed/package/content.jsonl"), "utf8").trimEnd().split("\n").length;

/** What `npm run import` says when it loads a package into a portal. */
async function load(path: string, { cms, dataDir }: PortalAddress, ...options: string[]): Promise<string> {
  const env = { ...process.env, CMS_URL: cms, DATA_DIR: dataDir };
  const command = ["scripts/run.mjs", "seed/src/import.ts", path, ...options];
  return (await promisify(execFile)(process.execPath, command, { cwd: root, env })).stdout.trim();
}

/** What each portal chooses: when it published, the numbers of its database, the name of a file, which packages call by its bytes. */
const ownChoices = new Set(["publishedAt", "updatedAt", "documentId"]);
const withoutOwnChoices = (name: string, value: unknown): unknown => {
  if (ownChoices.has(name)) return undefined;
  const isFile = typeof value === "object" && value !== null && "hash" in value && "mime" in value;
  return isFile ? { ...value, name: undefined } : value;
};

/** What a machine reads of a page, but for where it stands and what each portal chooses. */
async function twinOf(site: string, path: string): Promise<unknown> {
  const answer = await fetch(site + path.replace(/\/$/, ".json"));
  if (answer.status !== 200) return answer.status;
  return JSON.parse((await answer.text()).replaceAll(site, "https://essaim.example"), withoutOwnChoices);
}

describe("Another network starts from what this portal shares", () => {
  let other: Portal;
  let folder: string;
  const fetchPackage = async ({ site }: PortalAddress, name: string): Promise<string> => {
    const answer = await fetch(`${site}/package.zip`);
    expect(answer.status).toBe(200);
    const path = join(folder, name);
    await writeFile(path, Buffer.from(await answer.arrayBuffer()));
    return path;
  };
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "essaim-shared-"));
    other = await startPortal({ ESSAIM_FIRST_CONTENT: "none" });
  }, 300_000);
  afterAll(async () => {
    await other?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it("begins with nothing, loads the package, and has the same pages with the same contents", async () => {
    expect((await mappedPaths(other.site)).filter((path) => /^\/fr\/[a-z-]+\/[^/]+\/$/.test(path))).toEqual([]);
    const shared = await fetchPackage(portal, "shared.zip");
    expect(await load(shared, other)).toBe(`${seeded} créées, 0 mise à jour, 0 inchangée`);
    expect(await load(shared, other, "--dry-run")).toContain(`${seeded} inchangées`);
    const pathsOf = async ({ site }: PortalAddress) => (await mappedPaths(site)).toSorted();
    const paths = await pathsOf(portal);
    await expect.poll(() => pathsOf(other), { timeout: 30_000, interval: 500 }).toEqual(paths);
    let twins = 0;
    await together(paths, async (path) => {
      const twin = await twinOf(portal.site, path);
      if (typeof twin === "object") twins += 1;
      expect.soft(await twinOf(other.site, path), path).toEqual(twin);
    });
    expect(twins).toBeGreaterThan(seeded / 2);
  }, 240_000);

  it("shares the same in turn: its own package changes nothing here", async () => {
    const returned = await fetchPackage(other, "returned.zip");
    expect(await load(returned, portal, "--dry-run")).toContain(`${seeded} inchangées`);
  });
});
