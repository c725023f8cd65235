import { mkdir, readdir, rm, rmdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { PlainError } from "../launch/plain-error.mjs";
import type { ExportOptions } from "./export-options.ts";
import { type ExportedFile, type Manifest, readManifest, writeManifest } from "./manifest.ts";
import { notFoundPage } from "./not-found.ts";
import { exportIndexes } from "./offline-indexes.ts";
import { fileOf, isSearchPage } from "./places.ts";
import { type Rewritten, rewritePage, rewriteStyle, scriptNeeds } from "./rewrite.ts";
import { isThere, writeChecked } from "./written-files.ts";

const locales = ["fr", "en", "nl"] as const;
const searchPages = ["/fr/recherche/", "/en/search/", "/nl/zoeken/"];
const atOnce = 4;
/** How often what was written is noted down, in addresses: an export that is cut off goes on from there. */
const savedEvery = 50;

/** Writes the offline edition: everything that the site’s maps lead to. What hasn’t changed since the last time isn’t written again. */
export async function exportSite(options: ExportOptions): Promise<void> {
  const { site, folder, count } = options;
  await mkdir(folder, { recursive: true });
  const before = await readManifest(folder, site);
  await writeManifest(folder, site, before);
  const now: Manifest = new Map();
  const visited = new Set<string>();
  let round = [...(await mappedAddresses(site)), ...searchPages, "/favicon.svg", "/robots.txt"];
  while (round.length > 0) {
    const fresh = [...new Set(round)].filter((address) => address !== "/" && !visited.has(address));
    for (const address of fresh) visited.add(address);
    count.known += fresh.length;
    const next: string[] = [];
    const waiting = fresh.values();
    const work = async () => {
      for (const address of waiting) {
        const exported = await exportAddress(options, address, before.get(address));
        count.done += 1;
        if (exported === undefined) continue;
        now.set(address, exported);
        next.push(...exported.needs);
        if (now.size % savedEvery === 0) await writeManifest(folder, site, new Map([...before, ...now]));
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    round = next;
  }
  await exportIndexes(options, locales);
  await writeChecked(folder, "index.html", Buffer.from(entrance), undefined, count);
  await writeChecked(folder, "404.html", Buffer.from(notFoundPage), undefined, count);
  count.removed = await removeOthers(folder, before, now);
  await writeManifest(folder, site, now);
}

async function mappedAddresses(site: string): Promise<string[]> {
  const addressesIn = async (path: string) => {
    const response = await get(site, path);
    const text = await response.text();
    return [...text.matchAll(/<loc>([^<]*)<\/loc>/g)].map(
      ([, address = ""]) => new URL(address.replaceAll("&amp;", "&")).pathname,
    );
  };
  const maps = await addressesIn("/sitemap-index.xml");
  return (await Promise.all(maps.map(addressesIn))).flat();
}

/** Asks the site; throws `PlainError` when it does not answer. */
async function get(site: string, path: string, headers: Record<string, string> = {}): Promise<Response> {
  try {
    return await fetch(site + path, { headers, redirect: "manual", signal: AbortSignal.timeout(60_000) });
  } catch (cause) {
    throw new PlainError(`Le portail ne répond pas à l'adresse ${site} : lancez-le d'abord par « npm start ».`, {
      cause,
    });
  }
}

async function exportAddress(
  { site, folder, count }: ExportOptions,
  address: string,
  before: ExportedFile | undefined,
): Promise<ExportedFile | undefined> {
  const file = fileOf(address);
  const known = before !== undefined && (await isThere(join(folder, before.file))) ? before : undefined;
  const asked = isSearchPage(address) ? `${address}?hors-ligne=1` : address;
  const response = await getTwice(site, asked, known?.etag === undefined ? {} : { "if-none-match": known.etag });
  if (response.status === 304 && known !== undefined) return known;
  if (response.status !== 200) {
    await response.body?.cancel();
    if (response.status === 404 || response.status === 410) return undefined;
    throw new PlainError(
      `Le portail a répondu ${response.status} pour ${address} : relancez l'export, il reprendra où il en est.`,
    );
  }
  const { body, needs } = rewritten(
    site + address,
    response.headers.get("content-type") ?? "",
    Buffer.from(await response.arrayBuffer()),
  );
  const hash = await writeChecked(folder, file, body, known?.hash, count);
  const etag = response.headers.get("etag");
  return { file, hash, needs: [...needs], ...(etag !== null && { etag }) };
}

/** A page that could not be made this once is asked for again. */
async function getTwice(site: string, path: string, headers: Record<string, string>): Promise<Response> {
  const response = await get(site, path, headers);
  if (response.status < 500) return response;
  await response.body?.cancel();
  await new Promise((resolve) => setTimeout(resolve, 3_500));
  return await get(site, path, headers);
}

function rewritten(address: string, type: string, body: Buffer): { body: Buffer; needs: readonly string[] } {
  const written = ({ text, needs }: Rewritten) => ({ body: Buffer.from(text), needs });
  if (type.startsWith("text/html")) return written(rewritePage(body.toString("utf8"), address));
  if (type.startsWith("text/css")) return written(rewriteStyle(body.toString("utf8"), address));
  if (/javascript/.test(type)) return { body, needs: scriptNeeds(body.toString("utf8"), address) };
  return { body, needs: [] };
}

/** Takes away what the last export wrote and this one did not, and folders that are empty then. */
async function removeOthers(folder: string, before: Manifest, now: Manifest): Promise<number> {
  const kept = new Set([...now.values()].map(({ file }) => file));
  const gone = [...before.values()].filter(({ file }) => !kept.has(file));
  for (const { file } of gone) {
    await rm(join(folder, file), { force: true });
    for (let parent = dirname(file); parent !== "."; parent = dirname(parent)) {
      if ((await readdir(join(folder, parent)).catch(() => ["?"])).length > 0) break;
      await rmdir(join(folder, parent));
    }
  }
  return gone.length;
}

/** The first page: no server chooses the reader’s language here. */
const entrance = `<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Essaim</title><meta http-equiv="refresh" content="0; url=fr/"></head>
<body><ul><li><a href="fr/" lang="fr" hreflang="fr">Français</a></li><li><a href="en/" lang="en" hreflang="en">English</a></li>
<li><a href="nl/" lang="nl" hreflang="nl">Nederlands</a></li></ul></body></html>
`;
