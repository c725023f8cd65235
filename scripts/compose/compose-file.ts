import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { root } from "../launch/launch.mjs";

const healthcheck = z.union([
  z.strictObject({ disable: z.literal(true) }),
  z.object({ test: z.tuple([z.literal("CMD")], z.string()), interval: z.string(), start_period: z.string() }),
]);

const serviceSchema = z.object({
  image: z.string(),
  build: z.strictObject({ context: z.literal("."), target: z.string() }).optional(),
  command: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.string()).default({}),
  ports: z.array(z.string()).default([]),
  networks: z.array(z.string()),
  volumes: z.array(z.string()).default([]),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
  restart: z.string(),
  read_only: z.boolean().default(false),
  mem_limit: z.string(),
  healthcheck,
});

const composeSchema = z.object({
  services: z.record(z.string(), serviceSchema),
  networks: z.record(z.string(), z.object({ internal: z.boolean().optional() })),
  volumes: z.record(z.string(), z.object({})),
});

/** What `docker-compose.yml` says of one service, as far as the portal relies on it. */
export type Service = z.infer<typeof serviceSchema>;

/** The text of a file at the top of the checkout. */
export const topFile = (name: string): string => readFileSync(join(root, name), "utf8");

/** `docker-compose.yml` as YAML reads it, aliases and merges resolved. */
export const readCompose = (): unknown => parse(topFile("docker-compose.yml"), { merge: true });

/** The services, networks and volumes of `docker-compose.yml`. */
export const composeFile = () => composeSchema.parse(readCompose());

/** A value in which `${NAME}` and `${NAME:?why}` are replaced; throws for a variable that is not given. */
export function interpolate(value: string, variables: Readonly<Record<string, string>>): string {
  return value.replaceAll(/\$\{([A-Z_]+)(?::\?[^}]*)?\}/g, (_, name: string) => {
    const given = variables[name];
    if (given === undefined) throw new Error(`${name} is not given`);
    return given;
  });
}
