import type { Change } from "@essaim/content";
import { type DocumentRef, searchableRef } from "../document/project.ts";
import { dependentsOf } from "./dependents.ts";
import { takenUp } from "./taken-up.ts";
import { type Workshop, writeDocuments } from "./write-documents.ts";

/**
 * Brings the indexes up to date with rows of the feed; done when the search server has confirmed it. A row only says what to look
 * at: what is written is the present state, so rows may come late, twice or in any order. Returns the number of documents looked at.
 */
export async function applyChanges(workshop: Workshop, changes: readonly Change[]): Promise<number> {
  if (changes.length === 0) return 0;
  const taken = await takenUp(workshop, changes);
  const dependents = await dependentsOf(workshop.engine, changes, taken);
  // What changed itself comes first: its index is then written first, too.
  const changed = changes.flatMap((change) => searchableRef(change) ?? []);
  const refs = distinct([...changed, ...dependents.refs]);
  await writeDocuments(workshop, refs, { known: dependents.known });
  return refs.length;
}

/** Each reference once. */
export function distinct(refs: readonly DocumentRef[]): DocumentRef[] {
  const byName = new Map(refs.map((ref) => [`${ref.type}/${ref.documentId}/${ref.locale}`, ref]));
  return [...byName.values()];
}
