import {
  type MissedSearch,
  missedSearchesRequestSchema,
  missedWordsSchema,
  mostMissedSearches,
  mostMissedTimes,
} from "@essaim/content";
import { facets, queryWords, type SearchAnswer, type SearchRequest } from "@essaim/search";
import { log, reasonOf } from "../server/log.ts";

/** Tells the CMS of searches. */
export type Tell = (searches: readonly MissedSearch[]) => Promise<void>;

/** How long searches are gathered before the CMS hears of them: nobody can tell from it when one was made. */
const gatherMs = 60_000;

/**
 * Gathers the searches that found nothing, without anything of who made them: their words, their language and how often. They are held in
 * memory alone, so that those of the last minute are lost with the process.
 */
export class MissedSearches {
  readonly #tell: Tell;
  readonly #times = new Map<string, MissedSearch>();
  #timer: NodeJS.Timeout | undefined;

  constructor(tell: Tell) {
    this.#tell = tell;
  }

  /** Takes note of a search, if it found nothing, or nothing that has enough of its words. */
  note(request: SearchRequest, { total, isLoose }: Pick<SearchAnswer, "total" | "isLoose">): void {
    const words = total === 0 || isLoose ? missedWords(request) : undefined;
    if (words === undefined) return;
    this.#add({ locale: request.locale, words, times: 1 });
    this.#timer ??= setTimeout(() => void this.flush(), gatherMs).unref();
  }

  /** Tells the CMS of what was gathered; where it can't be reached, once more a minute later. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const searches = withoutBeginnings([...this.#times.values()]);
    this.#times.clear();
    if (searches.length === 0) return;
    try {
      await this.#tell(searches);
    } catch (error) {
      log("missed-searches-kept", { searches: searches.length, reason: reasonOf(error) });
      for (const search of searches) this.#add(search);
      this.#timer ??= setTimeout(() => void this.flush(), gatherMs).unref();
    }
  }

  /** Counts a search; more of them in a minute than people can make are a machine’s, and left out. */
  #add({ locale, words, times }: MissedSearch): void {
    const name = `${locale} ${words}`;
    const known = this.#times.get(name);
    if (known === undefined && this.#times.size >= mostMissedSearches) return;
    this.#times.set(name, { locale, words, times: Math.min(mostMissedTimes, (known?.times ?? 0) + times) });
  }
}

/** What may be kept of a search; undefined for those that a filter may have emptied, later pages, and what may be somebody’s own. */
function missedWords(request: SearchRequest): string | undefined {
  const { q, locale, offset } = request;
  if (offset > 0 || facets.some((facet) => request[facet].length > 0) || /@/.test(q)) return undefined;
  // Of the whole search: words that say little are left out of what is told, and digits may stand in them.
  const digits = q.match(/\p{Nd}/gu)?.length ?? 0;
  if (digits > mostDigits || q.trim().split(/\s+/u).length > mostTyped) return undefined;
  return missedWordsSchema.safeParse(queryWords(q, locale).join(" ")).data;
}

/** More words are a message to somebody, not a question; more digits a telephone number or a date of birth. */
const [mostTyped, mostDigits] = [16, 3];

/** Searches are made while people type: what another one goes on from isn’t a search of its own. */
function withoutBeginnings(searches: readonly MissedSearch[]): MissedSearch[] {
  return searches.filter(
    ({ locale, words }) =>
      !searches.some((other) => other.locale === locale && other.words !== words && other.words.startsWith(words)),
  );
}

/** Tells the CMS by its route for them. */
export function tellCms({ cmsUrl, readToken }: { readonly cmsUrl: string; readonly readToken: string }): Tell {
  return async (searches) => {
    const response = await fetch(`${cmsUrl}/api/missed-searches`, {
      method: "POST",
      headers: { authorization: `Bearer ${readToken}`, "content-type": "application/json" },
      body: JSON.stringify(missedSearchesRequestSchema.parse({ searches })),
      signal: AbortSignal.timeout(10_000),
    });
    await response.body?.cancel();
    if (!response.ok) throw new Error(`The CMS answered ${response.status}.`);
  };
}
