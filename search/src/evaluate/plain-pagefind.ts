import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createIndex, type IndexFile } from "pagefind";
import { z } from "zod";
import type { SearchDocument } from "../document/search-document.ts";
import { freePort } from "../engine/free-port.ts";
import { depth, type System } from "./searcher.ts";

/** Pagefind as it is out of the box: one page a document, its own client. */
export const plainPagefind: System = {
  name: "pagefind",
  label: "Pagefind, tel quel",
  missing: undefined,
  load: async ({ documents, locale }) => {
    const files = await indexFiles(documents, locale);
    const { url, close: closeServer } = await serve(files);
    const folder = await mkdtemp(join(tmpdir(), "essaim-pagefind-"));
    const close = async () => {
      await closeServer();
      await rm(folder, { recursive: true, force: true });
    };
    const client = await openClient(files, folder, url, locale);
    return { search: (query) => searchWith(client, query), close };
  },
};

interface Client {
  readonly options: (options: { basePath: string }) => Promise<void>;
  readonly init: (language: string) => Promise<void>;
  readonly search: (query: string) => Promise<unknown>;
}

const clientSchema = z.custom<Client>(
  (module) => typeof module === "object" && module !== null && "search" in module && "options" in module,
);
const resultsSchema = z.object({ results: z.array(z.object({ data: z.custom<() => Promise<unknown>>() })) });
const dataSchema = z.object({ raw_url: z.string() });

async function searchWith(client: Client, query: string): Promise<string[]> {
  const { results } = resultsSchema.parse(await client.search(query));
  const shown = await Promise.all(results.slice(0, depth).map(async ({ data }) => dataSchema.parse(await data())));
  return shown.map(({ raw_url }) => raw_url.replaceAll("/", ""));
}

/** Its client is written for browsers, but needs nothing of them. */
async function openClient(files: readonly IndexFile[], folder: string, url: string, locale: string): Promise<Client> {
  const file = join(folder, "pagefind.mjs");
  await writeFile(file, files.find(({ path }) => path === "pagefind.js")?.content ?? "");
  const client = clientSchema.parse(await import(pathToFileURL(file).href));
  await client.options({ basePath: `${url}/pagefind/` });
  await client.init(locale);
  return client;
}

async function indexFiles(documents: readonly SearchDocument[], locale: string): Promise<IndexFile[]> {
  const { index, errors } = await createIndex({ forceLanguage: locale });
  if (index === undefined) throw new Error(errors.join("; "));
  for (const document of documents)
    await index.addHTMLFile({ sourcePath: `${document.id}/index.html`, content: pageOf(document, locale) });
  const { files } = await index.getFiles();
  await index.deleteIndex();
  return files;
}

function pageOf({ title, summary, headings, names, text }: SearchDocument, locale: string): string {
  const paragraphs = [summary, headings, names, ...text.split("\n")].map((each) => `<p>${escaped(each)}</p>`);
  return `<html lang="${locale}"><body><h1>${escaped(title)}</h1>${paragraphs.join("")}</body></html>`;
}

const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

async function serve(files: readonly IndexFile[]) {
  const byPath = new Map(files.map(({ path, content }) => [`/pagefind/${path}`, content]));
  const server = createServer((request, response) => {
    const content = byPath.get(new URL(request.url ?? "/", "http://index").pathname);
    response.writeHead(content ? 200 : 404).end(content);
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { url: `http://127.0.0.1:${port}`, close };
}
