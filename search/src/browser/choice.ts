import type { Facet } from "../query/facet-names.ts";
import type { SearchRequest } from "../query/search-request.ts";

/** The values chosen of each facet. */
export type Choice = Pick<SearchRequest, Facet>;

/** The values chosen of one facet. */
export const chosenOf = (choice: Choice, facet: Facet): readonly string[] => choice[facet];
