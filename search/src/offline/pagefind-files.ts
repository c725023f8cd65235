import { gunzipSync, gzipSync } from "node:zlib";
import { createIndex, type PagefindIndex } from "pagefind";
import { z } from "zod";

/** What Pagefind indexes of a document, and what it hands back when the document is found. */
export interface PagefindRecord {
  /** Another one for another state: Pagefind names the fragment by it and by the words. */
  readonly id: string;
  /** Stems of the title: they weigh most. */
  readonly title: string;
  /** All stems. */
  readonly content: string;
  readonly shown: object;
}

/** The files of an index by their paths, and Pagefind’s name of each document. */
export interface PagefindFiles {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly pageOf: ReadonlyMap<string, string>;
}

/** A language that Pagefind has no stemmer for: it is given stems. */
const language = "unknown";
/** Each document is a fragment of its own, so that a hit costs no more than itself. */
const maxFragments = 1_000_000;
const needed =
  /^(?:pagefind\.js|pagefind-worker\.js|pagefind-entry\.json|wasm\.unknown\.pagefind|.*\.pf_meta|index\/.*|fragment\/.*)$/;
const fragmentPath = /^fragment\/(.*)\.pf_fragment$/;
/** Begins each of Pagefind’s files once unpacked; its browser code looks for it. */
const signature = "pagefind_dcd";
const fragmentSchema = z.object({ url: z.string(), word_count: z.number() });

/** Lets Pagefind index documents, and puts what is shown of them in place of the stems that it would hand back. */
export async function pagefindFiles(records: readonly PagefindRecord[]): Promise<PagefindFiles> {
  const { index, errors } = await createIndex({ forceLanguage: language, maxFragments });
  if (index === undefined) throw new Error(`Pagefind made no index: ${errors.join("; ")}`);
  try {
    await add(index, records);
    const { files, errors: failures } = await index.getFiles();
    if (failures.length > 0) throw new Error(`Pagefind wrote no files: ${failures.join("; ")}`);
    return withShown(
      files.filter(({ path }) => needed.test(path)),
      records,
    );
  } finally {
    await index.deleteIndex();
  }
}

async function add(index: PagefindIndex, records: readonly PagefindRecord[]): Promise<void> {
  for (const { id, title, content } of records) {
    const { errors } = await index.addCustomRecord({ url: id, content, language, meta: { title } });
    if (errors.length > 0) throw new Error(`Pagefind refused ${id}: ${errors.join("; ")}`);
  }
}

function withShown(
  written: readonly { readonly path: string; readonly content: Uint8Array }[],
  records: readonly PagefindRecord[],
): PagefindFiles {
  const shown = new Map(records.map((record) => [record.id, record.shown]));
  const files = new Map<string, Uint8Array>();
  const pageOf = new Map<string, string>();
  for (const { path, content } of written) {
    const page = fragmentPath.exec(path)?.[1];
    if (page === undefined) {
      files.set(path, content);
      continue;
    }
    const { url, word_count } = readFragment(path, content);
    pageOf.set(url, page);
    const fragment = { url, content: "", word_count, filters: {}, meta: shown.get(url), anchors: [] };
    files.set(path, gzipSync(signature + JSON.stringify(fragment), { level: 9 }));
  }
  if (pageOf.size !== records.length) throw new Error(`Pagefind wrote ${pageOf.size} of ${records.length} documents`);
  return { files, pageOf };
}

function readFragment(path: string, packed: Uint8Array) {
  const text = gunzipSync(packed).toString("utf8");
  if (!text.startsWith(signature)) throw new Error(`${path} is not one of Pagefind’s fragments`);
  return fragmentSchema.parse(JSON.parse(text.slice(signature.length)));
}
