import { openLoopbackIndex } from "../offline/loopback-index.ts";
import { searchRequestSchema } from "../query/search-request.ts";
import { depth, type System } from "./searcher.ts";

/** The offline engine as readers’ browsers run it: Pagefind’s files from a static host, ranked by the same ranking. */
export const offlineSystem: System = {
  name: "offline",
  label: "Essaim, hors ligne",
  missing: undefined,
  load: async ({ documents, locale }) => {
    const { client, close } = await openLoopbackIndex(documents, locale);
    return {
      search: async (q) => {
        const { hits } = await client.search(searchRequestSchema.parse({ q, locale, limit: depth }));
        return hits.map(({ type, documentId }) => `${type}_${documentId}`);
      },
      close,
    };
  },
};
