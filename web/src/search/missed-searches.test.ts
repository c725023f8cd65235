import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { mostMissedSearches } from "@essaim/content";
import { parseSearchParams } from "@essaim/search";
import { afterEach, describe, expect, it, vi } from "vitest";
import { MissedSearches, type Tell, tellCms } from "./missed-searches.ts";

const nothing = { total: 0, isLoose: false };

/** The CMS’s side: what it was told, batch by batch. */
function gather() {
  const told: Parameters<Tell>[0][] = [];
  const state = { down: false };
  const missed = new MissedSearches(async (searches) => {
    if (state.down) throw new Error("down");
    told.push(searches);
  });
  const note = (query: string, answer = nothing) => {
    const parsed = parseSearchParams(new URLSearchParams(query));
    if (!parsed.ok) throw new Error(parsed.error.message);
    missed.note(parsed.request, answer);
  };
  return { told, state, missed, note };
}

/** What is told of searches that found nothing. */
async function toldOf(...queries: string[]) {
  const { told, missed, note } = gather();
  for (const query of queries) note(query);
  await missed.flush();
  return told.flat();
}

afterEach(() => {
  vi.useRealTimers();
});

describe("Searches that found nothing", () => {
  it("are told by their words, language and number alone", async () => {
    expect(await toldOf("q=Comment élever des RUCHES ?", "q=élever ruches", "q=beehives&locale=en")).toEqual([
      { locale: "fr", words: "élever ruches", times: 2 },
      { locale: "en", words: "beehives", times: 1 },
    ]);
  });

  it("are those without a page, or whose pages have too few of the words", async () => {
    const { told, missed, note } = gather();
    note("q=ruches", { total: 3, isLoose: false });
    note("q=poney", { total: 3, isLoose: true });
    await missed.flush();
    expect(told.flat().map(({ words }) => words)).toEqual(["poney"]);
  });

  it.each([
    ["a telephone number", "q=06 12 34 56 78"],
    ["a telephone number beside words", "q=appeler 0612345678 demain"],
    ["a year, that may be somebody’s birth", "q=Martin né en 1984"],
    ["an address", "q=nadia@example.org"],
    ["more words than a question has", "q=chat chien cheval poney mouton vache cochon lapin canard"],
    ["a letter", `q=${"je ne sais pas ".repeat(6)}`],
    ["a single word that is too long", `q=${"a".repeat(81)}`],
    ["no word at all", "q=???"],
    ["an empty search", "q="],
    ["a search with a filter", "q=ruches&theme=jardin"],
    ["a later page", "q=ruches&offset=20"],
  ])("are not told of: %s", async (_, query) => {
    expect(await toldOf(query)).toEqual([]);
  });

  it("are told without what somebody had typed on the way", async () => {
    expect(await toldOf("q=ruc", "q=ruche", "q=ruches", "q=ruc&locale=nl")).toEqual([
      { locale: "fr", words: "ruches", times: 1 },
      { locale: "nl", words: "ruc", times: 1 },
    ]);
  });

  it("are told once a minute", async () => {
    vi.useFakeTimers();
    const { told, note } = gather();
    note("q=ruches");
    await vi.advanceTimersByTimeAsync(30_000);
    note("q=poney");
    await vi.advanceTimersByTimeAsync(29_000);
    expect(told).toEqual([]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(told).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(120_000);
    expect(told).toHaveLength(1);
  });

  it("are told a minute later when the CMS is away", async () => {
    vi.useFakeTimers();
    const { told, state, note } = gather();
    state.down = true;
    note("q=ruches");
    await vi.advanceTimersByTimeAsync(60_000);
    state.down = false;
    note("q=ruches");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(told).toEqual([[{ locale: "fr", words: "ruches", times: 2 }]]);
  });

  it("are bounded, however many a machine makes", async () => {
    const flood = Array.from(
      { length: 5000 },
      (_, number) => `q=mot${String.fromCharCode(97 + (number % 26))}${number % 1000}z`,
    );
    expect((await toldOf(...flood)).length).toBeLessThanOrEqual(mostMissedSearches);
    expect(await toldOf(...flood.map(() => "q=ruches"))).toEqual([{ locale: "fr", words: "ruches", times: 100 }]);
  });

  it("reach the CMS with the site’s token, and a refusal is an error", async () => {
    const asked: unknown[] = [];
    const server = createServer(async (req, res) => {
      asked.push([req.method, req.url, req.headers.authorization, await text(req)]);
      res.writeHead(asked.length === 1 ? 204 : 400).end();
    }).listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    const tell = tellCms({ cmsUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, readToken: "read" });
    const searches = [{ locale: "fr" as const, words: "ruches", times: 2 }];
    await tell(searches);
    expect(asked).toEqual([["POST", "/api/missed-searches", "Bearer read", JSON.stringify({ searches })]]);
    await expect(tell(searches)).rejects.toThrow("400");
    server.close();
  });
});
