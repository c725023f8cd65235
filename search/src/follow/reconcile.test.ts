import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { indexName } from "../indexes/names.ts";
import { settle } from "../indexes/settle.ts";
import { library, solution } from "../testing/documents.ts";
import { freePort, noEngine, startTestEngine, type TestEngine } from "../testing/engine.ts";
import { type Following, startFollowing } from "../testing/following.ts";
import { PublishedShelf } from "../testing/published-shelf.ts";
import { reconcile } from "./reconcile.ts";

describe.skipIf(noEngine)("The comparison of CMS and indexes", { timeout: 30_000 }, () => {
  let engine: TestEngine;
  let following: Following;
  const shelf = new PublishedShelf();

  beforeAll(async () => {
    engine = await startTestEngine();
    for (const document of library) shelf.publish(document);
    following = await startFollowing(shelf, await shelf.listen(await freePort()), engine);
    await following.caughtUp();
  }, 60_000);
  afterAll(async () => {
    await following.stop();
    await shelf.close();
    await engine.remove();
  });

  it("finds nothing to mend where nothing differs", async () => {
    expect(await reconcile(following.workshop)).toEqual({ checked: 10, mended: 0, refused: 0, differing: 0 });
  });

  it("mends what was lost, what is too much and what changed beside the feed", async () => {
    const index = following.workshop.engine.index(indexName("fr"));
    const stray = await index.getDocument("solution_solution0chauffage");
    const tasks = [
      await index.deleteDocument("kit_kit0hackathon"),
      await index.addDocuments([{ ...stray, id: "solution_gone", documentId: "gone" }]),
    ];
    await settle(
      following.workshop.engine,
      tasks.map(({ taskUid }) => taskUid),
    );
    shelf.alterSilently(solution("chauffage", "fr", { title: "Un titre changé sans bruit" }));
    expect(await reconcile(following.workshop)).toMatchObject({ mended: 3, refused: 0, differing: 0 });
    expect(await following.find("q=hackathon")).toEqual(["hackathon"]);
    expect(await following.find("q=bruit")).toEqual(["chauffage"]);
    expect(await index.getDocuments({ filter: 'type = "solution"' })).toMatchObject({ total: 2 });
  });

  it("counts documents that break the contract and leaves them out", async () => {
    shelf.alterSilently(solution("chauffage", "fr", { title: "" }));
    expect(await reconcile(following.workshop)).toMatchObject({ refused: 1, differing: 0 });
    expect(await following.find("q=bruit")).toEqual([]);
  });
});
