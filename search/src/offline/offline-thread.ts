import { readFile } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parentPort, workerData } from "node:worker_threads";
import type { Locale } from "@essaim/content";
import type { OfflineRequest } from "../browser/choice.ts";
import { createOfflineClient, type OfflineClient } from "../browser/offline-client.ts";
import { everyFacet } from "../query/facet-names.ts";
import type { SearchAnswer } from "../query/search-answer.ts";
import { entryFile, type OfflineEntry } from "./offline-edition.ts";

// Searches in the indexes of a folder, one message each; a thread of its own, since words that many documents have take long. What it is sent
// and what it reads come from this program itself: without schemas it starts in half the time, and somebody may be waiting for it.

/** What the thread is started with. */
export interface ThreadData {
  readonly folder: string;
  readonly locales: readonly Locale[];
}

/** A search. */
export interface ThreadQuestion {
  readonly id: number;
  readonly request: OfflineRequest;
}

/** What came of it. */
export type ThreadReply = { readonly id: number } & ({ readonly answer: SearchAnswer } | { readonly reason: string });

const { folder, locales }: ThreadData = workerData;
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

interface Opened {
  readonly index: string;
  readonly client: OfflineClient;
}

const opened = new Map<Locale, Opened>();
const opening = new Map<Locale, Promise<Opened>>();

/** A client of the present index: the folder of an older one goes away after a while. The one at hand serves while a newer one is loaded. */
async function clientFor(locale: Locale): Promise<OfflineClient> {
  const known = opened.get(locale);
  const newest = takeUp(locale);
  if (known === undefined) return (await newest).client;
  newest.catch(() => undefined);
  return known.client;
}

function takeUp(locale: Locale): Promise<Opened> {
  const running = opening.get(locale);
  if (running !== undefined) return running;
  const work = openNewest(locale).finally(() => opening.delete(locale));
  opening.set(locale, work);
  return work;
}

async function openNewest(locale: Locale): Promise<Opened> {
  const entry: OfflineEntry = JSON.parse(await readFile(`${folder}/${locale}/${entryFile}`, "utf8"));
  const index = entry.folder;
  const known = opened.get(locale);
  if (known?.index === index) return known;
  const client = createOfflineClient({ base, urlOf: () => "" });
  await client.warm(locale);
  const newest = { index, client };
  opened.set(locale, newest);
  return newest;
}

/** How often a newer index is looked for, in milliseconds: a search that is needed should find it loaded. */
const lookMs = 5_000;
const look = () => Promise.allSettled(locales.map(takeUp));
let wasAsked = false;
void look()
  .then(rehearse)
  .catch(() => undefined);
setInterval(look, lookMs).unref();

/** The first search of a thread takes many times as long as the next ones: here nobody waits for it. */
async function rehearse(): Promise<void> {
  for (const [locale, { client }] of opened) {
    const everything = { ...everyFacet(() => []), locale, q: "", sort: "newest", limit: 1, offset: 0 } as const;
    const { hits } = await client.search(everything);
    for (const { title } of hits) if (!wasAsked) await client.search({ ...everything, q: title, sort: "relevance" });
  }
}

parentPort?.on("message", async ({ id, request }: ThreadQuestion) => {
  wasAsked = true;
  const reply = (came: { readonly answer: SearchAnswer } | { readonly reason: string }) =>
    parentPort?.postMessage({ id, ...came } satisfies ThreadReply);
  try {
    const client = await clientFor(request.locale);
    reply({ answer: await client.search(request) });
  } catch (error) {
    reply({ reason: error instanceof Error ? error.message : String(error) });
  }
});
