import type { Stored } from "@essaim/content";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readCursor, writeCursor } from "../indexes/cursor.ts";
import { indexName } from "../indexes/names.ts";
import { settle } from "../indexes/settle.ts";
import { adoption, centre, library, paragraph, solution, theme } from "../testing/documents.ts";
import { freePort, noEngine, startTestEngine, type TestEngine } from "../testing/engine.ts";
import { type Following, startFollowing } from "../testing/following.ts";
import { PublishedShelf } from "../testing/published-shelf.ts";
import { reconcile } from "./reconcile.ts";

const slow = 60_000;

/** Documents that keep the search server busy for a while. */
const ballast = () =>
  Array.from({ length: 8_000 }, (_, id) => ({
    id,
    text: Array.from({ length: 40 }, (_word, place) => `w${((id + 1) * (place + 7)) % 9973}`).join(" "),
  }));

describe.skipIf(noEngine)("The follower", { timeout: slow }, () => {
  let engine: TestEngine;
  let shelf: PublishedShelf;
  let cmsUrl: string;
  let following: Following;

  beforeAll(async () => {
    engine = await startTestEngine();
  }, slow);
  afterAll(() => engine.remove());
  beforeEach(async () => {
    shelf = new PublishedShelf();
    shelf.feed = `feed-${Math.random()}`;
    for (const document of library) shelf.publish(document);
    cmsUrl = await shelf.listen(await freePort());
    following = await startFollowing(shelf, cmsUrl, engine);
    await following.caughtUp();
  }, slow);
  afterEach(async () => {
    await following.stop();
    await shelf.close();
  });

  const titleOf = async (uid: string) => {
    const { results } = await following.workshop.engine.index(indexName("fr")).getDocuments({ limit: 1000 });
    return results.find((document) => document["uid"] === uid)?.["title"];
  };

  const agrees = async () => expect(await reconcile(following.workshop)).toMatchObject({ mended: 0, differing: 0 });

  const adoptionsOf = async (uid: string) =>
    (await following.workshop.engine.index(indexName("fr")).getDocument(`solution_solution0${uid}`))["adoptions"];

  it("makes a publication searchable, and a new version replaces the old one", async () => {
    shelf.publish(solution("jardin", "fr", { title: "Un jardin partagé" }));
    await following.caughtUp();
    expect(await following.find("q=jardin")).toEqual(["jardin"]);
    shelf.publish(solution("jardin", "fr", { title: "Un verger partagé" }));
    await following.caughtUp();
    expect(await following.find("q=verger")).toEqual(["jardin"]);
    expect(await following.find("q=jardin")).toEqual([]);
  });

  it("withdraws a sheet in one language alone", async () => {
    shelf.withdraw({ type: "solution", uid: "connectes", locale: "en" });
    await following.caughtUp();
    expect(await following.find("q=connected&locale=en")).toEqual([]);
    expect(await following.find("q=connectés&locale=fr")).toEqual(["connectes"]);
  });

  it("finds sheets under a centre’s new name, in every language, once the centre is renamed", async () => {
    shelf.publish(centre("federation", "Fédération Zanzibar", { city: "Lille" }));
    await following.caughtUp();
    expect(await following.find("q=zanzibar&locale=fr&type=solution")).toEqual(["connectes"]);
    expect(await following.find("q=zanzibar&locale=en&type=solution")).toEqual(["connectes"]);
    expect(await following.find("q=nord&type=solution")).toEqual([]);
  });

  it("drops the name of a theme that was deleted", async () => {
    shelf.withdraw(theme("energie", ""));
    await following.caughtUp();
    expect(await following.find("q=transition")).toEqual([]);
    expect(await following.find("q=chauffer")).toEqual(["chauffage"]);
  });

  it("orders by the centres that took a sheet up, as they take it up and withdraw", async () => {
    const taken = (uid: string) => adoption(uid, { resource: "solution/chauffage" });
    expect(await following.find("q=&type=solution&sort=adopted")).toEqual(["chauffage", "connectes"]);
    shelf.publish(adoption("a", { resource: "solution/connectes" }));
    await following.caughtUp();
    expect(await following.find("q=&type=solution&sort=adopted")).toEqual(["connectes", "chauffage"]);
    for (const uid of ["b", "c"]) shelf.publish(taken(uid));
    await following.caughtUp();
    expect(await following.find("q=&type=solution&sort=adopted")).toEqual(["chauffage", "connectes"]);
    for (const uid of ["b", "c"]) shelf.withdraw(taken(uid));
    await following.caughtUp();
    expect(await following.find("q=&type=solution&sort=adopted")).toEqual(["connectes", "chauffage"]);
  });

  it("finds a sheet where it was taken up, until the adoption stops or is no longer for everybody", async () => {
    const taken = (stage: string) => adoption("phare", { resource: "solution/connectes", centre: "phare", stage });
    const nearby = () =>
      Promise.all(["fr", "en"].map((locale) => following.find(`adoptedIn=Calaisis&locale=${locale}`)));
    shelf.publish(centre("phare", "Le Phare", { territory: "Calaisis" }));
    for (const [change, found] of [
      [() => shelf.publish(taken("preparing")), ["connectes"]],
      [() => shelf.publish(taken("stopped")), []],
      [() => shelf.publish(taken("running")), ["connectes"]],
      [() => shelf.withdraw(taken("running")), []],
    ] as const) {
      change();
      await following.caughtUp();
      expect(await nearby()).toEqual([found, found]);
    }
    await agrees();
  });

  it("finds a sheet where the centre that took it up is now, in every language, and nowhere once it is gone", async () => {
    const phare = (territory?: string) => centre("phare", "Le Phare", territory === undefined ? {} : { territory });
    const territories = async (locale: string) =>
      (await following.search(`q=&type=solution&locale=${locale}`)).facets.adoptedIn;
    // The adoption may come first, as in a package.
    shelf.publish(adoption("phare", { resource: "solution/connectes", centre: "phare" }));
    await following.caughtUp();
    for (const [change, counts] of [
      [() => shelf.publish(phare("Calaisis")), { Calaisis: 1 }],
      [() => shelf.publish(phare("Dunkerquois")), { Dunkerquois: 1 }],
      [() => shelf.publish(phare()), {}],
      [() => shelf.publish(phare("Calaisis")), { Calaisis: 1 }],
      [() => shelf.withdraw(phare()), {}],
    ] as const) {
      change();
      await following.caughtUp();
      expect(await territories("fr")).toEqual(counts);
      expect(await territories("en")).toEqual(counts);
    }
    expect(await adoptionsOf("connectes")).toBe(1);
    await agrees();
  });

  it("counts for a sheet no adoption that was moved to another one", async () => {
    const adopting = (resource: string) => shelf.publish(adoption("moving", { resource }));
    adopting("solution/chauffage");
    await following.caughtUp();
    expect(await adoptionsOf("chauffage")).toBe(1);
    adopting("solution/connectes");
    await following.caughtUp();
    expect(await Promise.all(["connectes", "chauffage"].map(adoptionsOf))).toEqual([1, 0]);
  });

  it("takes in more adoptions at once than the CMS gives documents in one answer", async () => {
    await following.stop();
    for (let number = 0; number < 600; number += 1)
      shelf.publish(adoption(`a${number}`, { resource: "solution/chauffage" }));
    following = await startFollowing(shelf, cmsUrl, engine);
    await following.caughtUp();
    expect(await adoptionsOf("chauffage")).toBe(600);
  });

  it("finds sheets by synonyms within ten seconds of an editor’s adding them, in their language and direction alone", async () => {
    const synonym = (words: string[], more: Stored = {}) =>
      shelf.publish({
        type: "synonym",
        uid: "s",
        locale: null,
        data: { words, language: "fr", direction: "equal", ...more },
      });
    const soon = { timeout: 10_000, interval: 100 };
    expect(await following.find("q=zorglub")).toEqual([]);
    synonym(["zorglub", "hackathon"]);
    await expect.poll(() => following.find("q=zorglub"), soon).toEqual(["hackathon"]);
    synonym(["hackathon", "zorglub"], { direction: "one-way" });
    await expect.poll(() => following.find("q=zorglub"), soon).toEqual([]);
    synonym(["Zorglub farfelu", "hackathon", "chauffer"], { direction: "one-way" });
    await expect
      .poll(() => following.find("q=zorglub farfelu").then((uids) => uids.sort()), soon)
      .toEqual(["chauffage", "hackathon"]);
    synonym(["zorglub farfelu", "hackathon"], { language: "nl" });
    await expect.poll(() => following.find("q=zorglub farfelu"), soon).toEqual([]);
  });

  it("stores synonyms at its start that a follower before it did not come to store", async () => {
    await following.stop();
    shelf.publish({
      type: "synonym",
      uid: "s",
      locale: null,
      data: { words: ["zorglub", "hackathon"], language: "fr", direction: "equal" },
    });
    const { engine: indexes } = following.workshop;
    const cursor = await readCursor(indexes);
    if (cursor === null) throw new Error("no cursor");
    await settle(indexes, [await writeCursor(indexes, { ...cursor, seq: shelf.last })]);
    following = await startFollowing(shelf, cmsUrl, engine);
    await expect.poll(() => following.find("q=zorglub"), { timeout: 10_000 }).toEqual(["hackathon"]);
  });

  it("leaves out a document that breaks the contract, says which field, and goes on", async () => {
    shelf.publish(solution("cassee", "fr", { title: "Une fiche cassée", steps: [{ body: paragraph("sans titre") }] }));
    shelf.publish(solution("suivante", "fr", { title: "La fiche suivante" }));
    await following.caughtUp();
    expect(await following.find("q=fiche")).toEqual(["suivante"]);
    expect(following.told).toContainEqual(
      expect.objectContaining({
        event: "document-refused",
        documentId: "solution0cassee",
        field: "data.steps.0.title",
      }),
    );
  });

  it("takes a sheet out of the index when its new version breaks the contract", async () => {
    shelf.publish(solution("chauffage", "fr", { title: "" }));
    await following.caughtUp();
    expect(await following.find("q=chauffer")).toEqual([]);
  });

  it("catches up after the CMS was away", async () => {
    shelf.down = true;
    shelf.publish(solution("jardin", "fr", { title: "Un jardin partagé" }));
    await expect.poll(() => following.told.map(({ event }) => event), { timeout: 10_000 }).toContain("follow-failed");
    shelf.down = false;
    await following.caughtUp();
    expect(await following.find("q=jardin")).toEqual(["jardin"]);
  });

  it("waits longer each time while the CMS tells of rows whose documents it can’t give", async () => {
    shelf.ailing = true;
    shelf.publish(solution("jardin", "fr", { title: "Un jardin partagé" }));
    const pauses = () =>
      following.told.flatMap(({ event, retryMs }) => (event === "follow-failed" ? [Number(retryMs)] : []));
    await expect.poll(() => pauses().length, { timeout: 10_000 }).toBeGreaterThanOrEqual(4);
    expect(pauses().slice(0, 4)).toEqual([100, 200, 400, 800]);
    shelf.ailing = false;
    await following.caughtUp();
    expect(await following.find("q=jardin")).toEqual(["jardin"]);
  });

  it("catches up after the search server was killed", async () => {
    await engine.stop("SIGKILL");
    shelf.publish(solution("jardin", "fr", { title: "Un jardin partagé" }));
    await expect.poll(() => following.told.map(({ event }) => event), { timeout: 10_000 }).toContain("follow-failed");
    await engine.start();
    await following.caughtUp();
    expect(await following.find("q=jardin")).toEqual(["jardin"]);
  });

  it("applies again what was written before a crash, when the cursor was not yet moved", async () => {
    const before = await readCursor(following.workshop.engine);
    shelf.publish(solution("chauffage", "fr", { title: "Chauffer autrement" }));
    shelf.withdraw({ type: "kit", uid: "hackathon", locale: "fr" });
    await following.caughtUp();
    await following.stop();
    if (before === null) throw new Error("no cursor");
    await settle(following.workshop.engine, [await writeCursor(following.workshop.engine, before)]);
    following = await startFollowing(shelf, cmsUrl, engine);
    await following.caughtUp();
    expect(await titleOf("chauffage")).toBe("Chauffer autrement");
    expect(await following.find("q=hackathon")).toEqual([]);
  });

  it("is not overtaken by what a follower before it had asked for, when that is done late", async () => {
    const { engine: indexes } = following.workshop;
    await following.stop();
    const index = indexes.index(indexName("fr"));
    const [jammed, withdrawn] = [
      await indexes.index("ballast").addDocuments(ballast(), { primaryKey: "id" }),
      await index.deleteDocument("solution_solution0chauffage"),
    ];
    const chauffage = shelf.documents.find(({ uid }) => uid === "chauffage");
    if (chauffage === undefined) throw new Error("no document");
    // Withdrawn, which the killed follower saw, and published again as it was.
    shelf.restore(chauffage);
    following = await startFollowing(shelf, cmsUrl, engine);
    await following.caughtUp();
    await settle(indexes, [jammed.taskUid, withdrawn.taskUid]);
    expect(await titleOf("chauffage")).toBe(chauffage.data["title"]);
  });

  it("takes the present state, whatever an old row says", async () => {
    for (const title of ["Premier", "Deuxième", "Troisième"]) shelf.publish(solution("chauffage", "fr", { title }));
    shelf.withdraw({ type: "solution", uid: "chauffage", locale: "fr" });
    shelf.publish(solution("chauffage", "fr", { title: "Revenu" }));
    await following.caughtUp();
    expect(await titleOf("chauffage")).toBe("Revenu");
  });

  it("builds anew when the database was exchanged, and readers never get an empty answer meanwhile", async () => {
    const answers: string[][] = [];
    let searching = true;
    const reader = (async () => {
      while (searching) answers.push(await following.find("q=atelier"));
    })();
    shelf.replaceFeed(`feed-${Math.random()}`, [
      solution("autre", "fr", { title: "Un atelier d’ailleurs" }),
      solution("encore", "fr", { title: "Encore un atelier" }),
    ]);
    await following.caughtUp();
    searching = false;
    await reader;
    expect(answers.length).toBeGreaterThan(2);
    expect(answers.filter((uids) => uids.length === 0)).toEqual([]);
    expect((await following.find("q=atelier")).sort()).toEqual(["autre", "encore"]);
    expect(await following.find("q=chauffer")).toEqual([]);
  });

  it("builds anew when the settings or the projection changed", async () => {
    await following.stop();
    following = await startFollowing(shelf, cmsUrl, engine, "another-edition");
    await following.caughtUp();
    await expect.poll(() => following.told.map(({ event }) => event)).toContain("rebuild-ended");
    expect(await following.find("q=hackathon")).toEqual(["hackathon"]);
  });

  it("writes each index at most once for rows that queued up", async () => {
    await following.stop();
    for (let number = 0; number < 30; number += 1)
      shelf.publish(solution("chauffage", "fr", { title: `Titre ${number}` }));
    following = await startFollowing(shelf, cmsUrl, engine);
    await following.caughtUp();
    const applied = following.told.filter(({ event }) => event === "changes-applied");
    expect(applied).toEqual([expect.objectContaining({ changes: 30, documents: 1 })]);
    expect(await titleOf("chauffage")).toBe("Titre 29");
  });
});
