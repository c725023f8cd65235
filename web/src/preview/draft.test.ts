import { expect, test } from "vitest";
import type { Loader } from "../content/load.ts";
import { published, readingOf } from "../testing/reading.ts";
import { withDraft } from "./draft.ts";

test("a draft stands for its page under its slug as it is written, and as it stands in an address", async () => {
  const slug = "Déjà vu ?";
  const draft = published({ type: "solution", uid: "a", data: { title: "A", summary: "S" } });
  const { load } = withDraft(readingOf([]) as unknown as Loader, { ...draft, slug });
  const found = async (asked: string) => (await load("solution", { slug: asked, locale: "fr" }, new Set()))?.uid;
  expect([await found(slug), await found(encodeURIComponent(slug)), await found("b")]).toEqual(["a", "a", undefined]);
});
