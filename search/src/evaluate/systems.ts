import { liveSystem, plainMeilisearch } from "./meilisearch-systems.ts";
import { offlineSystem } from "./offline-system.ts";
import { plainPagefind } from "./plain-pagefind.ts";
import { rankingAlone } from "./ranking-alone.ts";
import type { System } from "./searcher.ts";

/** What can be compared, in the order of the table. */
export const systems: readonly System[] = [liveSystem, offlineSystem, plainMeilisearch, plainPagefind];

/** What is only run when it is asked for by name. */
export const furtherSystems: readonly System[] = [rankingAlone];
