import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { findMeilisearch, makeRunnable, serverArguments } from "@essaim/search/engine";
import type { DataFolder } from "./data-folder.ts";
import type { Secrets } from "./secrets.ts";
import { callableHost, type Settings } from "./settings.ts";
import type { Part } from "./supervise.ts";

/** What the parts are started with. */
export interface PortalPlan {
  readonly root: string;
  readonly settings: Settings;
  readonly data: DataFolder;
  readonly secrets: Secrets;
}

const foreignProgram = fileURLToPath(new URL("foreign-program.mjs", import.meta.url));
const secretNames =
  /^(CMS_SECRET|DATABASE_URL|ESSAIM_(READ_TOKEN|IMPORT_TOKEN|ADMIN_\w+)|PREVIEW_SECRET|MEILI_MASTER_KEY|SMTP_URL)$/;

/** The process’s environment without keys: each part is handed those that it needs, and no others. */
function commonEnvironment({ settings }: PortalPlan): Record<string, string> {
  const kept = Object.entries(process.env).filter(([name]) => !secretNames.test(name) && !name.startsWith("npm_"));
  return {
    ...Object.fromEntries(kept.map(([name, value]) => [name, value ?? ""])),
    NODE_ENV: "production",
    HOST: settings.HOST,
    PORT: String(settings.PORT),
    CMS_PORT: String(settings.CMS_PORT),
    DATA_DIR: settings.DATA_DIR,
    CMS_URL: cmsUrl(settings),
    PUBLIC_URL: publicUrl(settings),
  };
}

/** Where the other parts call the CMS. */
export const cmsUrl = ({ HOST, CMS_PORT }: Settings): string => `http://${callableHost(HOST)}:${CMS_PORT}`;

/** Where this machine reaches the site, whatever its public address. */
export const siteUrl = ({ HOST, PORT }: Settings): string => `http://${callableHost(HOST)}:${PORT}`;

/** The site’s address for readers. */
export const publicUrl = (settings: Settings): string => settings.PUBLIC_URL ?? siteUrl(settings);

/** Address and key of the search server, wherever it runs. */
export function searchServer({ settings, secrets }: PortalPlan): Record<"MEILI_URL" | "MEILI_MASTER_KEY", string> {
  return {
    MEILI_URL: settings.MEILI_URL ?? `http://127.0.0.1:${settings.MEILI_PORT}`,
    MEILI_MASTER_KEY: settings.MEILI_MASTER_KEY ?? (settings.MEILI_URL ? "" : secrets.MEILI_MASTER_KEY),
  };
}

/** Whether an address answers well within two seconds. */
export async function answers(url: string, headers: Record<string, string> = {}): Promise<boolean> {
  const response = await fetch(url, { headers, redirect: "manual", signal: AbortSignal.timeout(2_000) });
  await response.body?.cancel();
  return response.ok;
}

/** Where a search server’s program is, if one can run here. */
export function searchProgram(settings: Settings): string | undefined {
  return settings.MEILI_BIN ?? (settings.MEILI_URL ? undefined : findMeilisearch({}));
}

/** The search server; asked with the key, since a stranger on the same port doesn’t know it. */
export function searchEngine(plan: PortalPlan, program: string): Part {
  const { data } = plan;
  const { MEILI_URL, MEILI_MASTER_KEY } = searchServer(plan);
  const options = serverArguments(new URL(MEILI_URL).host, data.meili);
  return {
    name: "meilisearch",
    label: "Le moteur de recherche",
    args: [foreignProgram, makeRunnable(program, join(data.meili, "bin")), ...options],
    cwd: data.meili,
    env: { ...commonEnvironment(plan), MEILI_MASTER_KEY, MEILI_NO_ANALYTICS: "true" },
    probe: () => answers(`${MEILI_URL}/version`, { authorization: `Bearer ${MEILI_MASTER_KEY}` }),
    patienceMs: 30_000,
  };
}

/** The CMS. */
export function cms(plan: PortalPlan): Part {
  const { root, settings, secrets } = plan;
  return {
    name: "cms",
    label: "Le serveur de contenus",
    args: [join(root, "cms/dist/src/main.js")],
    cwd: join(root, "cms"),
    env: {
      ...commonEnvironment(plan),
      ...(settings.DATABASE_URL && { DATABASE_URL: settings.DATABASE_URL }),
      ...(settings.SMTP_URL && { SMTP_URL: settings.SMTP_URL }),
      ...(settings.MAIL_FROM && { MAIL_FROM: settings.MAIL_FROM }),
      CMS_SECRET: secrets.CMS_SECRET,
      ESSAIM_READ_TOKEN: secrets.ESSAIM_READ_TOKEN,
      ESSAIM_IMPORT_TOKEN: secrets.ESSAIM_IMPORT_TOKEN,
      PREVIEW_SECRET: secrets.PREVIEW_SECRET,
      ESSAIM_ADMIN_EMAIL: settings.ESSAIM_ADMIN_EMAIL,
      ESSAIM_ADMIN_PASSWORD: settings.ESSAIM_ADMIN_PASSWORD ?? secrets.ESSAIM_ADMIN_PASSWORD,
    },
    probe: () => answers(`${cmsUrl(settings)}/_health`),
    patienceMs: 180_000,
  };
}

/** The follower that keeps the search server exact. */
export function searchFollower(plan: PortalPlan): Part {
  return {
    name: "search",
    label: "Le suivi de la recherche",
    args: [join(plan.root, "search/src/main.ts")],
    cwd: plan.root,
    env: { ...commonEnvironment(plan), ...searchServer(plan), ESSAIM_READ_TOKEN: plan.secrets.ESSAIM_READ_TOKEN },
    // It serves nobody: one that lives through its first moments has read its settings.
    probe: () => delay(500, true),
    patienceMs: 10_000,
  };
}

/** The site. */
export function web(plan: PortalPlan, withSearch: boolean): Part {
  const { root, settings, secrets } = plan;
  return {
    name: "web",
    label: "Le site",
    args: [join(root, "web/dist/server/entry.mjs")],
    cwd: join(root, "web"),
    env: {
      ...commonEnvironment(plan),
      ...(withSearch && searchServer(plan)),
      ESSAIM_READ_TOKEN: secrets.ESSAIM_READ_TOKEN,
      PREVIEW_SECRET: secrets.PREVIEW_SECRET,
    },
    probe: () => answers(`http://${callableHost(settings.HOST)}:${settings.PORT}/healthz`),
    patienceMs: 60_000,
  };
}
