import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { root } from "../launch/launch.mjs";
import { PlainError } from "../launch/plain-error.mjs";
import { complain, say, withProgress } from "../launch/progress.mjs";
import { announce, deskIsReady } from "./announce.ts";
import { cmsDesk, cmsServer, ensureAllBuilt, isBuilt, site } from "./builds.ts";
import { checkDataFolder, openDataFolder, secretsFile } from "./data-folder.ts";
import { settleDemonstration } from "./demonstration.ts";
import { hasFirstContent, loadFirstContent } from "./first-content.ts";
import { cms, type PortalPlan, searchEngine, searchFollower, searchProgram, siteUrl, web } from "./parts.ts";
import { checkPorts } from "./ports.ts";
import { prepareSecrets, readSecrets, writeSecrets } from "./secrets.ts";
import { readSettings, type Settings } from "./settings.ts";
import { type Part, type SupervisedPart, supervise } from "./supervise.ts";

/**
 * Checks everything, starts every part, and keeps them running until `stopping` is aborted.
 * @throws PlainError when the portal can’t be started; nothing runs any more then
 */
export async function startPortal(variables: NodeJS.ProcessEnv, stopping: AbortSignal): Promise<void> {
  const settings = readSettings(variables, root);
  // All that can be wrong is looked at before anything is made.
  checkDataFolder(settings.DATA_DIR);
  readSecrets(secretsFile(settings.DATA_DIR));
  await checkPorts(wantedPorts(settings));
  const data = openDataFolder(settings.DATA_DIR);
  const running: SupervisedPart[] = [];
  // What is under way beside the step that failed ends with it.
  const failed = new AbortController();
  const signal = AbortSignal.any([stopping, failed.signal]);
  try {
    const plan = { root, settings, data, secrets: prepareSecrets(data.secrets) };
    signal.throwIfAborted();
    const keep = (part: Part): SupervisedPart => {
      const kept = supervise(part, { logFolder: data.logs, say });
      running.push(kept);
      return kept;
    };
    await bringUp(plan, keep, signal);
    if (!signal.aborted) await once(signal, "abort");
  } finally {
    failed.abort();
    if (running.length > 0) say("Arrêt du portail…");
    await Promise.all(running.map((part) => part.stop()));
    data.release();
  }
}

function wantedPorts(settings: Settings) {
  const { HOST: host, PORT, CMS_PORT, MEILI_PORT } = settings;
  return [
    { variable: "PORT", host, port: PORT },
    { variable: "CMS_PORT", host, port: CMS_PORT },
    ...(searchProgram(settings) ? [{ variable: "MEILI_PORT", host: "127.0.0.1", port: MEILI_PORT }] : []),
  ];
}

type Keep = (part: Part) => SupervisedPart;

/** Starts the parts in the order that shows a first page soonest. */
async function bringUp(plan: PortalPlan, keep: Keep, signal: AbortSignal): Promise<void> {
  const began = Date.now();
  const hasSearch = startSearchEngine(plan, keep);
  const built = hasFirstContent(plan) && isBuilt(plan.root, site);
  // With content and pages at hand, the site needn’t wait for the CMS: it serves what it keeps and catches up.
  if (built) await Promise.all([startCms(plan, keep, signal), startSite(plan, keep, hasSearch, signal)]);
  else await startForTheFirstTime(plan, keep, hasSearch, signal);
  signal.throwIfAborted();
  if (hasSearch)
    await keep(searchFollower(plan))
      .ready()
      .then(() => firstSearch(plan, signal))
      .catch(warn);
  const demonstration = await settleDemonstration(plan).catch(warn);
  announce(plan, {
    seconds: Math.round((Date.now() - began) / 1000),
    hasSearch,
    demonstration,
  });
  writeSecrets(plan.data.secrets, { ...plan.secrets, adminAnnounced: true });
  if (!isBuilt(plan.root, cmsDesk)) {
    await ensureAllBuilt(plan.root, [cmsDesk], signal);
    deskIsReady(plan);
  }
}

/** The site tries an engine that it found down again after a moment only: nobody is told that all is ready before it has. */
async function firstSearch({ settings }: PortalPlan, signal: AbortSignal): Promise<void> {
  const address = `${siteUrl(settings)}/api/search?locale=fr&limit=1`;
  for (const end = Date.now() + 10_000; Date.now() < end && !signal.aborted; await delay(200)) {
    const answer = await fetch(address, { signal }).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer?.ok) return;
  }
}

function warn(error: unknown): undefined {
  complain(`⚠ ${error instanceof PlainError ? error.message : String(error)}`);
}

/** Starts the search server in the background; whether the portal has one. */
function startSearchEngine(plan: PortalPlan, keep: Keep): boolean {
  if (plan.settings.MEILI_URL) return true;
  const program = searchProgram(plan.settings);
  if (!program) {
    say(
      "⚠ Aucun moteur de recherche ne peut tourner ici : listes et pages marchent, la recherche attend MEILI_BIN ou MEILI_URL.",
    );
    return false;
  }
  keep(searchEngine(plan, program)).ready().catch(warn);
  return true;
}

async function startCms(plan: PortalPlan, keep: Keep, signal: AbortSignal): Promise<void> {
  await ensureAllBuilt(plan.root, [cmsServer], signal);
  signal.throwIfAborted();
  await withProgress("Démarrage du serveur de contenus", () => keep(cms(plan)).ready());
}

async function startSite(plan: PortalPlan, keep: Keep, hasSearch: boolean, signal: AbortSignal): Promise<void> {
  await ensureAllBuilt(plan.root, [site], signal);
  signal.throwIfAborted();
  await withProgress("Démarrage du site", () => keep(web(plan, hasSearch)).ready());
}

async function startForTheFirstTime(
  plan: PortalPlan,
  keep: Keep,
  hasSearch: boolean,
  signal: AbortSignal,
): Promise<void> {
  const building = ensureAllBuilt(plan.root, [cmsServer, site], signal);
  await building;
  await startCms(plan, keep, signal);
  await loadFirstContent(plan, signal).catch((error) => {
    if (signal.aborted) throw error;
    warn(error);
  });
  await startSite(plan, keep, hasSearch, signal);
}
