import { type Locale, locales } from "@essaim/content";
import { type DocumentRef, project, searchableRef } from "../document/project.ts";
import type { SearchDocument } from "../document/search-document.ts";
import { distinct } from "../follow/apply-changes.ts";
import type { CmsReader } from "../follow/cms-reader.ts";
import { keysOf } from "../follow/write-documents.ts";

/** All that is published for searches at a position of the feed. */
export interface PublishedDocuments {
  readonly feed: string;
  readonly seq: number;
  readonly byLocale: ReadonlyMap<Locale, readonly SearchDocument[]>;
}

const documentsPerCall = 200;

/** Reads everything that is published, from the CMS alone: the search server may be down. Documents that break the contract are left out. */
export async function readPublishedDocuments(cms: CmsReader): Promise<PublishedDocuments> {
  const { feed, seq, refs } = await readRefs(cms);
  const byLocale = new Map<Locale, SearchDocument[]>(locales.map((locale) => [locale, []]));
  for (let start = 0; start < refs.length; start += documentsPerCall) {
    const part = refs.slice(start, start + documentsPerCall);
    const items = await cms.batch(part);
    const adopters = await cms.adopters(keysOf(items));
    for (const [place, ref] of part.entries()) {
      const projection = items[place] ? project(ref, items[place], adopters) : undefined;
      if (projection?.ok) for (const document of projection.documents) byLocale.get(document.locale)?.push(document);
    }
  }
  return { feed, seq, byLocale };
}

async function readRefs(cms: CmsReader): Promise<{ feed: string; seq: number; refs: DocumentRef[] }> {
  const refs: DocumentRef[] = [];
  let seq = 0;
  for (;;) {
    const page = await cms.changes(seq, 0);
    refs.push(...page.changes.flatMap((change) => searchableRef(change) ?? []));
    if (page.reached >= page.last || page.reached === seq)
      return { feed: page.feed, seq: page.reached, refs: distinct(refs) };
    seq = page.reached;
  }
}
