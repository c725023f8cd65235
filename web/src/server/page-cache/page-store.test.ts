import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { withdrawalTag } from "../../content/tags.ts";
import { type DiskPages, openDiskPages } from "./disk-pages.ts";
import { FeedClock } from "./feed-clock.ts";
import { type Answer, PageStore, type Rendered } from "./page-store.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "essaim-pages-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const failed = (error: unknown): never => {
  throw error;
};
const openDisk = (name = "disk"): Promise<DiskPages> =>
  openDiskPages({ folder: join(folder, name), edition: "e1", maxBytes: 1e9, failed });

const startedClock = (): FeedClock => {
  const clock = new FeedClock();
  clock.startOver("feed");
  return clock;
};

const ok = (body: string, tags: string[]): Rendered => ({
  status: 200,
  headers: [["content-type", "text/html"]],
  body: Buffer.from(body),
  tags,
  shared: true,
});
const failure = (status: number): Rendered => ({
  status,
  headers: [],
  body: Buffer.from("no"),
  tags: [],
  shared: false,
});
const bodyOf = (answer: Answer): string =>
  "page" in answer ? answer.page.bodies.identity.toString() : `status ${answer.rendered.status}`;

/** A store over a render that can be told what to give. */
async function storeOf(
  render: (key: string) => Promise<Rendered> | Rendered,
  clock = startedClock(),
  disk?: DiskPages,
) {
  const options = { clock, disk: disk ?? (await openDisk()), memoryBytes: 1e7, failureMs: 60_000 };
  return { clock, store: new PageStore({ ...options, render: async (key) => render(key) }) };
}

describe("a page", () => {
  test("is rendered once for many readers, and once more after a change of what it shows", async () => {
    let renders = 0;
    const { store, clock } = await storeOf(() => ok(`render ${++renders}`, ["solution/a"]));
    const herd = await Promise.all(Array.from({ length: 50 }, () => store.get("/fr/")));
    expect(new Set(herd.map(bodyOf))).toEqual(new Set(["render 1"]));
    clock.changed(1, ["solution/b"]);
    expect(bodyOf(await store.get("/fr/"))).toBe("render 1");
    clock.changed(2, ["solution/a"]);
    const next = await Promise.all(Array.from({ length: 50 }, () => store.get("/fr/")));
    expect(new Set(next.map(bodyOf))).toEqual(new Set(["render 2"]));
  });

  test("whose render began before a change is rendered again for readers who come after it", async () => {
    const gate = Promise.withResolvers<void>();
    let renders = 0;
    const { store, clock } = await storeOf(async () => {
      const body = `render ${++renders}`;
      if (renders === 1) await gate.promise;
      return ok(body, ["solution/a"]);
    });
    const before = store.get("/fr/");
    await new Promise((resolve) => setTimeout(resolve, 20));
    clock.changed(1, ["solution/a"]);
    const after = store.get("/fr/");
    gate.resolve();
    expect(bodyOf(await before)).toBe("render 1");
    expect(bodyOf(await after)).toBe("render 2");
  });

  test("is not rendered again because of a change elsewhere while it was being rendered", async () => {
    const gate = Promise.withResolvers<void>();
    let renders = 0;
    const { store, clock } = await storeOf(async () => {
      await gate.promise;
      return ok(`render ${++renders}`, ["solution/a"]);
    });
    const before = store.get("/fr/");
    await new Promise((resolve) => setTimeout(resolve, 20));
    clock.changed(1, ["solution/b"]);
    const after = store.get("/fr/");
    gate.resolve();
    expect(bodyOf(await before)).toBe("render 1");
    expect(bodyOf(await after)).toBe("render 1");
  });

  test("of one reader alone is not kept", async () => {
    let renders = 0;
    const { store } = await storeOf(() => ({ ...ok(`render ${++renders}`, []), shared: false }));
    await store.get("/fr/");
    expect(bodyOf(await store.get("/fr/"))).toBe("status 200");
    expect(renders).toBe(2);
  });
});

describe("while the CMS is down", () => {
  test("the last copy is served, and the CMS is asked once per page in a while", async () => {
    let renders = 0;
    const { store, clock } = await storeOf(() => (++renders === 1 ? ok("copy", ["solution/a"]) : failure(503)));
    await store.get("/fr/");
    clock.changed(1, ["solution/a"]);
    for (let reader = 0; reader < 5; reader++) expect(bodyOf(await store.get("/fr/"))).toBe("copy");
    expect(renders).toBe(2);
  });

  test("a page without a copy fails, and is rendered at the first request after the CMS is back", async () => {
    let down = true;
    const { store } = await storeOf(() => (down ? failure(503) : ok("page", ["solution/a"])));
    expect(bodyOf(await store.get("/fr/"))).toBe("status 503");
    down = false;
    expect(bodyOf(await store.get("/fr/"))).toBe("status 503");
    store.retry();
    expect(bodyOf(await store.get("/fr/"))).toBe("page");
  });

  test("the copy of a withdrawn document is not served", async () => {
    let renders = 0;
    const withdrawal = withdrawalTag("solution", "a", "fr");
    const { store, clock } = await storeOf(() =>
      ++renders === 1 ? ok("copy", ["solution/a", withdrawal]) : failure(503),
    );
    await store.get("/fr/");
    clock.changed(1, ["solution/a", withdrawal]);
    expect(bodyOf(await store.get("/fr/"))).toBe("status 503");
  });
});

