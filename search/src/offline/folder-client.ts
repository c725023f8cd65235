import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import { locales } from "@essaim/content";
import type { HitIdentity, SearchAnswer } from "../query/search-answer.ts";
import type { SearchRequest } from "../query/search-request.ts";
import type { ThreadData, ThreadQuestion, ThreadReply } from "./offline-thread.ts";

/** Searches in the indexes of a folder, for programs that have the files at hand. */
export interface FolderClient {
  /** Starts loading the indexes; they are then kept loaded. */
  warm(): void;
  search(request: SearchRequest): Promise<SearchAnswer>;
}

/** How the indexes are found and what is found is addressed. */
export interface FolderClientOptions {
  /** Folder that holds an index for each language. */
  readonly folder: string;
  readonly urlOf: (hit: HitIdentity) => string;
}

interface Waiting {
  readonly resolve: (answer: SearchAnswer) => void;
  readonly reject: (error: Error) => void;
}

/** Makes a client; its thread starts at the first search. */
export function createFolderClient({ folder, urlOf }: FolderClientOptions): FolderClient {
  const waiting = new Map<number, Waiting>();
  let thread: Worker | undefined;
  let last = 0;
  const failAll = (error: Error) => {
    thread = undefined;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  const start = (): Worker => {
    // By its name in the package: the code that calls may have been bundled elsewhere.
    const program = createRequire(import.meta.url).resolve("@essaim/search/offline/thread");
    const started = new Worker(program, { workerData: { folder, locales } satisfies ThreadData });
    started.unref();
    started.on("message", (reply: ThreadReply) => {
      const asked = waiting.get(reply.id);
      waiting.delete(reply.id);
      if ("answer" in reply) asked?.resolve(withAddresses(reply.answer, urlOf));
      else asked?.reject(new Error(reply.reason));
    });
    started.on("error", (error) => failAll(error instanceof Error ? error : new Error(String(error))));
    started.on("exit", (code) => failAll(new Error(`The offline search ended with ${code}`)));
    return started;
  };
  return {
    warm: () => {
      thread ??= start();
    },
    search: (request) =>
      new Promise((resolve, reject) => {
        const id = ++last;
        waiting.set(id, { resolve, reject });
        thread ??= start();
        thread.postMessage({ id, request } satisfies ThreadQuestion);
      }),
  };
}

const withAddresses = (answer: SearchAnswer, urlOf: FolderClientOptions["urlOf"]): SearchAnswer => ({
  ...answer,
  hits: answer.hits.map((hit) => ({ ...hit, url: urlOf(hit) })),
});
