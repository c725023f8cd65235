import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import type { PortalAddress } from "../../scripts/portal.ts";
import { freePort } from "../../scripts/testing/free-port.ts";

const root = new URL("../../", import.meta.url).pathname;
const secretsSchema = z.looseObject({ ESSAIM_READ_TOKEN: z.string(), MEILI_MASTER_KEY: z.string() });

/** One more site beside a portal’s own. */
export interface SecondSite {
  readonly url: string;
  readonly dataDir: string;
  readonly stop: () => Promise<void>;
}

/** Starts a site on a portal’s content, with a search server of the caller’s choice and a data folder of its own. */
export async function startSecondSite({ cms, dataDir }: PortalAddress, engineUrl: string): Promise<SecondSite> {
  const secrets = secretsSchema.parse(JSON.parse(await readFile(join(dataDir, "secrets.json"), "utf8")));
  const own = await mkdtemp(join(tmpdir(), "essaim-second-site-"));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [join(root, "web/dist/server/entry.mjs")], {
    stdio: "ignore",
    env: {
      ...process.env,
      ...secrets,
      ...{ NODE_ENV: "production", HOST: "127.0.0.1", PORT: String(port), PUBLIC_URL: url, DATA_DIR: own },
      ...{ CMS_URL: cms, MEILI_URL: engineUrl },
    },
  });
  const ended = once(child, "exit");
  return {
    url,
    dataDir: own,
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
      await rm(own, { recursive: true, force: true });
    },
  };
}
