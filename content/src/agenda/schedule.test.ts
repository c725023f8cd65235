import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { durationChoices, type Moment, scheduleAgenda, shortestMinutes, usualMinutes } from "./schedule.ts";

const momentArbitrary: fc.Arbitrary<Moment> = fc
  .record({
    minutes: fc.integer({ min: 1, max: 240 }),
    cut: fc.integer({ min: 0, max: 239 }),
    optional: fc.boolean(),
    kind: fc.constantFrom("welcome", "groups", "break", "plenary"),
    day: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ cut, ...moment }) => ({ ...moment, shortestMinutes: Math.max(1, moment.minutes - cut) }));

const minutesOf = (agenda: readonly Moment[], targetMinutes: number) =>
  scheduleAgenda(agenda, { targetMinutes }).reduce((sum, { minutes }) => sum + minutes, 0);

describe("scheduleAgenda", () => {
  it("fills exactly the minutes asked for, whenever moments can shrink or stretch that far", () => {
    fc.assert(
      fc.property(
        fc.array(momentArbitrary, { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 1, max: 2000 }),
        (agenda, target) => {
          const stretchable = agenda.some(({ kind, optional }) => kind !== "welcome" && kind !== "break" && !optional);
          fc.pre(target >= shortestMinutes(agenda) && (target <= usualMinutes(agenda) || stretchable));
          // Dropping an optional moment may leave more minutes than the others usually take: they stretch only where they can.
          fc.pre(stretchable);
          expect(minutesOf(agenda, target)).toBe(target);
        },
      ),
    );
  });

  it("never goes below a moment's shortest length and never drops one that is not optional", () => {
    fc.assert(
      fc.property(
        fc.array(momentArbitrary, { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 0, max: 2000 }),
        (agenda, targetMinutes) => {
          const placed = scheduleAgenda(agenda, { targetMinutes }).flatMap(({ moments }) => moments);
          for (const { moment, minutes } of placed)
            expect(minutes).toBeGreaterThanOrEqual(moment.shortestMinutes ?? moment.minutes);
          const required = agenda.filter(({ optional }) => !optional);
          expect(placed.map(({ moment }) => moment)).toEqual(expect.arrayContaining(required));
        },
      ),
    );
  });

  it("lets moments follow each other without overlap within a day", () => {
    fc.assert(
      fc.property(fc.array(momentArbitrary, { maxLength: 20 }), (agenda) => {
        for (const { moments } of scheduleAgenda(agenda)) {
          expect(moments.map(({ start }) => start)).toEqual([14 * 60, ...moments.slice(0, -1).map(({ end }) => end)]);
        }
      }),
    );
  });

  it("waits for a pinned time and tells by how much a late morning runs past it", () => {
    const agenda = [
      { minutes: 60, kind: "plenary" },
      { minutes: 60, kind: "break", startsAt: "12:00" },
      { minutes: 30, kind: "plenary", startsAt: "12:30" },
    ];
    const [day] = scheduleAgenda(agenda, { startTime: "09:00" });
    expect(day?.moments.map(({ start, overrun }) => [start / 60, overrun])).toEqual([
      [9, 0],
      [12, 0],
      [13, 30],
    ]);
  });

  it("keeps to steps of five minutes when all lengths are", () => {
    const agenda = [20, 10, 40, 10, 10].map((minutes) => ({ minutes, shortestMinutes: 5, kind: "groups" }));
    for (const { minutes } of scheduleAgenda(agenda, { targetMinutes: 60 }).flatMap(({ moments }) => moments))
      expect(minutes % 5).toBe(0);
  });
});

describe("durationChoices", () => {
  it("offers 60, 90 and 120 minutes for a workshop of 90 that can be cut to 60", () => {
    const agenda = [
      { minutes: 60, shortestMinutes: 45, kind: "groups" },
      { minutes: 15, kind: "plenary" },
      { minutes: 15, optional: true, kind: "break" },
    ];
    expect(durationChoices(agenda)).toEqual([60, 90, 120]);
  });

  it("offers nothing for an empty agenda", () => {
    expect(durationChoices([])).toEqual([]);
  });
});
