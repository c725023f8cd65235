import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileKinds, isFileKind, mediaFileName, pictureCopies } from "@essaim/content";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createMediaLoader } from "../../content/load-media.ts";
import { FakeCms, until } from "../../testing/fake-cms.ts";
import { type Follower, startFollower } from "../follower.ts";
import { restoreClock } from "../page-cache/clock-file.ts";
import { FeedClock } from "../page-cache/feed-clock.ts";
import { MediaStore } from "./media-store.ts";
import { sendMedia } from "./send-media.ts";

const hashOf = (digit: string) => digit.repeat(64);
const bytesOf = (name: string) => Buffer.from(`the bytes of ${name}, one by one`);

let cms: FakeCms;
let folder: string;
let running: {
  readonly server: Server;
  readonly follower: Follower;
  readonly store: MediaStore;
  readonly clock: FeedClock;
};

async function start(maxBytes = 1_000_000): Promise<void> {
  const clock = new FeedClock();
  await restoreClock(clock, join(folder, "clock.json"));
  const cmsUrl = `http://127.0.0.1:${cms.port}`;
  const loader = createMediaLoader({ cmsUrl, token: "token", timeoutMs: 300 });
  const store = await MediaStore.open({ folder: join(folder, "media"), clock, loader, maxBytes });
  const changed = () => void store.settle();
  const follower = startFollower({
    cmsUrl,
    token: "token",
    clock,
    clockFile: join(folder, "clock.json"),
    cameBack: () => {},
    changed,
  });
  await Promise.race([follower.caughtUp, sleep(200)]);
  const server = createServer(async (req, res) => {
    const file = await store.get((req.url ?? "").slice("/media/".length)).catch(() => "unavailable" as const);
    if (file === "unavailable") res.writeHead(503).end();
    else if (file) await sendMedia(req, res, file);
    else res.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  running = { server, follower, store, clock };
}

async function stop(): Promise<void> {
  running.server.closeAllConnections();
  running.server.close();
  await running.follower.stop();
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "essaim-media-"));
  cms = new FakeCms();
  await cms.listen();
  await start();
});

afterEach(async () => {
  await stop();
  await cms.close();
  rmSync(folder, { recursive: true, force: true });
});

function share(
  digit: string,
  ext: string,
  shownBy: readonly string[],
  width?: number,
  name = `Une photo.${ext}`,
): string {
  const media = { hash: hashOf(digit), ext, mime: "x", name, size: 10, ...(width && { width, height: width }) };
  const names = [undefined, ...pictureCopies(media)].map((copy) => mediaFileName(media, copy));
  const files = new Map(names.map((file) => [file, bytesOf(file)]));
  cms.media.set(media.hash, { media, shownBy: shownBy.map((key) => key as `${string}/${string}`), files });
  return `${media.hash}.${ext}`;
}

const get = (name: string, headers: Record<string, string> = {}, method = "GET") =>
  fetch(`http://127.0.0.1:${(running.server.address() as AddressInfo).port}/media/${name}`, { headers, method });
const statusOf = async (name: string) => (await get(name)).status;
const caughtUp = () => until(() => running.clock.seq === cms.last);
const publish = async (uid: string) => {
  cms.publish({ type: "solution", uid, data: {} });
  await caughtUp();
};

