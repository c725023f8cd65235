import { openLoopbackIndex } from "../offline/loopback-index.ts";
import { searchRequestSchema } from "../query/search-request.ts";
import { inventedSheets } from "../testing/invented-sheets.ts";

/** Most bytes that a first search may take over the network, by how many sheets there are. */
const goals = [
  { sheets: 1_000, bytes: 300_000 },
  { sheets: 10_000, bytes: 700_000 },
] as const;
/** What a static host sends beside the index: the page's own code, packed. */
const ownCode = 20_000;
const searches = [
  "Comment faire venir les jeunes du quartier ?",
  "jardin partagé",
  "reduire le chauffage l’hiver",
  "café des parents",
  "fle",
];

const print = (name: string, ...cells: readonly (string | number)[]) =>
  process.stdout.write(`${[name.padEnd(76), ...cells].join(" ").trimEnd()}\n`);

print("Bytes of a reader's first offline search, packed, with the page's code", "kB");
for (const { sheets, bytes } of goals) {
  const index = await openLoopbackIndex(inventedSheets(sheets), "fr");
  print(`${sheets} sheets, at most ${bytes / 1000} kB`);
  for (const q of searches) {
    const before = index.sent();
    const { hits } = await index.open().search(searchRequestSchema.parse({ q, locale: "fr" }));
    const weight = index.sent() - before + ownCode;
    print(`· ${q} (${hits.length} shown)`, Math.round(weight / 1000), weight > bytes ? "too heavy" : "");
  }
  await index.close();
}
