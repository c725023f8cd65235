import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import type { Core } from "@strapi/strapi";
import { freePort } from "../../scripts/testing/free-port.ts";
import { buildServer, mainFile, output } from "./build.ts";
import { type Database, type Home, preparedHome } from "./home.ts";

export { type Database, databases, type Home } from "./home.ts";

/** A place for a CMS whose database was made by an earlier start: what comes after is what most tests are about. */
export const makeHome = (database: Database): Promise<Home> => preparedHome(database, startOnce);

/** Its feed gets no name: each database has one of its own. */
async function startOnce(home: Home): Promise<void> {
  const cms = await startCms({ home });
  await cms.run((strapi) => strapi.db.connection("essaim_feed").delete());
  await cms.stop();
}

/** A CMS that runs as a process of its own. */
export interface Cms {
  readonly url: string;
  readonly pid: number;
  readonly home: Home;
  readonly readToken: string;
  readonly importToken: string;
  /** Asks the CMS for JSON; `token` is the import token unless told. */
  ask(
    path: string,
    options?: { method?: string; body?: unknown; token?: string | null; headers?: Record<string, string> },
  ): Promise<Answer>;
  /** Runs a function inside the CMS's process; it can use nothing of the test but `argument`, and answers JSON. */
  run<R, A = undefined>(body: (strapi: Core.Strapi, argument: A) => Promise<R> | R, argument?: A): Promise<R>;
  /** Ends it as the supervisor does, and removes its home unless the test brought one. */
  stop(): Promise<void>;
  /** What it has written to the terminal so far. */
  log(): string;
  /** Ends it as a power cut does. */
  kill(): Promise<void>;
}

/** JSON as it comes: tests look into it with expectations. */
export type Json = ReturnType<typeof JSON.parse>;
/** The Document Service of one type, as far as tests call it. */
export type Documents = Record<
  "create" | "update" | "publish" | "unpublish" | "delete" | "discardDraft" | "clone" | "findOne",
  (parameters?: object) => Promise<Json>
>;

/** What the CMS answered; `body` is undefined where there is none. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Json;
}

const credentials = {
  ESSAIM_READ_TOKEN: "read-token-for-the-tests",
  ESSAIM_IMPORT_TOKEN: "import-token-for-the-tests",
  ESSAIM_ADMIN_EMAIL: "admin@example.org",
  ESSAIM_ADMIN_PASSWORD: "Essaim-for-the-tests-1",
};

/** The first administrator of every CMS under test. */
export const administrator = { email: credentials.ESSAIM_ADMIN_EMAIL, password: credentials.ESSAIM_ADMIN_PASSWORD };

/** Starts a CMS on a free port and waits until it answers. */
export async function startCms({
  database = "sqlite",
  home,
  environment = {},
}: {
  database?: Database;
  home?: Home;
  environment?: Record<string, string>;
} = {}): Promise<Cms> {
  await buildServer();
  const place = home ?? (await makeHome(database));
  const port = await freePort();
  const { DATABASE_URL: _, ...inherited } = process.env;
  const child = fork(mainFile, {
    execArgv: ["--import", join(import.meta.dirname, "remote.ts")],
    env: {
      ...inherited,
      ...credentials,
      NODE_ENV: "production",
      // Half of a start is the compilation of Strapi.
      NODE_COMPILE_CACHE: join(output, "compiled"),
      HOST: "127.0.0.1",
      CMS_PORT: String(port),
      DATA_DIR: place.dataDir,
      ...(place.databaseUrl && { DATABASE_URL: place.databaseUrl }),
      ...environment,
    },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let written = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (written += chunk));
  await untilReady(child, () => written);
  const url = `http://127.0.0.1:${port}`;
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill(signal);
    await ended;
  };
  return {
    url,
    pid: child.pid ?? 0,
    home: place,
    readToken: credentials.ESSAIM_READ_TOKEN,
    importToken: credentials.ESSAIM_IMPORT_TOKEN,
    ask: (path, options) => ask(url, path, options),
    run: (body, argument) => runInside(child, String(body), argument),
    async stop() {
      await end("SIGTERM");
      if (!home) await place.dispose();
    },
    log: () => written,
    kill: () => end("SIGKILL"),
  };
}

function untilReady(child: ChildProcess, log: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.on("message", (message) => {
      if (message === "ready") resolve();
    });
    child.once("exit", (code) => reject(new Error(`the CMS ended (${code}) before it was ready:\n${log()}`)));
  });
}

async function ask(
  url: string,
  path: string,
  { method = "GET", body, token = credentials.ESSAIM_IMPORT_TOKEN, headers = {} }: Parameters<Cms["ask"]>[1] = {},
): Promise<Answer> {
  const isBytes = body instanceof Uint8Array;
  const answer = await fetch(url + path, {
    method,
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { "content-type": isBytes ? "application/octet-stream" : "application/json" }),
      ...headers,
    },
    ...(body !== undefined && { body: isBytes ? new Uint8Array(body) : JSON.stringify(body) }),
  });
  const text = await answer.text();
  const isJson = answer.headers.get("content-type")?.includes("json");
  return {
    status: answer.status,
    headers: answer.headers,
    body: text === "" ? undefined : isJson ? JSON.parse(text) : text,
  };
}

let calls = 0;

function runInside<R>(child: ChildProcess, source: string, argument: unknown): Promise<R> {
  calls += 1;
  const id = calls;
  return new Promise((resolve, reject) => {
    if (!child.connected) return reject(new Error("the CMS ended"));
    const done = (settle: () => void) => {
      child.off("message", listen);
      child.off("exit", gone);
      settle();
    };
    const listen = (message: unknown) => {
      if (typeof message !== "object" || message === null || !("id" in message) || message.id !== id) return;
      const { result, error } = message as { result?: R; error?: { name: string; message: string } };
      done(() =>
        error ? reject(Object.assign(new Error(error.message), { name: error.name })) : resolve(result as R),
      );
    };
    const gone = () => done(() => reject(new Error("the CMS ended")));
    child.on("message", listen);
    child.once("exit", gone);
    child.send({ id, source, argument });
  });
}
