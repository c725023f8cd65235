import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyStored } from "../model/arbitrary-entry.ts";
import { canonicalJson } from "../model/canonical.ts";
import type { Fields } from "../model/field.ts";
import type { Stored } from "../model/to-stored.ts";
import { contentType, contentTypes, resourceTypes } from "../types/index.ts";
import { applyChange, applyChanges } from "./apply.ts";
import { changesBetween } from "./compare.ts";

/** Another version of an entry: some fields from elsewhere, lists shuffled, shortened and mixed with those of another entry. */
const nextVersion = (name: (typeof resourceTypes)[number]) =>
  fc.tuple(anyStored(name), anyStored(name), fc.infiniteStream(fc.nat({ max: 99 }))).map(([before, other, chances]) => {
    const after: Stored = { ...before };
    for (const key of new Set([...Object.keys(before), ...Object.keys(other)])) {
      const chance = chances.next().value ?? 0;
      const [own, foreign] = [before[key], other[key]];
      if (chance < 25) continue;
      if (Array.isArray(own) && chance < 75) {
        const mixed = [...own, ...(Array.isArray(foreign) ? foreign : [])].toSorted(
          () => (chances.next().value ?? 0) - 50,
        );
        const list = mixed.slice(0, Math.max(1, (chances.next().value ?? 0) % (mixed.length + 1)));
        after[key] = typeof list[0] === "string" ? [...new Set(list)] : list;
      } else if (foreign !== undefined) after[key] = foreign;
      else if (!contentType(name).fields[key]?.required) delete after[key];
    }
    return { before, after, other };
  });

/** The names and kinds of values, without the rules that hold between fields. */
const fitsShape = (fields: Fields, stored: Stored): boolean =>
  Object.entries(stored).every(([name, value]) => {
    const field = fields[name];
    if (!field || field.nature === "private") return false;
    if (field.shape.kind !== "component") return field.stored.safeParse(value).success;
    const { fields: inner } = field.shape.component;
    return (Array.isArray(value) ? value : [value]).every((one) => fitsShape(inner, one as Stored));
  }) && Object.entries(fields).every(([name, { required }]) => !required || stored[name] !== undefined);

