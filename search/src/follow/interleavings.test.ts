import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { indexLocalesOf, project } from "../document/project.ts";
import { isSearchable } from "../document/search-document.ts";
import { readCursor, writeCursor } from "../indexes/cursor.ts";
import { indexName } from "../indexes/names.ts";
import { settle } from "../indexes/settle.ts";
import { centre, kit, solution, theme } from "../testing/documents.ts";
import { freePort, noEngine, startTestEngine, type TestEngine } from "../testing/engine.ts";
import { type Following, startFollowing } from "../testing/following.ts";
import { documentIdOf, PublishedShelf, type ShelfDocument } from "../testing/published-shelf.ts";

const word = fc.constantFrom("jardin", "vélo", "repas", "énergie", "fête");
const themes = fc.subarray(["t1", "t2"]);
const centres = fc.subarray(["c1"]);
const locale = fc.constantFrom("fr", "en", "nl");

const anyDocument: fc.Arbitrary<ShelfDocument> = fc.oneof(
  fc
    .record({ title: word, themes, centres, locale, uid: fc.constantFrom("a", "b") })
    .map(({ locale: its, uid, ...data }) => solution(uid, its, data)),
  fc.record({ title: word, themes }).map((data) => kit("k", "fr", data)),
  fc.record({ uid: fc.constantFrom("t1", "t2"), label: word }).map(({ uid, label }) => theme(uid, label)),
  word.map((name) => centre("c1", name)),
);

/** What may happen: a publication, a withdrawal, a pause of the editors, a follower that dies with its last cursor unwritten. */
const anyEvent = fc.oneof(
  { weight: 6, arbitrary: anyDocument.map((document) => ({ kind: "publish" as const, document })) },
  { weight: 2, arbitrary: anyDocument.map((document) => ({ kind: "withdraw" as const, document })) },
  { weight: 1, arbitrary: fc.constant({ kind: "pause" as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: "crash" as const }) },
);

describe.skipIf(noEngine)(
  "However publications, withdrawals and crashes follow each other",
  { timeout: 120_000 },
  () => {
    let engine: TestEngine;
    const shelf = new PublishedShelf();
    let cmsUrl: string;
    let following: Following;

    beforeAll(async () => {
      engine = await startTestEngine();
      cmsUrl = await shelf.listen(await freePort());
      following = await startFollowing(shelf, cmsUrl, engine);
      await following.caughtUp();
    }, 60_000);
    afterAll(async () => {
      await following.stop();
      await shelf.close();
      await engine.remove();
    });

    async function crash(): Promise<void> {
      const cursor = await readCursor(following.workshop.engine);
      await following.stop();
      const back = cursor && { ...cursor, seq: Math.max(0, cursor.seq - 2) };
      if (back) await settle(following.workshop.engine, [await writeCursor(following.workshop.engine, back)]);
      following = await startFollowing(shelf, cmsUrl, engine);
    }

    async function indexed(): Promise<unknown[]> {
      const pages = ["fr", "en", "nl"] as const;
      const answers = await Promise.all(
        pages.map((name) => following.workshop.engine.index(indexName(name)).getDocuments({ limit: 1000 })),
      );
      return answers.flatMap(({ results }) => results).sort(byIdentity);
    }

    async function expected(): Promise<unknown[]> {
      const refs = shelf.documents.flatMap((document) =>
        isSearchable(document.type)
          ? [{ type: document.type, documentId: documentIdOf(document), locale: document.locale }]
          : [],
      );
      const items = await following.workshop.cms.batch(refs);
      return refs
        .flatMap((ref, position) => {
          const projection = project(ref, items[position]);
          if (!projection.ok) throw new Error(projection.refusal.field);
          expect(projection.documents).toHaveLength(indexLocalesOf(ref).length);
          return projection.documents;
        })
        .sort(byIdentity);
    }

    it("the indexes end up as the projection of what is published", async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(anyEvent, { minLength: 1, maxLength: 12 }), async (events) => {
          for (const event of events) {
            if (event.kind === "publish") shelf.publish(event.document);
            else if (event.kind === "withdraw") shelf.withdraw(event.document);
            else if (event.kind === "pause") await following.caughtUp();
            else await crash();
          }
          await following.caughtUp();
          expect(await indexed()).toEqual(await expected());
        }),
        { numRuns: 25 },
      );
    });
  },
);

const byIdentity = (a: unknown, b: unknown): number => (identityOf(a) < identityOf(b) ? -1 : 1);

const identityOf = (document: unknown): string => {
  if (typeof document !== "object" || document === null || !("id" in document) || !("locale" in document)) return "";
  return `${document.locale} ${document.id}`;
};
