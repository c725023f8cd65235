import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { extname } from "node:path";
import {
  checkPackage,
  contentType,
  fromPackaged,
  type Key,
  keyOf,
  type Locale,
  type Media,
  mergeFacts,
  type PackageLine,
  referencesOf,
  resolveReferences,
  type Stored,
} from "@essaim/content";
import { type DocumentRef, indexLocalesOf, project, searchableRef } from "../document/project.ts";
import type { SearchDocument } from "../document/search-document.ts";

const contentFile = new URL("../../../seed/package/content.jsonl", import.meta.url);
const today = new Date(Date.UTC(2026, 0, 1)).toISOString();

/** The CMS's id of a document of the seed: here one that can be told from its key. */
export const seedDocumentId = (key: Key): string => key.replaceAll("/", "_");

/** What each language's index holds when the seed is published. */
export function readSeedDocuments(): ReadonlyMap<Locale, readonly SearchDocument[]> {
  const shelf = new SeedShelf(readFileSync(contentFile, "utf8").trimEnd().split("\n"));
  const byLocale = new Map<Locale, SearchDocument[]>();
  for (const line of shelf.lines) {
    const documentId = seedDocumentId(keyOf(line.type, line.uid));
    const locale = contentType(line.type).localized ? line.locale : null;
    const ref = searchableRef({ type: line.type, documentId, locale });
    if (ref === undefined || line.status === "draft") continue;
    for (const [place, document] of shelf.project(ref, line).entries()) {
      const index = indexLocalesOf(ref)[place] ?? document.locale;
      byLocale.set(index, [...(byLocale.get(index) ?? []), document]);
    }
  }
  return byLocale;
}

/** The seed as the CMS would publish it. */
class SeedShelf {
  readonly lines: readonly PackageLine[];
  readonly #sources: ReadonlyMap<Key, Locale>;
  readonly #byName: ReadonlyMap<string, PackageLine>;

  constructor(text: readonly string[]) {
    const checked = checkPackage(text, everyFile, new Map());
    if (!checked.ok) throw new Error(`The seed is not in order: ${JSON.stringify(checked.problems[0])}`);
    this.lines = checked.lines.map(({ line }) => line);
    this.#sources = checked.sourceLocales;
    this.#byName = new Map(this.lines.map((line) => [`${keyOf(line.type, line.uid)} ${line.locale}`, line]));
  }

  project(ref: DocumentRef, line: PackageLine): readonly SearchDocument[] {
    const { fields } = contentType(line.type);
    const key = keyOf(line.type, line.uid);
    const stored = this.#stored(line);
    const references = referencesOf(fields, stored).filter((other) => other !== key);
    const document = {
      ...this.#envelope(line, ref.locale),
      mentions: [key, ...references],
      locales: [],
      data: resolveReferences(fields, stored, (other) => this.#card(other, line.locale)),
    };
    const projection = project(ref, document);
    if (!projection.ok) throw new Error(`${key}: ${projection.refusal.field} ${projection.refusal.message}`);
    return projection.documents;
  }

  #stored(line: PackageLine): Stored {
    const { fields } = contentType(line.type);
    const own = fromPackaged(fields, line.data, fileAt);
    const source = this.#lineIn(keyOf(line.type, line.uid), this.#sources.get(keyOf(line.type, line.uid)));
    const merged =
      source === undefined || source === line
        ? own
        : mergeFacts(fields, own, fromPackaged(fields, source.data, fileAt));
    return "slug" in fields ? { slug: line.uid, ...merged } : merged;
  }

  #envelope({ type, uid, locale, data }: PackageLine, documentLocale: Locale | null) {
    const slug = typeof data["slug"] === "string" ? data["slug"] : uid;
    const identity = { type, documentId: seedDocumentId(keyOf(type, uid)), uid, slug };
    return {
      ...identity,
      ...{ locale: documentLocale, sourceLocale: this.#sources.get(keyOf(type, uid)) ?? locale },
      ...{ version: 1, publishedAt: today, updatedAt: today, etag: uid },
    };
  }

  #card(key: Key, locale: Locale): unknown {
    const line = this.#lineIn(key, locale) ?? this.#lineIn(key, this.#sources.get(key));
    if (line === undefined || line.status === "draft") return undefined;
    return { ...this.#stored(line), ...this.#envelope(line, contentType(line.type).localized ? line.locale : null) };
  }

  readonly #lineIn = (key: Key, locale: Locale | undefined): PackageLine | undefined =>
    this.#byName.get(`${key} ${locale}`);
}

/** Files aren't read here: any that a line names counts as being there. */
const everyFile: ReadonlySet<string> = new (class extends Set<string> {
  override has = () => true;
})();

const fileAt = (path: string): Media => ({
  hash: createHash("sha256").update(path).digest("hex"),
  ext: extname(path).slice(1).toLowerCase(),
  mime: "application/octet-stream",
  name: path,
  size: 0,
});