describe.each(resourceTypes)("Changes of a %s", (name) => {
  const { fields } = contentType(name);

  test("taken all together, in any order, they make the newer version of the older one", () => {
    fc.assert(
      fc.property(nextVersion(name), fc.boolean(), ({ before, after }, isReversed) => {
        const changes = changesBetween({ fields, before, after });
        const chosen = isReversed ? changes.toReversed() : changes;
        const { document, outcomes } = applyChanges({ fields, before, after }, chosen, before);
        expect(canonicalJson(document)).toBe(canonicalJson(after));
        expect([...outcomes.keys()].toSorted()).toEqual(changes.map(({ id }) => id).toSorted());
        expect([...outcomes.values()].filter((outcome) => outcome !== "taken")).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test("each alone leaves a document of the same shape, changed, and no two share an id", () => {
    fc.assert(
      fc.property(nextVersion(name), ({ before, after }) => {
        fc.pre(fitsShape(fields, before) && fitsShape(fields, after));
        const changes = changesBetween({ fields, before, after });
        expect(new Set(changes.map(({ id }) => id)).size).toBe(changes.length);
        for (const change of changes) {
          const { document, outcomes } = applyChange({ fields, before, after }, change, before);
          expect(outcomes.get(change.id)).toBe("taken");
          expect(canonicalJson(document), change.id).not.toBe(canonicalJson(before));
          expect(fitsShape(fields, document), change.id).toBe(true);
        }
      }),
      { numRuns: 8 },
    );
  });

  test("none taken changes nothing; all taken again are there already", () => {
    fc.assert(
      fc.property(nextVersion(name), ({ before, after, other }) => {
        const versions = { fields, before, after };
        expect(applyChanges(versions, [], other).document).toEqual(other);
        const { document } = applyChanges(versions, changesBetween(versions), after);
        expect(canonicalJson(document)).toBe(canonicalJson(after));
      }),
      { numRuns: 30 },
    );
  });
});

describe("A document that has gone its own way", () => {
  const { fields } = contentTypes.solution;
  const step = (title: string, duration?: string) => ({ title, ...(duration && { duration }) });
  const before = { title: "Titre", place: "Nord", steps: [step("Réunir"), step("Choisir", "un jour"), step("Tenir")] };

  test("keeps its own changes and takes what others changed elsewhere", () => {
    const after = { ...before, place: "Lille", steps: [step("Tenir"), step("Réunir"), step("Choisir", "deux jours")] };
    const own = { ...before, title: "Mon titre", steps: [step("À nous"), ...before.steps] };
    const versions = { fields, before, after };
    const { document, outcomes } = applyChanges(versions, changesBetween(versions), own);
    expect(document).toEqual({
      title: "Mon titre",
      place: "Lille",
      steps: [step("Tenir"), step("À nous"), step("Réunir"), step("Choisir", "deux jours")],
    });
    expect(new Set(outcomes.values())).toEqual(new Set(["taken"]));
  });

  test("is left as it is where both changed the same thing, and the conflict is told", () => {
    const after = { ...before, place: "Lille", steps: [step("Réunir"), step("Tenir")] };
    const own = { ...before, place: "Douai", steps: [step("Réunir"), step("Choisir", "trois jours"), step("Tenir")] };
    const versions = { fields, before, after };
    const { document, outcomes } = applyChanges(versions, changesBetween(versions), own);
    expect(document).toEqual(own);
    expect(Object.fromEntries(outcomes)).toEqual({ place: "conflict", "steps.1:removed": "conflict" });
  });

  test("that lacks what was changed is told so", () => {
    const after = { ...before, steps: [step("Réunir"), step("Choisir", "deux jours"), step("Tenir")] };
    const own = { title: "Titre", place: "Nord", steps: [step("Réunir"), step("Tenir")] };
    const versions = { fields, before, after };
    const { document, outcomes } = applyChanges(versions, changesBetween(versions), own);
    expect(document).toEqual(own);
    expect(Object.fromEntries(outcomes)).toEqual({ "steps.1.duration": "conflict" });
  });

  test("does not get twice what it has added itself", () => {
    const after = { ...before, steps: [...before.steps, step("Raconter")] };
    const versions = { fields, before, after };
    const { document, outcomes } = applyChanges(versions, changesBetween(versions), after);
    expect(document).toEqual(after);
    expect([...outcomes.values()]).toEqual(["already"]);
  });

  test("tells its own text where both changed it, and gets what somebody decides there", () => {
    const after = { ...before, place: "Lille", steps: [step("Réunir"), step("Tenir")] };
    const own = { ...before, place: "Douai", steps: [step("Réunir"), step("Choisir", "trois jours"), step("Tenir")] };
    const versions = { fields, before, after };
    const changes = changesBetween(versions);
    const told = applyChanges(versions, changes, own).own;
    expect(Object.fromEntries(told)).toEqual({ place: "Douai", "steps.1:removed": step("Choisir", "trois jours") });
    const decisions = new Map<string, unknown>([
      ["place", "Lens"],
      ["steps.1:removed", undefined],
    ]);
    const { document, outcomes } = applyChanges(versions, changes, own, decisions);
    expect(document).toEqual({ ...own, place: "Lens", steps: [step("Réunir"), step("Tenir")] });
    expect(new Set(outcomes.values())).toEqual(new Set(["taken"]));
  });

  test("hears nothing of decisions where there is no conflict", () => {
    const after = { ...before, place: "Lille" };
    const versions = { fields, before, after };
    const { document } = applyChanges(versions, changesBetween(versions), before, new Map([["place", "Lens"]]));
    expect(document).toEqual(after);
  });
});
