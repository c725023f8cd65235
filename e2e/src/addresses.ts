/** Pages that the portal's maps leave out: search, a simplified sheet, histories, pages for members, and what is not there. */
const unlisted = [
  "/fr/recherche/?q=atelier",
  "/en/search/?q=workshop",
  "/nl/zoeken/?q=zzzzqqq",
  "/fr/solutions/centres-sociaux-connectes/?lecture=simplifiee",
  "/fr/solutions/centres-sociaux-connectes/historique/",
  "/en/solutions/centres-sociaux-connectes/history/1-1/",
  "/nl/kits/hackathon/geschiedenis/",
  "/fr/solutions/cette-fiche-n-existe-pas/",
  "/fr/connexion/",
  "/en/password/",
  "/nl/aansluiten/",
];

const locations = (xml: string): string[] =>
  [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = ""]) => address);

/** Every page that the portal's maps list, by path. */
export async function mappedPaths(site: string): Promise<string[]> {
  const read = async (address: string) => locations(await (await fetch(address)).text());
  const maps = await read(`${site}/sitemap-index.xml`);
  const pages = await Promise.all(maps.map(read));
  return pages.flat().map((address) => new URL(address).pathname);
}

/** One path of every kind of page in every language: a page added to the portal's routes is among them by itself. */
export async function pathsOfKinds(site: string): Promise<string[]> {
  const byKind = new Map<string, string>();
  for (const path of await mappedPaths(site)) {
    const [, locale, section = "", slug] = path.split("/");
    const kind = [locale, section, slug ? "document" : "list"].join(" ");
    if (!byKind.has(kind)) byKind.set(kind, path);
  }
  return [...byKind.values(), ...unlisted];
}
