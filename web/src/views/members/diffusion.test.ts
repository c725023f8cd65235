import type { Diffusion } from "@essaim/content";
import { expect, test } from "vitest";
import { choiceQuery, readDiffusionChoice, toDiffusionPage } from "./diffusion.ts";
import { diffusionCsv } from "./diffusion-csv.ts";

const centre = (uid: string) => ({ documentId: uid, uid, name: `Centre ${uid}`, kind: "centre-social" });
const sheet = (uid: string) => ({
  ...{ documentId: uid, uid, type: "solution" as const, locale: "fr" as const, slug: uid },
  ...{ title: `Fiche ${uid}`, summary: "" },
});
const step = (at: string, of: string, more: Partial<Diffusion["steps"][number]> = {}): Diffusion["steps"][number] => ({
  ...{ uid: `${at}-${of}`, centre: at, resource: `solution/${of}`, stage: "preparing", since: "2026-05-04" },
  ...{ words: null, hasMoved: false, isReported: false, isReportDue: false, visibility: "all", isExample: false },
  ...more,
});
const told: Diffusion = {
  ...{ seenAt: null, at: "2026-11-28T10:00:00.000Z" },
  centres: ["phare", "escale", "loin"].map(centre),
  resources: ["velos", "cafe"].map(sheet),
  steps: [
    step("phare", "velos", { stage: "adopted", isReportDue: true }),
    step("escale", "cafe", { hasMoved: true, words: "=HYPERLINK(1); « oui »" }),
    step("inconnu", "cafe"),
  ],
};
const pageOf = (query: string) => toDiffusionPage(told, readDiffusionChoice(new URLSearchParams(query)), "fr");

test("sheets stand in lines and centres in columns, in their order; who has taken up nothing stands apart", () => {
  const { rows, columns, apart, moved, due } = pageOf("");
  expect(columns.map(({ uid }) => uid)).toEqual(["escale", "phare"]);
  expect(rows.map(({ sheet: { uid }, cells }) => [uid, cells.map((cell) => cell?.stage)])).toEqual([
    ["cafe", ["preparing", undefined]],
    ["velos", [undefined, "adopted"]],
  ]);
  expect(apart.map(({ uid }) => uid)).toEqual(["loin"]);
  expect([moved.length, due.length]).toEqual([1, 1]);
});

test("a choice narrows the table, not what can be chosen nor what is awaited", () => {
  for (const query of ["stage=adopted", "centre=phare", "sheet=solution/velos", "only=due"]) {
    const { rows, columns, apart, choices, moved, due } = pageOf(query);
    expect([rows.length, columns.map(({ uid }) => uid), apart.length], query).toEqual([1, ["phare"], 0]);
    expect([choices.centres.length, choices.sheets.length, moved.length, due.length], query).toEqual([2, 2, 1, 1]);
  }
  expect(pageOf("stage=flying&only=all").rows).toHaveLength(2);
  expect(choiceQuery(readDiffusionChoice(new URLSearchParams("centre=phare&x=1")), { format: "csv" })).toBe(
    "?centre=phare&format=csv",
  );
});

test("spreadsheets open the table as it is, and take no text for a formula", () => {
  const csv = diffusionCsv(pageOf("").steps, "fr").toString();
  const lines = csv.trimEnd().split("\r\n");
  expect(lines[0]).toBe("\uFEFFFiche;Centre;Ville;Étape;Depuis;Mot du centre;A bougé;Bilan publié;Bilan attendu");
  expect(lines).toContain("Fiche velos;Centre phare;;En place;2026-05-04;;non;non;oui");
  expect(csv).toContain(`"'=HYPERLINK(1); « oui »"`);
});
