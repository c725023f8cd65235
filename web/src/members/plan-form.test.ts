import { type DatedStep, planRequestSchema } from "@essaim/content";
import { expect, test } from "vitest";
import { changedTicks, editsOf, materialsKey, shownGathered, shownTicks } from "./plan-form.ts";

const step: DatedStep = { key: "a", title: "Inviter", checklist: ["Afficher", "Appeler"], done: ["Appeler"] };
const other: DatedStep = { key: "b", title: "Ouvrir", doneOn: "2026-03-01" };
const shown = { "shown:a": shownTicks(step), "shown:b": shownTicks(other) };
const form = (fields: Record<string, string>) => new URLSearchParams(fields);

test("only ticks that somebody changed are sent, whatever order they came in", () => {
  expect(changedTicks(form({ ...shown, "item:a:1": "Appeler", "done:b": "1" }))).toEqual({});
  const edits = editsOf("ticks", form({ ...shown, "item:a:0": "Afficher", "item:a:1": "Appeler" }));
  expect(edits).toMatchObject([
    { kind: "ticks", key: "a", done: ["Afficher", "Appeler"], isDone: false },
    { kind: "ticks", key: "b", done: [], isDone: false },
  ]);
  expect(planRequestSchema.safeParse({ edits }).success).toBe(true);
});

test("materials are ticked in the same form", () => {
  const fields = {
    [`shown:${materialsKey}`]: shownGathered({ materials: ["Café"] }),
    [`item:${materialsKey}:0`]: "Café",
  };
  expect(editsOf("ticks", form(fields))).toMatchObject([{ kind: "gathered", gathered: ["Café"] }]);
});

test("lines end as they do in browsers, amounts are written as people do, and what is none is refused by the CMS", () => {
  const means = (budget: string) =>
    editsOf("means", form({ seen: "x", materials: " Café \r\n\r\nThé\r\n", budget, spent: "" }));
  expect(means("1\u202f200,50 €")).toEqual([{ kind: "means", seen: "x", materials: ["Café", "Thé"], budget: 1200.5 }]);
  expect(means("beaucoup")).toMatchObject([{ budget: "beaucoup" }]);
  expect(planRequestSchema.safeParse({ edits: means("beaucoup") }).error?.issues[0]?.path).toEqual([
    ...["edits", 0, "budget"],
  ]);
});

test("what is pasted from a table or a word processor is taken without the signs that nobody sees", () => {
  const pasted = form({
    title: "Inviter\tles voisins",
    checklist: "Nadia\tlundi\r\n\u200b\r\nPaul",
    note: "Un\u000bDeux",
  });
  const step = { title: "Inviter les voisins", checklist: ["Nadia lundi", "Paul"], note: "Un Deux" };
  expect(planRequestSchema.parse({ edits: editsOf("add", pasted) })).toEqual({ edits: [{ kind: "add", step }] });
});

test("an empty field of a step is no field", () => {
  const edits = editsOf("add", form({ title: " Fêter ", on: "", until: "", role: "", checklist: "", note: "a\r\nb" }));
  expect(planRequestSchema.parse({ edits })).toEqual({
    edits: [{ kind: "add", step: { title: "Fêter", note: "a\nb" } }],
  });
});
