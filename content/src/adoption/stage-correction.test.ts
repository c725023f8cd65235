import fc from "fast-check";
import { expect, test } from "vitest";
import { stages } from "../components/loop.ts";
import { changeStage, type Staged, stagesAfter } from "./stage-change.ts";
import { correctionsOf, correctStage, mayCorrect } from "./stage-correction.ts";

const sheet = "2026-01-15";
const today = "2026-06-01";
const running: Staged = { stage: "running", history: [{ stage: "running", on: "2026-02-01" }] };
const adopted = (before: Staged): Staged =>
  changeStage(before, { stage: "adopted", on: "2026-03-01" }, sheet, today).adoption ?? {};

test("another stage, day and note stand in the place of the last ones", () => {
  const interested: Staged = { stage: "interested", history: [{ stage: "interested", on: "2026-02-01" }] };
  const change = { stage: "preparing", on: "2026-02-15", note: "On prépare." } as const;
  expect(correctStage(adopted(interested), change, sheet, today).adoption).toMatchObject({
    stage: "preparing",
    history: [
      { stage: "interested", on: "2026-02-01" },
      { stage: "preparing", on: "2026-02-15", note: "On prépare." },
    ],
  });
});

test("corrected to the stage before it, a change was never told", () => {
  expect(correctionsOf(adopted(running))).toEqual(["running", "adopted", "stopped"]);
  expect(correctStage(adopted(running), { stage: "running", on: today }, sheet, today).adoption).toMatchObject(running);
});

test("a first stage may be any that a centre may begin with, and the same with another day", () => {
  expect(correctionsOf(running)).toEqual(["interested", "preparing", "running", "adopted"]);
  expect(correctStage(running, { stage: "running", on: "2026-01-20" }, sheet, today).adoption?.history).toEqual([
    { stage: "running", on: "2026-01-20" },
  ]);
});

test("a correction is no way back over what was told before", () => {
  const change = { stage: "preparing", on: today } as const;
  expect(correctStage(adopted(running), change, sheet, today).refusal).toBe("stage-backwards");
  const early = { stage: "adopted", on: "2026-01-31" } as const;
  expect(correctStage(adopted(running), early, sheet, today).refusal).toBe("date-before-last-change");
  expect(correctStage(adopted(running), { ...early, on: "2026-06-02" }, sheet, today).refusal).toBe("date-in-future");
});

test("with a stop goes its reason; the reason of an earlier stop comes back", () => {
  const stop = (before: Staged, reason: string) =>
    changeStage(before, { stage: "stopped", on: today, reason }, sheet, today).adoption ?? {};
  const first = stop(running, "Plus de salle.");
  const undone = correctStage(first, { stage: "adopted", on: today }, sheet, today).adoption;
  expect([undone?.stage, undone?.stoppedBecause]).toEqual(["adopted", undefined]);
  const again = changeStage(first, { stage: "preparing", on: today }, sheet, today).adoption ?? {};
  const second = stop(again, "Plus personne.");
  const back = correctStage(second, { stage: "preparing", on: today }, sheet, today).adoption;
  expect([back?.stage, back?.stoppedBecause]).toEqual(["preparing", "Plus de salle."]);
  expect(correctStage(second, { stage: "stopped", on: today }, sheet, today).refusal).toBe("reason-missing");
});

test("whatever is told, it can be corrected to just what the choice offers", () => {
  const stage = fc.constantFrom(...stages);
  fc.assert(
    fc.property(fc.array(stage, { minLength: 1, maxLength: 12 }), stage, (told, wanted) => {
      let adoption: Staged = {};
      for (const one of told)
        adoption = changeStage(adoption, { stage: one, on: today, reason: "x" }, sheet, today).adoption ?? adoption;
      fc.pre(adoption.history !== undefined);
      const { refusal, adoption: corrected } = correctStage(
        adoption,
        { stage: wanted, on: today, reason: "x" },
        sheet,
        today,
      );
      expect(refusal === undefined).toBe(correctionsOf(adoption).includes(wanted));
      const history = corrected?.history ?? [];
      for (const [index, one] of history.entries()) expect(stagesAfter(history[index - 1]?.stage)).toContain(one.stage);
    }),
  );
});

test("for a day after it was told", () => {
  const now = Date.parse("2026-06-01T12:00:00.000Z");
  expect(mayCorrect("2026-05-31T12:00:01.000Z", now)).toBe(true);
  expect(mayCorrect("2026-05-31T12:00:00.000Z", now)).toBe(false);
  expect(mayCorrect(undefined, now)).toBe(false);
});
