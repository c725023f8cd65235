import { createHash } from "node:crypto";
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createLoader } from "../content/load.ts";
import { createMediaLoader } from "../content/load-media.ts";
import { createPackageLoader } from "../content/load-package.ts";
import { createMemberPages } from "../members/member-pages.ts";
import { createPreview } from "../preview/preview.ts";
import type { Environment } from "./environment.ts";
import { createErrorPages } from "./error-pages.ts";
import { type Follower, startFollower } from "./follower.ts";
import { createFront } from "./front.ts";
import { log, reasonOf } from "./log.ts";
import { MediaStore } from "./media/media-store.ts";
import { startOfflineKeeper } from "./offline/offline-keeper.ts";
import { PackageStore } from "./package/package-store.ts";
import { writePackage } from "./package/write-package.ts";
import { restoreClock } from "./page-cache/clock-file.ts";
import { openDiskPages } from "./page-cache/disk-pages.ts";
import { FeedClock } from "./page-cache/feed-clock.ts";
import { PageStore } from "./page-cache/page-store.ts";
import { rememberWrittenPages } from "./page-cache/written-pages.ts";
import { createRender, type RendererOptions } from "./render.ts";
import { queued } from "./render-queue.ts";
import { noSearch, type SearchHealthSource } from "./search-health.ts";
import { createStaticFiles } from "./static-files.ts";

/** What the site is made of. */
export interface SiteOptions {
  readonly app: RendererOptions["app"];
  readonly environment: Environment;
  /** Folder of the build's static files. */
  readonly clientFolder: string;
  /** Names the build: pages of another one are void. */
  readonly build: string;
  readonly version: string;
  readonly searchHealth?: SearchHealthSource;
}

/** A site that listens. */
export interface Site {
  /** Serves the requests in flight, keeps what must be kept, and ends. */
  stop(): Promise<void>;
}

const mebibyte = 1024 ** 2;
const memoryBytes = 128 * mebibyte;
const diskBytes = 2048 * mebibyte;
/** Filters can be put together in more ways than are worth keeping. */
const variationsBytes = 32 * mebibyte;
const variationsDiskBytes = 256 * mebibyte;
const mediaBytes = 2048 * mebibyte;
/** Longest wait for one answer of the CMS. */
const loadMs = 4_000;
/** Renders mostly wait for the CMS, which has one processor: more at once only make each of them later. */
const renderLimits = { atOnce: 6, waiting: 1_000 };
/** How long a page that could not be rendered isn't tried again. */
const failureMs = 3_000;
/** Longest wait for the feed before listening: with the CMS down, kept pages are served all the same. */
const graceMs = 4_000;

/** Opens the page cache, catches up with the feed, then listens. */
export async function startSite(options: SiteOptions): Promise<Site> {
  const { app, environment, build } = options;
  const { cmsUrl, readToken: token, previewSecret: secret, publicUrl } = environment;
  const folder = join(environment.dataDir, "pages");
  const edition = createHash("sha256").update(`${build} ${publicUrl}`).digest("hex").slice(0, 16);
  const failed = (error: unknown) => log("page-not-kept", { reason: reasonOf(error) });
  const disk = await openDiskPages({ folder, edition, maxBytes: diskBytes, failed });
  const clock = new FeedClock();
  const clockFile = join(folder, "clock.json");
  await restoreClock(clock, clockFile);

  const refused = (refusal: object) => log("document-refused", { ...refusal });
  const reader = createLoader({ cmsUrl, token, timeoutMs: loadMs, refused });
  const loader = rememberWrittenPages(reader, { clock, failureMs });
  const renderNow = createRender({ app, loader, publicUrl });
  const render = queued(renderNow, renderLimits);
  const store = new PageStore({ clock, disk, render, memoryBytes, failureMs });
  const varied = await openDiskPages({
    folder: join(environment.dataDir, "variations"),
    edition,
    maxBytes: variationsDiskBytes,
    failed,
  });
  const variations = new PageStore({ clock, disk: varied, render, memoryBytes: variationsBytes, failureMs });
  const files = createMediaLoader({ cmsUrl, token, timeoutMs: loadMs });
  const media = await MediaStore.open({
    folder: join(environment.dataDir, "media"),
    clock,
    loader: files,
    maxBytes: mediaBytes,
  });
  const entries = createPackageLoader({ cmsUrl, token, timeoutMs: loadMs });
  const packages = await PackageStore.open({
    folder: join(environment.dataDir, "package"),
    edition,
    clock,
    write: (path) => writePackage(path, { entries, media: files, publicUrl }),
  });
  const follower = startFollower({
    cmsUrl,
    token,
    clock,
    clockFile,
    cameBack: () => {
      store.retry();
      variations.retry();
    },
    changed: () => {
      void media.settle();
      void packages.settle().catch((error: unknown) => log("package-not-removed", { reason: reasonOf(error) }));
    },
  });
  await Promise.race([follower.caughtUp, sleep(graceMs, undefined, { ref: false })]);

  const staticFiles = await createStaticFiles(options.clientFolder);
  const server = createServer(
    { keepAliveTimeout: 20_000 },
    createFront({
      store,
      variations,
      render,
      sendError: createErrorPages(renderNow),
      staticFiles,
      media,
      packages,
      offlineIndexes: join(environment.dataDir, "pagefind"),
      preview: createPreview({ app, loader, publicUrl, cmsUrl, token, secret, timeoutMs: loadMs }),
      members: createMemberPages({ app, loader, publicUrl, cmsUrl, token, timeoutMs: loadMs }),
      health: () => healthOf(follower, clock, options),
    }),
  );
  await listen(server, environment).catch(async (error) => {
    await follower.stop();
    throw error;
  });
  const stopKeeper = startOfflineKeeper({ cmsUrl, token, dataDir: environment.dataDir });
  return {
    async stop() {
      stopKeeper();
      await Promise.all([close(server), follower.stop()]);
      await Promise.all([disk.settled(), varied.settled()]);
    },
  };
}

function healthOf(follower: Follower, clock: FeedClock, { searchHealth = noSearch, version }: SiteOptions) {
  const cms = follower.cms();
  const { engine, cursor } = searchHealth();
  const lag = cursor === null ? null : Math.max(0, Math.max(follower.head(), clock.seq) - cursor);
  return { status: cms === "up" ? "ok" : "degraded", cms, search: { engine, lag }, version };
}

function listen(server: Server, { host, port }: Environment): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    // A connection that was busy when the server closed would otherwise be kept alive after its answer.
    const closing = setInterval(() => server.closeIdleConnections(), 50);
    server.close(() => {
      clearInterval(closing);
      resolve();
    });
  });
}
