import { readFile } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parentPort, workerData } from "node:worker_threads";
import { type Locale, locales } from "@essaim/content";
import { z } from "zod";
import { createOfflineClient, type OfflineClient } from "../browser/offline-client.ts";
import { searchRequestSchema } from "../query/search-request.ts";
import { readEntry } from "./write-offline-index.ts";

// Searches in the indexes of a folder, one message each; a thread of its own, since words that many documents have take long.

const { folder } = z.object({ folder: z.string() }).parse(workerData);
const base = pathToFileURL(`${folder}/`).href;

/** Files are read in place of fetched, by our code and by Pagefind’s. */
globalThis.fetch = async (address) => {
  const path = fileURLToPath(String(address).replace(/\?.*/, ""));
  try {
    return new Response(await readFile(path));
  } catch {
    return new Response(null, { status: 404 });
  }
};

const messageSchema = z.object({ id: z.int(), request: searchRequestSchema });

const opened = new Map<Locale, { readonly index: string; readonly client: OfflineClient }>();

/** A client of the present index: the folder of an older one goes away after a while. */
async function clientFor(locale: Locale): Promise<OfflineClient> {
  const index = (await readEntry(`${folder}/${locale}`))?.folder ?? "";
  const known = opened.get(locale);
  if (known?.index === index) return known.client;
  const client = createOfflineClient({ base, urlOf: () => "" });
  opened.set(locale, { index, client });
  await client.warm(locale);
  return client;
}

/** How often a newer index is looked for, in milliseconds: a search that is needed should find it loaded. */
const lookMs = 5_000;
const look = () => Promise.allSettled(locales.map(clientFor));
void look();
setInterval(look, lookMs).unref();

parentPort?.on("message", async (message: unknown) => {
  const { id, request } = messageSchema.parse(message);
  try {
    const client = await clientFor(request.locale);
    parentPort?.postMessage({ id, answer: await client.search(request) });
  } catch (error) {
    parentPort?.postMessage({ id, reason: error instanceof Error ? error.message : String(error) });
  }
});
