import { type Locale, locales } from "@essaim/content";
import { type Part, parts, type Section, sections } from "./sections.ts";

/** How one page file of `src/routes/` is reached and kept. */
export interface Route {
  /** Its file in `src/routes/`, where it isn’t named after the route. */
  readonly file?: string;
  /** Absent for the home page. */
  readonly section?: Section;
  /** Whether the address ends in a document's slug. */
  readonly slug?: true;
  /** What follows the slug. */
  readonly part?: Part;
  /** Whether the numbers of two versions come last: `2-3`. */
  readonly pair?: true;
  /** `query`: the page answers the reader's query, so it is rendered for each request. `never`: it is made for one person. */
  readonly kept?: "query" | "never";
  /** Parameters of the query that change the page. */
  readonly variations?: readonly string[];
  /** Likewise, where readers may write what they want. */
  readonly texts?: readonly string[];
}

const filters = [
  ...["theme", "audience", "maturity", "preparation", "cost", "tool", "centre"],
  ...["sort", "page"],
] as const;

const history = { slug: true, part: "history", file: "history", variations: ["de", "a"] } as const;
const difference = { slug: true, part: "history", pair: true, file: "difference" } as const;

const parent = { slug: true, part: "parent", file: "parent" } as const;

/** Every localised page by its name, which is that of its file in `src/routes/` unless it says otherwise. */
export const routes = {
  home: {},
  solutions: { section: "solutions", variations: filters },
  solution: { section: "solutions", slug: true, variations: ["lecture"] },
  solutionHistory: { section: "solutions", ...history },
  solutionDifference: { section: "solutions", ...difference },
  solutionParent: { section: "solutions", ...parent },
  guides: { section: "guides", variations: filters },
  guide: { section: "guides", slug: true, variations: ["lecture"] },
  guideHistory: { section: "guides", ...history },
  guideDifference: { section: "guides", ...difference },
  guideParent: { section: "guides", ...parent },
  kits: { section: "kits", variations: filters },
  kit: { section: "kits", slug: true, variations: ["duree", "personnes", "debut", "lecture"] },
  kitHistory: { section: "kits", ...history },
  kitDifference: { section: "kits", ...difference },
  kitParent: { section: "kits", ...parent },
  centres: { section: "centres", variations: ["page"] },
  centre: { section: "centres", slug: true },
  network: { section: "network", variations: ["theme", "pres", "page"], texts: ["besoin"] },
  tools: { section: "tools", variations: ["page"] },
  tool: { section: "tools", slug: true },
  themes: { section: "themes", variations: ["page"] },
  theme: { section: "themes", slug: true },
  search: { section: "search", kept: "query" },
  signIn: { section: "signIn", file: "member", kept: "never" },
  password: { section: "password", file: "member", kept: "never" },
  invitation: { section: "invitation", file: "member", kept: "never" },
  ownCentre: { section: "ownCentre", file: "member", kept: "never" },
  notices: { section: "notices", file: "member", kept: "never" },
  profile: { section: "profile", file: "member", kept: "never" },
  diffusion: { section: "diffusion", file: "member", kept: "never" },
  question: { section: "question", file: "member", kept: "never" },
  join: { section: "join", file: "member", kept: "never" },
  adopt: { section: "adopt", file: "member", kept: "never" },
  adoption: { section: "adoption", file: "member", kept: "never" },
  plan: { section: "plan", file: "member", kept: "never" },
  adapt: { section: "adapt", file: "member", kept: "never" },
  report: { section: "report", file: "member", kept: "never" },
  merge: { section: "merge", file: "member", kept: "never" },
  about: { section: "about", file: "page" },
  legal: { section: "legal", file: "page" },
  privacy: { section: "privacy", file: "page" },
  accessibility: { section: "accessibility", file: "page" },
} as const satisfies Record<string, Route>;

/** Name of a localised page. */
export type RouteName = keyof typeof routes;

/** Address pattern of a route in one language, in Astro's notation. */
export function patternOf(route: Route, locale: Locale): string {
  const section = route.section === undefined ? "" : `/${sections[route.section][locale]}`;
  const part = route.part === undefined ? "" : `/${parts[route.part][locale]}`;
  return `/${locale}${section}${route.slug ? "/[slug]" : ""}${part}${route.pair ? "/[pair]" : ""}`;
}

/** Where a page's errors are rendered; no reader can ask for it, the guard refuses such an address. */
export const errorPattern = "/_error/[status]/[locale]";

interface Match {
  readonly name: RouteName;
  readonly route: Route;
  readonly locale: Locale;
}

const byAddress = new Map<string, Match>();
for (const [name, route] of Object.entries(routes) as [RouteName, Route][]) {
  for (const locale of locales) byAddress.set(patternOf(route, locale), { name, route, locale });
}

/** The localised page that an address such as `/fr/solutions/x/` leads to, if it is one. */
export function matchRoute(path: string): Match | undefined {
  const [, locale = "", section, slug, part, pair, ...rest] = path.replace(/\/$/, "").split("/");
  if (rest.length > 0) return undefined;
  const pattern = [`/${locale}`, section, slug && "[slug]", part, pair && "[pair]"]
    .filter((part) => part !== undefined)
    .join("/");
  return byAddress.get(pattern);
}
