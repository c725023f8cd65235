import { type ChildProcess, spawn } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { DockerfileParser } from "dockerfile-ast";
import { root } from "../launch/launch.mjs";
import { composeFile, interpolate, topFile } from "./compose-file.ts";

/** Where a service is reached on this machine: in a network of Compose, by its name. */
export type Places = Readonly<Record<"database" | "meilisearch" | "cms" | "web", number>>;

/** How the services of `docker-compose.yml` are run as plain processes. */
export interface Topology {
  readonly places: Places;
  /** What `.env` would hold. */
  readonly variables: Readonly<Record<string, string>>;
  /** Stands for the volumes. */
  readonly folder: string;
}

/** A service that runs as a plain process. */
export interface RunningService {
  /** What it printed so far. */
  readonly output: () => string;
  /** Resolves with its exit status. */
  readonly ended: Promise<number | null>;
  kill(signal: NodeJS.Signals): Promise<void>;
}

/** Starts one of our own services by the command and with the environment that Compose would give it, and nothing more. */
export async function startService(name: string, topology: Topology): Promise<RunningService> {
  const service = composeFile().services[name];
  if (!service?.build) throw new Error(`${name} is no service of ours`);
  const { folder, command } = programOf(service.build.target);
  const [program, ...args] = service.command ?? command;
  if (program !== "node") throw new Error(`${name} starts ${program}`);
  const data = join(topology.folder, name);
  await mkdir(data, { recursive: true });
  const own: Record<string, string> = { DATA_DIR: data, HOST: "127.0.0.1" };
  if (name === "cms") own["CMS_PORT"] = String(topology.places.cms);
  if (name === "web") own["PORT"] = String(topology.places.web);
  const env = { ...environmentOf(service.environment, topology), ...own, NODE_ENV: "production" };
  return follow(spawn(process.execPath, args, { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] }));
}

function environmentOf(given: Readonly<Record<string, string>>, { variables, places }: Topology) {
  const here = (value: string) =>
    interpolate(value, variables).replaceAll(
      /\b(database|meilisearch|cms|web):\d+/g,
      (_, name: keyof Places) => `127.0.0.1:${places[name]}`,
    );
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, here(value)]));
}

/** The folder and the command of a stage of the Dockerfile, on this machine. */
function programOf(target: string): { folder: string; command: string[] } {
  const instructions = DockerfileParser.parse(topFile("Dockerfile")).getInstructions();
  const start = instructions.findIndex((one) => one.toString().endsWith(` AS ${target}`));
  const rest = instructions.slice(start + 1);
  const next = rest.findIndex((one) => one.getKeyword() === "FROM");
  const stage = next < 0 ? rest : rest.slice(0, next);
  const argumentOf = (keyword: string) => stage.findLast((one) => one.getKeyword() === keyword)?.getArgumentsContent();
  const folder = argumentOf("WORKDIR");
  const command: unknown = JSON.parse(argumentOf("CMD") ?? "null");
  if (!folder?.startsWith("/essaim") || !Array.isArray(command)) throw new Error(`the stage ${target} starts nothing`);
  return { folder: join(root, folder.slice("/essaim".length)), command: command.map(String) };
}

/** Follows a process to its end. */
export function follow(child: ChildProcess): RunningService {
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
  const ended = new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));
  const kill = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await ended;
  };
  return { output: () => output, ended, kill };
}

/** Waits until something holds; tells what a service printed when it doesn't. */
export async function until(what: string, holds: () => Promise<boolean>, service: RunningService): Promise<void> {
  for (const end = Date.now() + 120_000; Date.now() < end; await delay(200))
    if (await holds().catch(() => false)) return;
  throw new Error(`${what}: not within two minutes\n${service.output().slice(-4000)}`);
}