describe("a file of the site", () => {
  test("is fetched once, then served from the disk, also while the CMS is down and after a restart", async () => {
    await publish("fiche");
    const name = share("a", "pdf", ["solution/fiche"]);
    const first = await get(name);
    expect(await first.text()).toBe(bytesOf(name).toString());
    const reads = cms.reads;
    expect(await statusOf(name)).toBe(200);
    expect(cms.reads).toBe(reads);
    cms.mood = "broken";
    await stop();
    await start();
    expect(await statusOf(name)).toBe(200);
  });

  test("is gone once no live document shows it, from the disk too, although nobody asks", async () => {
    await publish("fiche");
    const name = share("a", "png", ["solution/fiche"], 8);
    expect(await statusOf(name)).toBe(200);
    await running.store.warmed();
    share("a", "png", [], 8);
    await publish("fiche");
    await until(() => !existsSync(join(folder, "media", hashOf("a"))));
    expect(await statusOf(name)).toBe(404);
  });

  test("stays while another document shows it, whatever changes elsewhere", async () => {
    await publish("fiche");
    const name = share("a", "pdf", ["solution/fiche", "kit/autre"]);
    expect(await statusOf(name)).toBe(200);
    share("a", "pdf", ["kit/autre"]);
    cms.withdraw("solution", "fiche");
    await caughtUp();
    expect(await statusOf(name)).toBe(200);
    const reads = cms.reads;
    await publish("ailleurs");
    expect(await statusOf(name)).toBe(200);
    expect(cms.reads).toBe(reads);
  });

  test("is served out of date while the CMS is down, but not once a document that shows it was withdrawn", async () => {
    await publish("fiche");
    const name = share("a", "pdf", ["solution/fiche"]);
    expect(await statusOf(name)).toBe(200);
    // The feed goes on being heard here; only files are not.
    cms.media.clear();
    const broken = share("a", "pdf", ["solution/fiche"]);
    cms.mediaDown = true;
    await publish("fiche");
    expect(await statusOf(broken)).toBe(200);
    cms.withdraw("solution", "fiche");
    await caughtUp();
    expect(await statusOf(name)).toBe(503);
  });

  test("that was absent is asked for again with the next change, and no sooner", async () => {
    await publish("autre");
    const name = `${hashOf("b")}.pdf`;
    expect(await statusOf(name)).toBe(404);
    const reads = cms.reads;
    expect(await statusOf(name)).toBe(404);
    expect(cms.reads).toBe(reads);
    share("b", "pdf", ["solution/fiche"]);
    await publish("fiche");
    expect(await statusOf(name)).toBe(200);
  });

  test("of another database is not taken for one of this", async () => {
    await publish("fiche");
    const name = share("a", "pdf", ["solution/fiche"]);
    expect(await statusOf(name)).toBe(200);
    cms.media.clear();
    cms.startOver("another");
    await until(() => running.clock.feed === "another");
    expect(await statusOf(name)).toBe(404);
  });

  test("brings a picture’s copies with it, so that no size is missing when the CMS is", async () => {
    await publish("fiche");
    share("c", "jpg", ["solution/fiche"], 1000);
    const [first, ...others] = pictureCopies({ ext: "jpg", width: 1000 }).map((copy) =>
      mediaFileName({ hash: hashOf("c"), ext: "jpg" }, copy),
    );
    expect(await statusOf(first ?? "")).toBe(200);
    await running.store.warmed();
    cms.mood = "broken";
    expect(others).toHaveLength(8);
    for (const name of others) expect(await statusOf(name)).toBe(200);
  });

  test("asked for by many at once is fetched once", async () => {
    await publish("fiche");
    const name = share("a", "pdf", ["solution/fiche"]);
    const before = cms.reads;
    const statuses = await Promise.all(Array.from({ length: 20 }, () => statusOf(name)));
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(cms.reads - before).toBe(2);
  });

  test("leaves the disk when there is no room, the one asked for longest ago first", async () => {
    await stop();
    await start(10_000);
    await publish("fiche");
    const names = ["a", "b", "c"].map((digit) => share(digit, "pdf", ["solution/fiche"]));
    for (const name of names) expect(await statusOf(name)).toBe(200);
    await until(() => readdirSync(join(folder, "media")).length === 2);
    expect(readdirSync(join(folder, "media"))).not.toContain(hashOf("a"));
    for (const name of names) expect(await statusOf(name)).toBe(200);
  });

  test("half written when the site was killed is fetched again", async () => {
    await publish("fiche");
    const name = share("a", "pdf", ["solution/fiche"]);
    expect(await statusOf(name)).toBe(200);
    await stop();
    writeFileSync(join(folder, "media", hashOf("a"), "half.new"), "half");
    writeFileSync(join(folder, "media", hashOf("a"), "about.json"), "{");
    await start();
    expect(readdirSync(join(folder, "media"))).toEqual([]);
    expect(await statusOf(name)).toBe(200);
  });

  test.each([
    "",
    "x.png",
    `${hashOf("a")}`,
    `${hashOf("a")}-0.png`,
    `${hashOf("A")}.png`,
    `${hashOf("a")}.png.html`,
    `../about.json`,
    `${hashOf("a")}/about.json`,
  ])("named %j is absent without asking", async (name) => {
    const before = cms.reads;
    expect(await running.store.get(name)).toBeUndefined();
    expect(cms.reads).toBe(before);
  });
});

describe("how a file is sent", () => {
  test("for good, under its name, with its kind, and able to do nothing", async () => {
    await publish("fiche");
    for (const [digit, ext, disposition] of [
      ["1", "png", "inline"],
      ["2", "mp3", "inline"],
      ["3", "pdf", "inline"],
      ["4", "odt", "attachment"],
      ["5", "txt", "attachment"],
      ["6", "zip", "attachment"],
    ] as const) {
      const { headers } = await get(share(digit, ext, ["solution/fiche"], undefined, `Fiche d’été "1".${ext}`));
      expect(headers.get("content-type")).toBe(isFileKind(ext) ? fileKinds[ext] : "");
      expect(headers.get("content-disposition")).toBe(
        `${disposition}; filename*=UTF-8''Fiche%20d%E2%80%99%C3%A9t%C3%A9%20%221%22.${ext}`,
      );
      expect(headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      if (ext !== "pdf") expect(headers.get("content-security-policy")).toContain("sandbox");
    }
  });

  test("in parts, to players that ask for them", async () => {
    await publish("fiche");
    const name = share("a", "mp3", ["solution/fiche"]);
    const whole = bytesOf(name);
    const part = async (range: string) => {
      const answer = await get(name, { range });
      return [answer.status, answer.headers.get("content-range"), await answer.text()];
    };
    const size = whole.length;
    expect(await part("bytes=0-2")).toEqual([206, `bytes 0-2/${size}`, whole.toString().slice(0, 3)]);
    expect(await part("bytes=5-")).toEqual([206, `bytes 5-${size - 1}/${size}`, whole.toString().slice(5)]);
    expect(await part("bytes=-4")).toEqual([206, `bytes ${size - 4}-${size - 1}/${size}`, whole.toString().slice(-4)]);
    expect(await part(`bytes=${size}-`)).toEqual([416, `bytes */${size}`, ""]);
    for (const odd of ["bytes=2-1", "bytes=0-1,3-4", "lines=1-2", "bytes=-"])
      expect(await part(odd)).toEqual([200, null, whole.toString()]);
  });

  test("not again to a reader who has it, and without its bytes to one who asks for its head", async () => {
    await publish("fiche");
    const name = share("a", "png", ["solution/fiche"]);
    const etag = (await get(name)).headers.get("etag") ?? "";
    for (const known of [etag, "*"]) expect((await get(name, { "if-none-match": known })).status).toBe(304);
    const head = await get(name, {}, "HEAD");
    expect([head.headers.get("content-length"), await head.text()]).toEqual([String(bytesOf(name).length), ""]);
  });
});
