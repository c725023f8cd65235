import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { adoption, centre, kit, library, paragraph, solution } from "../testing/documents.ts";
import { freePort, noEngine, startTestEngine, type TestEngine } from "../testing/engine.ts";
import { type Following, startFollowing } from "../testing/following.ts";
import { PublishedShelf } from "../testing/published-shelf.ts";
import type { SearchAnswer } from "./search-answer.ts";
import { createSearchClient, SearchUnavailable } from "./search-client.ts";
import { parseSearchParams } from "./search-request.ts";

describe.skipIf(noEngine)("A reader’s search", { timeout: 30_000 }, () => {
  let engine: TestEngine;
  let following: Following;
  const shelf = new PublishedShelf();

  beforeAll(async () => {
    engine = await startTestEngine();
    for (const document of library) shelf.publish(document);
    shelf.publish(
      kit("balises", "fr", {
        title: "Écrire du <script>alert(1)</script>",
        summary: "Un atelier & ses « balises » <img src=x onerror=alert(2)>.",
        purpose: paragraph("Rien d’autre."),
      }),
    );
    shelf.publish(solution("arabe", "fr", { title: "مركز اجتماعي", summary: "Un sheet en arabe." }));
    shelf.publish(centre("phare", "Le Phare", { territory: "Dunkerquois" }));
    shelf.publish(adoption("phare-chauffage", { resource: "solution/chauffage", centre: "phare" }));
    shelf.publish(adoption("phare-connectes", { resource: "solution/connectes", centre: "phare" }));
    shelf.publish(adoption("escale-hackathon", { resource: "kit/hackathon", centre: "escale" }));
    following = await startFollowing(shelf, await shelf.listen(await freePort()), engine);
    await following.caughtUp();
  }, 60_000);
  afterAll(async () => {
    await following.stop();
    await shelf.close();
    await engine.remove();
  });

  const search = async (query: string): Promise<SearchAnswer> => {
    const parsed = parseSearchParams(new URLSearchParams(query));
    if (!parsed.ok) throw new Error(parsed.error.message);
    return following.client.search(parsed.request);
  };
  const uids = async (query: string) => (await search(query)).hits.map(({ uid }) => uid);

  it("finds words of titles, steps, rich text, themes and centres", async () => {
    expect(await uids("q=hackathon")).toEqual(["hackathon"]);
    expect(await uids("q=collaboratifs")).toEqual(["connectes"]);
    expect(await uids("q=ordinateur")).toEqual(["connectes"]);
    expect(await uids("q=énergétique")).toEqual(["chauffage"]);
    expect((await uids("q=douai&type=solution")).sort()).toEqual(["chauffage", "connectes"]);
  });

  it("forgives a typo, missing accents and a word cut short", async () => {
    expect(await uids("q=hackaton")).toEqual(["hackathon"]);
    expect(await uids("q=energetique")).toEqual(["chauffage"]);
    expect(await uids("q=hackat")).toEqual(["hackathon"]);
  });

  it("reads questions and elisions, typed with any apostrophe", async () => {
    expect(await uids("q=Comment réduire l’énergie ?")).toEqual(["chauffage"]);
    expect(await uids("q=l'énergie")).toEqual(["chauffage"]);
    expect(await uids("q=qu’est-ce qu'un hackathon")).toEqual(["hackathon"]);
  });

  it("finds some of the words when no document has them all", async () => {
    expect(await uids("q=hackathon énergie")).toEqual(["hackathon", "chauffage"]);
    expect(await search("q=hackathon énergie&sort=newest")).toMatchObject({ total: 2, isLoose: true });
    expect(await search("q=réduire l’énergie&sort=newest")).toMatchObject({ total: 1, isLoose: false });
  });

  it("says that it found something else when most of a query is in no document, and claims to understand no half of it", async () => {
    expect(await search("q=hackaton zzyzx")).toMatchObject({ total: 1, isLoose: true, suggestion: null });
    expect(await search("q=hackaton")).toMatchObject({ total: 1, isLoose: false, suggestion: "hackathon" });
  });

  it("searches each language by itself", async () => {
    expect(await uids("q=tools&locale=en&type=solution")).toEqual(["connectes"]);
    expect(await uids("q=tools&locale=fr")).toEqual([]);
    expect((await search("q=&locale=nl&type=solution")).total).toBe(0);
  });

  it("shows everything, newest first, when nothing is asked", async () => {
    const { total, hits } = await search("q=&type=solution&type=kit");
    expect(total).toBe(5);
    expect(hits.map(({ uid }) => uid)).toEqual(["arabe", "balises", "hackathon", "chauffage", "connectes"]);
  });

  it("pages through what it found", async () => {
    const first = await uids("type=solution&type=kit&limit=2");
    const second = await uids("type=solution&type=kit&limit=2&offset=2");
    expect([...first, ...second]).toEqual(["arabe", "balises", "hackathon", "chauffage"]);
  });

  it("counts facets without letting a facet’s own choice shrink its counts", async () => {
    const { facets, total } = await search("q=&theme=numerique");
    expect(total).toBe(2);
    expect(facets.theme).toEqual({ numerique: 2, energie: 1 });
    expect(facets.type).toEqual({ solution: 1, kit: 1 });
    expect(facets.maturity).toEqual({ replicated: 1 });
  });

  it("takes any of the values of one facet and all of several facets", async () => {
    expect((await uids("theme=numerique&theme=energie&centre=escale")).sort()).toEqual(["chauffage", "connectes"]);
    expect(await uids("theme=energie&maturity=replicated")).toEqual([]);
    expect(await uids("territory=Douaisis&licence=CC-BY-SA-4.0")).toEqual(["connectes"]);
  });

  it("tells where a sheet was taken up apart from where it comes from", async () => {
    expect((await uids("adoptedIn=Dunkerquois")).sort()).toEqual(["chauffage", "connectes"]);
    expect(await uids("adoptedIn=Dunkerquois&q=chauffer")).toEqual(["chauffage"]);
    expect(await uids("adoptedIn=Dunkerquois&locale=en")).toEqual(["connectes"]);
    expect(await uids("adoptedIn=Douaisis")).toEqual(["hackathon"]);
    expect((await uids("territory=Douaisis&type=solution")).sort()).toEqual(["chauffage", "connectes"]);
    const { facets } = await search("adoptedIn=Dunkerquois");
    expect(facets.adoptedIn).toEqual({ Dunkerquois: 2, Douaisis: 1 });
    expect(facets.territory).toEqual({ Douaisis: 2 });
    expect(await uids("adoptedIn=Nulle part")).toEqual([]);
  });

  it("marks what it found in a passage that holds no other markup", async () => {
    const [hit] = (await search("q=atelier balises script")).hits;
    expect(hit?.highlight).toContain("<mark>");
    expect(hit?.highlight.replaceAll(/<\/?mark>/g, "")).not.toMatch(/[<>]/);
    expect(hit?.titleHighlights).toContainEqual({ text: "script", hit: true });
    expect(hit?.highlights.map(({ text }) => text).join("")).toContain("<img src=x onerror=alert(2)>");
    const [injected] = (await search("q=<script>hackathon</script>")).hits;
    expect(injected?.uid).toBe("balises");
    expect(injected?.highlight).not.toContain("<script");
  });

  it("gives each hit its address, language and texts", async () => {
    const [hit] = (await search("q=hackathon")).hits;
    expect(hit).toMatchObject({
      type: "kit",
      uid: "hackathon",
      slug: "hackathon",
      locale: "fr",
      url: "/kit/hackathon/",
    });
    expect(hit?.summary).toBe("Deux journées pour fabriquer un outil.");
  });

  it("answers any nonsense", async () => {
    expect(await uids("q=🙂🙂")).toEqual([]);
    expect(await uids("q=?!…")).toEqual([]);
    expect(await uids("q=%00%01")).toEqual([]);
    expect(await uids("q=مركز")).toEqual(["arabe"]);
    expect(await uids(`q=${"x".repeat(500)}`)).toEqual([]);
    expect(await uids(`q=${"hackathon ".repeat(50).trim()}`)).toEqual(["hackathon"]);
    expect((await search("q=le+la+les")).total).toBeGreaterThanOrEqual(0);
    expect(await uids('q="hackathon" -outil (AND) OR filter=1')).toEqual(["hackathon"]);
  });

  it("tells how far the indexes have come", async () => {
    expect(await following.client.health()).toEqual({ engine: "up", cursor: { feed: shelf.feed, seq: shelf.last } });
  });

  it("says so within the deadline when the engine is away, and answers again when it is back", async () => {
    shelf.publish(centre("loin", "Un centre"));
    await following.caughtUp();
    await engine.stop("SIGKILL");
    await expect(search("q=hackathon")).rejects.toBeInstanceOf(SearchUnavailable);
    expect(await following.client.health()).toEqual({ engine: "down", cursor: null });
    const began = performance.now();
    const deaf = createSearchClient({ url: "http://10.255.255.1:7700", key: "k", timeoutMs: 300, urlOf: () => "" });
    const parsed = parseSearchParams(new URLSearchParams("q=x"));
    if (parsed.ok) await expect(deaf.search(parsed.request)).rejects.toBeInstanceOf(SearchUnavailable);
    expect(performance.now() - began).toBeLessThan(1500);
    await engine.start();
    expect(await uids("q=hackathon")).toEqual(["hackathon"]);
  });
});
