import type { UntypedVersion } from "@essaim/content";
import { expect, test } from "vitest";
import { nothingCounted } from "../content/load.ts";
import { published, readingOf } from "../testing/reading.ts";
import type { Resource } from "../views/resource-card.ts";
import { readLineage } from "./lineage.ts";

const card = (uid: string) => ({
  ...{ documentId: `solution-${uid}`, uid, type: "solution", locale: "fr", slug: uid, title: uid, summary: "S" },
});
const sheet = (uid: string, parent?: string): Resource =>
  published({
    type: "solution",
    uid,
    mentions: parent ? [`solution/${parent}`] : [],
    data: {
      title: `Titre de ${uid}`,
      summary: "S",
      ...(parent && { derivedFrom: { document: card(parent), version: 4 } }),
    },
  });
const family = [sheet("racine"), sheet("fille", "racine"), sheet("petite", "fille")] as const;

test("an adaptation tells its parent, the parent’s version and all its ancestry, root first", async () => {
  const lineage = await readLineage(family[2], readingOf(family));
  expect(lineage.derivedFrom).toMatchObject({ uid: "fille", title: "Titre de fille", slug: "fille", version: 4 });
  expect(lineage.ancestry.map(({ uid }) => uid)).toEqual(["racine", "fille"]);
  expect(lineage.adaptations).toEqual([]);
});

test("an original tells its adaptations, and how many centres stand at each stage", async () => {
  const counts = { "solution/racine": { ...nothingCounted, adopted: 3, stopped: 1, reported: 2 } };
  const lineage = await readLineage(family[0], readingOf(family, "fr", counts));
  expect(lineage).toMatchObject({ derivedFrom: null, ancestry: [], adaptations: [{ uid: "fille" }] });
  expect(lineage.adoptions).toEqual({ interested: 0, preparing: 0, running: 0, adopted: 3, stopped: 1 });
});

test("a parent that isn’t published any more is still named, without a title", async () => {
  const orphan: Resource = published({
    type: "solution",
    uid: "orpheline",
    data: { title: "Orpheline", summary: "S", derivedFrom: { version: 2 } },
  });
  const version: UntypedVersion = {
    ...{ number: 1, at: "2026-01-01T00:00:00.000Z", author: null, note: null, cards: {} },
    data: { derivedFrom: { document: "solution/partie", version: 2 } },
  };
  const lineage = await readLineage(orphan, readingOf([orphan], "fr", {}, [version]));
  expect(lineage.derivedFrom).toEqual({ type: "solution", uid: "partie", version: 2 });
});

test("resources that claim to come from one another end somewhere", async () => {
  const [one, other] = [sheet("une", "autre"), sheet("autre", "une")];
  expect((await readLineage(one, readingOf([one, other]))).ancestry.map(({ uid }) => uid)).toEqual(["autre"]);
});
