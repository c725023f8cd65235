import { expect, inject, test } from "vitest";
import { mappedPaths } from "./addresses.ts";
import { together } from "./together.ts";

const { site } = inject("portal");

interface Link {
  readonly from: string;
  readonly address: string;
}

interface Visited {
  readonly status: number;
  /** What the page links to, loads or sends forms to, as it is written. */
  readonly links: readonly string[];
  readonly ids: ReadonlySet<string>;
}

const attribute = /\s(?:href|src|action)="([^"]*)"/g;
const entities: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&#38;": "&",
  "&quot;": '"',
  "&#34;": '"',
  "&#39;": "'",
};
const decode = (value: string): string =>
  value.replaceAll(/&(?:amp|quot|#3[489]);/g, (entity) => entities[entity] ?? entity);

async function visit(address: string): Promise<Visited> {
  const response = await fetch(address);
  const isPage = response.headers.get("content-type")?.startsWith("text/html");
  if (!isPage) {
    await response.body?.cancel();
    return { status: response.status, links: [], ids: new Set() };
  }
  const html = await response.text();
  return {
    status: response.status,
    links: [...html.matchAll(attribute)].map(([, value = ""]) => decode(value)),
    ids: new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id = ""]) => decode(id))),
  };
}

/** Follows every link from the home pages and the maps; filtered lists are visited, and what they link to only where a page without a filter does too. */
async function crawl(): Promise<string[]> {
  const visited = new Map<string, Visited>();
  const anchors: { from: string; address: string; id: string }[] = [];
  const broken: string[] = [];
  const start: Link[] = [...["/", "/fr/", "/en/", "/nl/"], ...(await mappedPaths(site))].map((path) => ({
    from: "the maps",
    address: site + path,
  }));
  // Round by round: what a round finds is visited in the next.
  for (let round = start; round.length > 0; ) {
    const found: Link[] = [];
    const fresh = [...new Map(round.toReversed().map((link) => [link.address, link])).values()].filter(
      ({ address }) => !visited.has(address),
    );
    await together(fresh, async (next) => {
      const page = await visit(next.address);
      visited.set(next.address, page);
      if (page.status !== 200) broken.push(`${next.from} → ${next.address}: ${page.status}`);
      const filtered = next.address.includes("?");
      for (const link of page.links) {
        const url = new URL(link, next.address);
        if (url.origin !== site) continue;
        const id = decodeURIComponent(url.hash.slice(1));
        url.hash = "";
        if (id !== "") anchors.push({ from: next.address, address: url.href, id });
        if (!filtered || !url.search) found.push({ from: next.address, address: url.href });
      }
    });
    round = found;
  }
  expect(visited.size).toBeGreaterThan(200);
  for (const { from, address, id } of anchors) {
    const page = visited.get(address);
    if (page && !page.ids.has(id)) broken.push(`${from} → ${address}#${id}: no such place`);
  }
  return [...new Set(broken)];
}

test("no link, picture, script, form or anchor of any page leads nowhere", { timeout: 300_000 }, async () => {
  expect(await crawl()).toEqual([]);
});
