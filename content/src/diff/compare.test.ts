import { describe, expect, test } from "vitest";
import { contentTypes } from "../types/index.ts";
import { longestRise } from "./align.ts";
import { changesBetween } from "./compare.ts";
import { wordRuns } from "./words.ts";

const { fields } = contentTypes.solution;
const paragraph = (text: string) => ({ type: "paragraph", children: [{ type: "text", text }] });
const told = (before: object, after: object) =>
  changesBetween({ fields, before: { ...before }, after: { ...after } }).map(({ id, kind }) => `${id} ${kind}`);

const [first, second, third] = [
  { title: "Réunir les habitants", body: [paragraph("On invite tout le quartier autour d’un café, un samedi matin.")] },
  { title: "Choisir un lieu", body: [paragraph("La salle doit être accessible à toutes et à tous, sans escalier.")] },
  { title: "Tenir l’atelier", body: [paragraph("Deux personnes animent, une troisième prend des notes au mur.")] },
] as const;

describe("What differs between two versions", () => {
  test("the same contents have no changes, whatever the order in which their values were written", () => {
    expect(told({ title: "A", summary: "B" }, { summary: "B", title: "A" })).toEqual([]);
  });

  test("a step that changed places is moved, not deleted and added, and only that one", () => {
    const before = { steps: [first, second, third] };
    expect(told(before, { steps: [third, first, second] })).toEqual(["steps.2:moved moved"]);
    expect(told(before, { steps: [second, third, first] })).toEqual(["steps.0:moved moved"]);
  });

  test("a step that moved and got a new title is still the same one", () => {
    const renamed = { ...third, title: "Animer l’atelier" };
    expect(told({ steps: [first, second, third] }, { steps: [renamed, first, second] })).toEqual([
      "steps.2:moved moved",
      "steps.2.title text",
    ]);
  });

  test("a step with the same title is the same one, though all its text was written anew", () => {
    const rewritten = { ...second, body: [paragraph("Une péniche amarrée fera l’affaire cet été.")] };
    expect(told({ steps: [first, second] }, { steps: [first, rewritten] })).toEqual([
      "steps.1.body.0:removed removed",
      "steps.1.body.0:added added",
    ]);
  });

  test("a step in place of an unlike one is another step", () => {
    expect(told({ steps: [first, second] }, { steps: [first, third] })).toEqual([
      "steps.1:removed removed",
      "steps.1:added added",
    ]);
  });

  test("prose is compared paragraph by paragraph, then word by word", () => {
    const before = [paragraph("Le centre ouvre le lundi et le mardi matin."), paragraph("Un café attend chacun.")];
    const after = [paragraph("Le centre ouvre le lundi et le jeudi matin."), paragraph("Un café attend chacun.")];
    const [change, ...others] = changesBetween({
      fields,
      before: { nextSteps: before },
      after: { nextSteps: after },
    });
    expect(others).toEqual([]);
    expect(change).toMatchObject({
      id: "nextSteps.0",
      kind: "block",
      words: [
        { kind: "same", text: "Le centre ouvre le lundi et le " },
        { kind: "removed", text: "mardi" },
        { kind: "added", text: "jeudi" },
        { kind: "same", text: " matin." },
      ],
    });
  });

  test("a link that leads elsewhere is a change that can be read", () => {
    const link = (url: string) => [
      { type: "paragraph", children: [{ type: "link", url, children: [{ type: "text", text: "le guide" }] }] },
    ];
    const [change] = changesBetween({
      fields,
      before: { nextSteps: link("https://a.example/") },
      after: { nextSteps: link("https://b.example/") },
    });
    expect(change).toMatchObject({ kind: "block" });
    expect(JSON.stringify(change)).toContain("le guide (https://");
  });

  test("short lines with one letter mended are the same line", () => {
    expect(told({ objectives: ["Un vidéoprojecteur"] }, { objectives: ["Un vidéo-projecteur"] })).toEqual([
      "objectives.0 text",
    ]);
  });

  test("a theme that was put in place of another is never taken for a renamed one", () => {
    expect(told({ themes: ["numerique-un"] }, { themes: ["numerique-deux"] })).toEqual([
      "themes.0:removed removed",
      "themes.0:added added",
    ]);
  });

  test("a text that was not there before is given as a whole", () => {
    expect(told({}, { nextSteps: [paragraph("a"), paragraph("b")] })).toEqual(["nextSteps value"]);
    expect(told({ cost: { min: 3 } }, {})).toEqual(["cost value"]);
    expect(told({ cost: { min: 3 } }, { cost: { min: 4 } })).toEqual(["cost.min value"]);
  });
});

describe("Words", () => {
  const written = (before: string, after: string) =>
    wordRuns(before, after)
      .map(({ kind, text }) => (kind === "same" ? text : kind === "added" ? `[+${text}]` : `[-${text}]`))
      .join("");

  test("words on either side of a space that changed are told as one", () => {
    expect(written("le grand bal rouge du quartier", "le petit concert bleu du quartier")).toBe(
      "le [-grand bal rouge][+petit concert bleu] du quartier",
    );
  });

  test("an elision stays whole", () => {
    expect(written("L’école ouvre", "L’été ouvre")).toBe("L’[-école][+été] ouvre");
  });

  test("texts with next to nothing in common are told in one piece, in no time", () => {
    const noise = (seed: number) => Array.from({ length: 4000 }, (_, i) => `m${(i * seed) % 3989}`).join(" ");
    const start = performance.now();
    const runs = wordRuns(`Début ${noise(7)} fin`, `Début ${noise(1013)} fin`);
    expect(performance.now() - start).toBeLessThan(2000);
    expect(runs.map(({ kind }) => kind)).toEqual(["same", "removed", "added", "same"]);
  });
});

test("as few items as possible are told as moved", () => {
  expect(longestRise([1, 2, 0, 3]).size).toBe(3);
  expect(longestRise([]).size).toBe(0);
  expect([...longestRise([5, 1, 2])].toSorted()).toEqual([1, 2]);
});