describe("an absent page", () => {
  test("takes its old copy along, in memory and on disk", async () => {
    let renders = 0;
    const disk = await openDisk();
    const { store, clock } = await storeOf(
      () => (++renders === 1 ? ok("copy", ["a/a"]) : failure(404)),
      undefined,
      disk,
    );
    await store.get("/fr/");
    clock.changed(1, ["a/a"]);
    expect(bodyOf(await store.get("/fr/"))).toBe("status 404");
    await disk.settled();
    expect(await disk.read("/fr/")).toBeUndefined();
  });
});

describe("after a restart", () => {
  test("an unchanged page comes from disk, a changed one is rendered again", async () => {
    const first = await storeOf((key) => ok(`old ${key}`, [key]), undefined, await openDisk());
    await first.store.get("/a/");
    await first.store.get("/b/");
    const disk = await openDisk();
    await new Promise((resolve) => setTimeout(resolve, 50));

    const clock = new FeedClock();
    const snapshot = first.clock.snapshot();
    if (snapshot === undefined) throw new Error("The first clock was started.");
    clock.restore(snapshot);
    clock.changed(1, ["/b/"]);
    const { store } = await storeOf((key) => ok(`new ${key}`, [key]), clock, disk);
    expect(bodyOf(await store.get("/a/"))).toBe("old /a/");
    expect(bodyOf(await store.get("/b/"))).toBe("new /b/");
  });

  test("pages of another feed are void, though the CMS be down", async () => {
    const disk = await openDisk();
    const first = await storeOf(() => ok("old", ["a/a"]), undefined, disk);
    await first.store.get("/a/");
    await disk.settled();
    const second = await storeOf(() => failure(503), startedClock(), disk);
    expect(bodyOf(await second.store.get("/a/"))).toBe("status 503");
  });
});

const tags = ["a", "b", "c"] as const;
const shown: Readonly<Record<string, readonly (typeof tags)[number][]>> = {
  "/1/": ["a"],
  "/2/": ["a", "b"],
  "/3/": ["b", "c"],
};

const step = fc.oneof(
  fc.record({ kind: fc.constant("change" as const), tag: fc.constantFrom(...tags) }),
  fc.record({ kind: fc.constant("read" as const), key: fc.constantFrom("/1/", "/2/", "/3/") }),
  fc.record({ kind: fc.constant("wait" as const), turns: fc.integer({ min: 1, max: 8 }) }),
  fc.record({ kind: fc.constant("restart" as const) }),
);

const turns = async (count: number): Promise<void> => {
  for (let turn = 0; turn < count; turn++) await new Promise((resolve) => setImmediate(resolve));
};

test("no reader ever gets a page older than a change that was known when they asked, whatever the order of things", async () => {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 40 }),
      fc.infiniteStream(fc.integer({ min: 0, max: 5 })),
      async (steps, delays) => {
        const disk = await openDisk(`run-${run++}`);
        const world = { a: 0, b: 0, c: 0 };
        const delay = () => turns(delays.next().value ?? 0);
        const render = async (key: string) => {
          await delay();
          const seen = Object.fromEntries((shown[key] ?? []).map((tag) => [tag, world[tag]]));
          await delay();
          return ok(JSON.stringify(seen), [...(shown[key] ?? [])]);
        };
        let { clock, store } = await storeOf(render, undefined, disk);
        const reads: Promise<void>[] = [];
        for (const action of steps) {
          if (action.kind === "change") {
            world[action.tag]++;
            clock.changed(clock.seq + 1, [action.tag]);
          } else if (action.kind === "wait") await turns(action.turns);
          else if (action.kind === "restart") {
            const snapshot = clock.snapshot();
            clock = new FeedClock();
            if (snapshot) clock.restore(snapshot);
            ({ store } = await storeOf(render, clock, disk));
          } else {
            const known = { ...world };
            reads.push(
              store.get(action.key).then((answer) => {
                const seen: Record<string, number> = JSON.parse(bodyOf(answer));
                for (const tag of shown[action.key] ?? []) expect(seen[tag]).toBeGreaterThanOrEqual(known[tag]);
              }),
            );
          }
        }
        await Promise.all(reads);
        await disk.settled();
      },
    ),
    { numRuns: 150 },
  );
});
