import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { freePort } from "../../scripts/testing/free-port.ts";

/** A page as nginx is to serve it: under `/`, with these headers. */
export interface ServedPage {
  readonly body: Buffer;
  readonly headers: ReadonlyMap<string, string>;
}

/** A running nginx of our own. */
export interface Nginx {
  readonly url: string;
  stop(): Promise<void>;
}

/** Whether a program can be run on this machine. */
export function isInstalled(program: string, argument: string): boolean {
  try {
    execFileSync(program, [argument], { stdio: "ignore" });
    return true;
  } catch (error) {
    // wrk tells its version with a non-zero status.
    return error instanceof Error && "status" in error && typeof error.status === "number";
  }
}

/** One worker, open files cached, compressed files made in advance: nginx at its best for one static page. */
const configOf = (folder: string, port: number, headers: ReadonlyMap<string, string>): string => `
daemon off; worker_processes 1; pid ${folder}/nginx.pid; error_log ${folder}/error.log;
events { worker_connections 512; }
http {
  access_log off; sendfile on; tcp_nopush on; tcp_nodelay on; keepalive_requests 100000000;
  open_file_cache max=100 inactive=60s; open_file_cache_valid 60s;
  types { text/html html; } charset utf-8; gzip_static on; gzip_vary on;
  client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy; fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi; scgi_temp_path ${folder}/scgi;
  server {
    listen 127.0.0.1:${port}; root ${folder}/html;
    ${[...headers].map(([name, value]) => `add_header ${name} ${JSON.stringify(value)};`).join("\n    ")}
  }
}`;

/** Starts nginx on a free port, with one page. */
export async function startNginx({ body, headers }: ServedPage): Promise<Nginx> {
  const folder = await mkdtemp(join(tmpdir(), "essaim-nginx-"));
  const port = await freePort();
  // Started by root, nginx reads files as another user.
  await chmod(folder, 0o755);
  await mkdir(join(folder, "html"));
  await writeFile(join(folder, "html/index.html"), body);
  await writeFile(join(folder, "html/index.html.gz"), gzipSync(body));
  await writeFile(join(folder, "nginx.conf"), configOf(folder, port, headers));
  const child = spawn("nginx", ["-c", join(folder, "nginx.conf"), "-p", folder], { stdio: "ignore" });
  const url = `http://127.0.0.1:${port}/`;
  const stop = async () => {
    const ended = child.exitCode === null ? once(child, "exit") : undefined;
    child.kill("SIGTERM");
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  await answers(url, child).catch(async (error) => {
    await stop();
    throw error;
  });
  return { url, stop };
}

async function answers(url: string, child: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    if (child.exitCode !== null) throw new Error(`nginx ended with ${child.exitCode}`);
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) return;
    await sleep(50);
  }
  throw new Error("nginx did not answer within 5 s");
}
