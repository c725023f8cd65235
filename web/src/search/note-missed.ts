import type { SearchAnswer, SearchRequest } from "@essaim/search";
import { parseEnvironment } from "../server/environment.ts";
import { MissedSearches, tellCms } from "./missed-searches.ts";

// The environment is read when the CMS is first told, not while building.
const missed = new MissedSearches((searches) => tellCms(parseEnvironment(process.env))(searches));

/** Takes note, for the network’s editors, of a search that found nothing. */
export const noteMissed = (request: SearchRequest, answer: SearchAnswer): void => missed.note(request, answer);
