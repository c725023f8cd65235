import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join, normalize, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import type { Locale } from "@essaim/content";
import { createOfflineClient, type OfflineClient } from "../browser/offline-client.ts";
import type { PagefindModule } from "../browser/pagefind-module.ts";
import type { SearchDocument } from "../document/search-document.ts";
import { freePort } from "../engine/free-port.ts";
import { statisticsOf } from "../ranking/statistics.ts";
import { writeOfflineIndex } from "./write-offline-index.ts";

/** An index without a search server, as a static host on this machine would serve it. */
export interface LoopbackIndex {
  readonly client: OfflineClient;
  /** A client that has read nothing yet. */
  readonly open: () => OfflineClient;
  /** Bytes sent so far, packed as static hosts pack what they send, Pagefind’s module included. */
  readonly sent: () => number;
  readonly close: () => Promise<void>;
}

/** Makes the index of documents of one language, serves it and opens a client for it, as browsers would. */
export async function openLoopbackIndex(documents: readonly SearchDocument[], locale: Locale): Promise<LoopbackIndex> {
  const folder = await mkdtemp(join(tmpdir(), "essaim-offline-"));
  const statistics = statisticsOf(documents, locale);
  await writeOfflineIndex({ locale, documents, statistics, synonyms: [] }, join(folder, locale));
  let sent = 0;
  const read = async (path: string): Promise<Buffer> => {
    const content = await readFile(pathIn(folder, path));
    sent += Math.min(content.length, gzipSync(content).length);
    return content;
  };
  const { base, close } = await serve(read);
  const loadModule = async (address: string): Promise<PagefindModule> => {
    const { pathname } = new URL(address);
    await read(pathname);
    return await import(pathToFileURL(pathIn(folder, pathname)).href);
  };
  const open = () => createOfflineClient({ base, loadModule, urlOf: ({ type, slug }) => `/${type}/${slug}/` });
  return {
    client: open(),
    open,
    sent: () => sent,
    close: async () => {
      await close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const pathIn = (folder: string, path: string): string =>
  join(folder, normalize(path).replace(/^(?:\.\.(?:\/|$))+/, "")).replaceAll("/", sep);

async function serve(read: (path: string) => Promise<Buffer>) {
  // A connection that is closed between two searches would fail the second one.
  const server = createServer({ keepAliveTimeout: 600_000 }, (request, response) => {
    read(new URL(request.url ?? "/", "http://index").pathname).then(
      (content) => response.end(content),
      () => response.writeHead(404).end(),
    );
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { base: `http://127.0.0.1:${port}/`, close };
}
