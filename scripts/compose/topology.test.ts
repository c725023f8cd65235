import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findMeilisearch, makeRunnable, serverArguments } from "@essaim/search/engine";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type PostgresServer, startPostgres } from "../../cms/tests/postgres.ts";
import { root } from "../launch/launch.mjs";
import { cmsServer, ensureAllBuilt, site } from "../start/builds.ts";
import { freePort } from "../testing/free-port.ts";
import { topFile } from "./compose-file.ts";
import { follow, type RunningService, startService, type Topology, until } from "./topology.ts";

const key = "k".repeat(40);
const engine = findMeilisearch({});
const caddy = ["/usr/bin/caddy", "/usr/local/bin/caddy"].find((path) => existsSync(path));

/** `docker-compose.yml` without Docker: the same programs, the same environment, PostgreSQL and Meilisearch for real. */
describe.skipIf(!engine)("the services of docker-compose.yml, as plain processes", () => {
  const running: RunningService[] = [];
  let postgres: PostgresServer;
  let topology: Topology;
  let follower: RunningService;
  const at = (place: "cms" | "web", path: string) =>
    fetch(`http://127.0.0.1:${topology.places[place]}${path}`, { redirect: "manual" });
  const start = async (name: string) => {
    const service = await startService(name, topology);
    running.push(service);
    return service;
  };

  beforeAll(async () => {
    await ensureAllBuilt(root, [cmsServer, site], AbortSignal.timeout(200_000));
    const folder = await mkdtemp(join(tmpdir(), "essaim-topology-"));
    postgres = await startPostgres();
    const database = new URL(await postgres.newDatabase("essaim"));
    const [meilisearch, cms, web] = await Promise.all([freePort(), freePort(), freePort()]);
    const places = { database: Number(database.port), meilisearch, cms, web };
    const secrets = ["CMS_SECRET", "ESSAIM_READ_TOKEN", "ESSAIM_IMPORT_TOKEN", "PREVIEW_SECRET", "MEILI_MASTER_KEY"];
    const variables = {
      ...Object.fromEntries(secrets.map((name) => [name, key])),
      SITE_HOST: "site.test",
      DESK_HOST: "bureau.site.test",
      ACME_EMAIL: "numerique@site.test",
      ESSAIM_ADMIN_EMAIL: "numerique@site.test",
      ESSAIM_ADMIN_PASSWORD: "Essaim-parcours-2026",
      SMTP_URL: "smtp://127.0.0.1:9",
      MAIL_FROM: "Essaim <essaim@site.test>",
      POSTGRES_PASSWORD: database.password,
    };
    topology = { places, variables, folder };
    const data = join(folder, "meilisearch");
    const program = makeRunnable(engine ?? "", join(data, "bin"));
    const env = { MEILI_MASTER_KEY: key, MEILI_NO_ANALYTICS: "true" };
    running.push(follow(spawn(program, serverArguments(`127.0.0.1:${meilisearch}`, data), { cwd: folder, env })));
    const started = await start("cms");
    await until("the CMS", async () => (await at("cms", "/_health")).ok, started);
    const seed = await start("seed");
    expect(await seed.ended, seed.output()).toBe(0);
    follower = await start("follower");
    await start("web");
  }, 300_000);

  afterAll(async () => {
    for (const service of running.reverse()) await service.kill("SIGKILL");
    await postgres?.stop();
    if (topology) await rm(topology.folder, { recursive: true, force: true });
  }, 60_000);

  it("show the first content, and find it", async () => {
    const sheet = "/fr/solutions/centres-sociaux-connectes/";
    await until("the sheet", async () => (await at("web", sheet)).ok, running.at(-1) ?? follower);
    const html = await (await at("web", sheet)).text();
    expect(html).toContain("Des Centres Sociaux Connectés");
    // Readers come by the proxy's name: so must the page say of itself.
    expect(html).toContain(`<link rel="canonical" href="https://site.test${sheet}"`);
    const search = async () => (await at("web", "/api/search?q=hackathon&locale=fr")).text();
    await until("the search", async () => (await search()).includes('"uid":"hackathon"'), follower);
  }, 150_000);

  it.skipIf(!caddy)(
    "stand behind the proxy, which keeps the CMS’s inner routes inside",
    async () => {
      const [front, desk] = await Promise.all([freePort(), freePort()]);
      const { places, folder } = topology;
      const config = topFile("docker/Caddyfile")
        .replace(/^\{$/m, "{\n\tadmin off\n\tauto_https off")
        .replaceAll(/\b(cms|web):\d+/g, (_, name: "cms" | "web") => `127.0.0.1:${places[name]}`);
      await writeFile(join(folder, "Caddyfile"), config);
      const args = ["run", "--adapter", "caddyfile", "--config", join(folder, "Caddyfile")];
      const names = {
        SITE_HOST: `http://127.0.0.1:${front}`,
        DESK_HOST: `http://127.0.0.1:${desk}`,
        ACME_EMAIL: "a@b.c",
      };
      const proxy = follow(spawn(caddy ?? "", args, { env: { HOME: folder, ...names } }));
      running.push(proxy);
      const ask = (port: number, path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${port}${path}`, init);
      await until("the proxy", async () => (await ask(front, "/fr/")).ok, proxy);
      const tokens = { headers: { authorization: `Bearer ${key}` } };
      expect((await ask(desk, "/api/changes", tokens)).status).toBe(404);
      expect((await ask(desk, "/api/package/export", tokens)).status).toBe(404);
      expect((await ask(desk, "/admin/init")).status).toBe(200);
    },
    60_000,
  );

  it("go on serving pages when the CMS is killed, and take up its changes when it is back", async () => {
    const [, cms] = running;
    await cms?.kill("SIGKILL");
    expect((await at("web", "/fr/solutions/centres-sociaux-connectes/")).status).toBe(200);
    expect((await at("web", "/api/search?q=hackathon&locale=fr")).status).toBe(200);
    const again = await start("cms");
    await until("the CMS, again", async () => (await at("cms", "/_health")).ok, again);
    await until("a page that nobody had asked for", async () => (await at("web", "/nl/kits/")).ok, again);
  }, 150_000);
});
