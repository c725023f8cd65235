import { thesaurus } from "../analysis/thesaurus/index.ts";
import { vectorOf } from "../ranking/document-vector.ts";
import { lexiconOf, rankedQuery } from "../ranking/lexicon.ts";
import { score } from "../ranking/score.ts";
import { statisticsOf } from "../ranking/statistics.ts";
import { depth, type System } from "./searcher.ts";

/** Ranking without an engine: every document is scored. What no engine chooses among can’t be left out: the ceiling of the method. */
export const rankingAlone: System = {
  name: "ranking",
  label: "classement seul",
  missing: undefined,
  load: async ({ documents, locale }) => {
    const statistics = statisticsOf(documents, locale);
    const lexicon = lexiconOf(statistics, thesaurus[locale]);
    const vectors = documents.map((document) => ({
      id: document.id,
      vector: vectorOf(document, document.locale, statistics.lengths),
    }));
    return {
      search: async (text) => {
        const query = rankedQuery(text, lexicon);
        return vectors
          .map(({ id, vector }) => ({ id, points: score(vector, query) }))
          .filter(({ points }) => points > 0)
          .sort((a, b) => b.points - a.points || (a.id < b.id ? -1 : 1))
          .slice(0, depth)
          .map(({ id }) => id);
      },
      close: async () => undefined,
    };
  },
};
