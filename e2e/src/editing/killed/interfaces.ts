import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { PortalAddress } from "../../../../scripts/portal.ts";

const secretsSchema = z.object({
  ESSAIM_READ_TOKEN: z.string(),
  ESSAIM_IMPORT_TOKEN: z.string(),
  MEILI_MASTER_KEY: z.string(),
});

/** Asks one part of the portal; anything but success throws. */
export type Ask = (path: string, body?: object) => Promise<unknown>;

/** The portal's inner interfaces, with the keys to them. */
export interface Interfaces {
  /** The CMS's read routes. */
  readonly read: Ask;
  /** The CMS's routes for packages. */
  readonly load: Ask;
  /** The search server. */
  readonly engine: Ask;
}

/** Opens the inner interfaces of a portal whose search server listens at `enginePort`. */
export async function openInterfaces({ cms, dataDir }: PortalAddress, enginePort: number): Promise<Interfaces> {
  const secrets = secretsSchema.parse(JSON.parse(await readFile(join(dataDir, "secrets.json"), "utf8")));
  return {
    read: asking(cms, secrets.ESSAIM_READ_TOKEN),
    load: asking(cms, secrets.ESSAIM_IMPORT_TOKEN),
    engine: asking(`http://127.0.0.1:${enginePort}`, secrets.MEILI_MASTER_KEY),
  };
}

const asking =
  (origin: string, token: string): Ask =>
  async (path, body) => {
    const response = await fetch(origin + path, {
      method: body ? "POST" : "GET",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return response.json();
  };
