import fc from "fast-check";
import { expect, test } from "vitest";
import { mostStageChanges, stages } from "../components/loop.ts";
import { changeStage, type Staged, type StageRefusal, stagesAfter, type WantedChange } from "./stage-change.ts";

const sheet = "2026-01-15";
const today = "2026-06-01";

const interested: Staged = { stage: "interested", history: [{ stage: "interested", on: "2026-02-01" }] };

function refusal(adoption: Staged, change: Partial<WantedChange>): StageRefusal | undefined {
  return changeStage(adoption, { stage: "preparing", on: "2026-03-01", ...change }, sheet, today).refusal;
}

test("a stage follows with its day and note, and nothing else of the adoption changes", () => {
  const adoption = { ...interested, uid: "escale-borne", visibility: "network" };
  const change = { stage: "preparing", on: "2026-03-01", note: " On se lance. " } as const;
  expect(changeStage(adoption, change, sheet, today).adoption).toEqual({
    ...adoption,
    stage: "preparing",
    history: [
      { stage: "interested", on: "2026-02-01" },
      { stage: "preparing", on: "2026-03-01", note: "On se lance." },
    ],
  });
});

test("a centre may begin anywhere but stopped, and skip a stage it never told of", () => {
  expect(changeStage({}, { stage: "running", on: today }, sheet, today).adoption).toEqual({
    stage: "running",
    history: [{ stage: "running", on: today }],
  });
  expect(refusal({}, { stage: "stopped", reason: "Trop tôt." })).toBe("stage-backwards");
  expect(refusal(interested, { stage: "adopted" })).toBeUndefined();
});

test("no stage goes backwards; what is adopted can only stop", () => {
  expect(refusal({ stage: "running" }, { stage: "preparing" })).toBe("stage-backwards");
  expect(stagesAfter("adopted")).toEqual(["stopped"]);
  expect(refusal({ stage: "adopted" }, { stage: "stopped", reason: "Fini." })).toBeUndefined();
  expect(refusal(interested, { stage: "interested" })).toBe("stage-unchanged");
});

test("to stop takes a reason in words; it stays told when the centre begins again", () => {
  expect(refusal(interested, { stage: "stopped" })).toBe("reason-missing");
  expect(refusal(interested, { stage: "stopped", reason: " \n " })).toBe("reason-missing");
  const stop = { stage: "stopped", on: "2026-03-01", reason: "Plus de salle." } as const;
  const stopped = changeStage(interested, stop, sheet, today).adoption;
  expect(stopped?.stoppedBecause).toBe("Plus de salle.");
  expect(refusal(stopped ?? {}, { stage: "running" })).toBe("stage-backwards");
  const again = changeStage(stopped ?? {}, { stage: "interested", on: "2026-04-01" }, sheet, today).adoption;
  expect(again?.history.map(({ stage, note }) => [stage, note])).toEqual([
    ["interested", undefined],
    ["stopped", "Plus de salle."],
    ["interested", undefined],
  ]);
  expect(again?.stoppedBecause).toBe("Plus de salle.");
});

test("a reason is taken only for a stop", () => {
  const { adoption } = changeStage(interested, { stage: "running", on: today, reason: "?" }, sheet, today);
  expect(adoption).not.toHaveProperty("stoppedBecause");
});

test("a change is neither before the sheet, nor before the last change, nor in the future", () => {
  expect(refusal({}, { on: "2026-01-14" })).toBe("date-before-sheet");
  expect(refusal({}, { on: "2026-01-15" })).toBeUndefined();
  expect(refusal(interested, { on: "2026-01-31" })).toBe("date-before-last-change");
  expect(refusal(interested, { on: "2026-02-01" })).toBeUndefined();
  expect(refusal(interested, { on: "2026-06-02" })).toBe("date-in-future");
  expect(refusal(interested, { on: today })).toBeUndefined();
});

test("a history that is full takes no more", () => {
  const history = Array.from({ length: mostStageChanges }, () => ({ stage: "interested" as const }));
  expect(refusal({ stage: "interested", history }, {})).toBe("too-many-changes");
});

test("whatever is asked for, in any order, days never fall, stages follow each other and every stop has its reason", () => {
  const day = fc
    .integer({ min: 0, max: 200 })
    .map((days) => new Date(Date.UTC(2026, 0, days)).toISOString().slice(0, 10));
  const change = fc.record({
    stage: fc.constantFrom(...stages),
    on: day,
    reason: fc.option(fc.string(), { nil: undefined }),
  });
  fc.assert(
    fc.property(fc.array(change, { maxLength: 40 }), (changes) => {
      let adoption: Staged = {};
      for (const one of changes) adoption = changeStage(adoption, one, sheet, today).adoption ?? adoption;
      const history = adoption.history ?? [];
      expect(adoption.stage).toBe(history.at(-1)?.stage);
      for (const [index, { stage, on = "", note }] of history.entries()) {
        const before = history[index - 1];
        expect(stagesAfter(before?.stage)).toContain(stage);
        expect(on >= (before?.on ?? sheet) && on <= today).toBe(true);
        if (stage === "stopped") expect(note).toBeTruthy();
      }
    }),
  );
});
