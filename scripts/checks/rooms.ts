/** The rooms, and what each may import (docs/decisions/0042-import-directions.md). */
export const directions = {
  content: [],
  cms: ["@essaim/content"],
  search: ["@essaim/content"],
  seed: ["@essaim/content"],
  // Browsers and the site search the offline indexes by the same client.
  web: ["@essaim/content", "@essaim/search", "@essaim/search/browser", "@essaim/search/offline"],
  e2e: [],
  // It starts the search server by itself, before as many sheets as no import makes in a minute.
  bench: ["@essaim/content", "@essaim/search/engine"],
  // It starts the search server, and nothing else of the rooms runs inside it.
  scripts: ["@essaim/search/engine"],
} as const satisfies Record<string, readonly string[]>;

/** A room’s name. */
export type Room = keyof typeof directions;

export const rooms = [
  "content",
  "cms",
  "search",
  "seed",
  "web",
  "e2e",
  "bench",
  "scripts",
] as const satisfies readonly Room[];
