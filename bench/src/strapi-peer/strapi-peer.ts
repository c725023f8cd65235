import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeApp } from "./app-folder.ts";

/** What the process is asked: save this summary in the sheet’s draft, or, without one, publish the sheet. */
export interface Order {
  readonly uid: string;
  readonly summary?: string;
}

/** When a publication was asked for, was in the database, and was answered: milliseconds of `now()`. */
export interface PublicationMoments {
  readonly asked: number;
  readonly written: number;
  readonly answered: number;
}

/** Strapi with strapi-plugin-meilisearch, in a process of its own. */
export interface StrapiPeer {
  /** Saves a sheet with another summary. */
  readonly save: (uid: string, summary: string) => Promise<void>;
  /** Publishes what was saved. */
  readonly publish: (uid: string) => Promise<PublicationMoments>;
  readonly stop: () => Promise<void>;
}

/** Milliseconds of a clock that all processes of the machine share. */
export const now = (): number => milliseconds(process.hrtime.bigint());
const milliseconds = (nanoseconds: bigint): number => Number(nanoseconds) / 1e6;

/** Starts it with synthetic sheets in a database of its own; its plugin has sent them all to the search server when this ends. */
export async function startStrapiPeer(engine: { url: string; key: string }, sheets: number): Promise<StrapiPeer> {
  const folder = await mkdtemp(join(tmpdir(), "essaim-strapi-peer-"));
  writeApp(folder, engine);
  const child = fork(fileURLToPath(new URL("main.ts", import.meta.url)), {
    cwd: folder,
    env: { ...process.env, NODE_ENV: "production", STRAPI_TELEMETRY_DISABLED: "true", SHEETS: String(sheets) },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill("SIGKILL");
      await once(child, "exit");
    }
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await answerOf(child);
  } catch (error) {
    await stop();
    throw error;
  }
  const order = async (wanted: Order) => {
    const answer = answerOf(child);
    child.send(wanted);
    return withoutError(await answer);
  };
  return {
    save: async (uid, summary) => void (await order({ uid, summary })),
    publish: async (uid) => momentsOf(await order({ uid })),
    stop,
  };
}

/** The next message of the process; a process that ends says nothing more. */
function answerOf(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const hear = (message: unknown) => {
      child.off("exit", end);
      resolve(message);
    };
    const end = () => {
      child.off("message", hear);
      reject(new Error("The Strapi beside ended."));
    };
    child.once("message", hear).once("exit", end);
  });
}

function withoutError(answer: unknown): object {
  if (typeof answer !== "object" || answer === null || "error" in answer)
    throw new Error(`The Strapi beside failed: ${JSON.stringify(answer)}`);
  return answer;
}

/** Reads the moments that the process tells, as nanoseconds in figures. */
export function momentsOf(answer: object): PublicationMoments {
  const moment = (name: keyof PublicationMoments) => {
    const value: unknown = Reflect.get(answer, name);
    if (typeof value !== "string") throw new Error(`The Strapi beside does not say when: ${JSON.stringify(answer)}`);
    return milliseconds(BigInt(value));
  };
  return { asked: moment("asked"), written: moment("written"), answered: moment("answered") };
}
