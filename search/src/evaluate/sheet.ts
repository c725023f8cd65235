import type { Locale } from "@essaim/content";
import type { SearchDocument } from "../document/search-document.ts";
import { stemmed } from "../document/stemmed.ts";
import type { RankedTexts } from "../ranking/ranked-texts.ts";

/** A search document of texts that no portal published: as the projection would make it of a guide that says nothing else. */
export function sheetOf(documentId: string, texts: RankedTexts, locale: Locale): SearchDocument {
  const facts = {
    adoptions: 0,
    adoptedIn: [],
    version: 1,
    updatedAt: 0,
    publishedAt: 0,
    isExample: false,
    by: "",
    isAdaptation: false,
    mentions: [],
  };
  const facets = { theme: [], audience: [], centre: [], tool: [], territory: [], maturity: null, licence: null };
  return {
    ...{ id: `guide_${documentId}`, type: "guide", documentId, uid: documentId, slug: documentId, locale },
    ...texts,
    ...facets,
    ...{ preparation: [], cost: [], groupSize: [] },
    ...facts,
    ...stemmed(texts, locale),
    ...{ fingerprint: documentId, state: `guide_${documentId} ${documentId}` },
  };
}
