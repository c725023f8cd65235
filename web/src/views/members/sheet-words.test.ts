import { expect, test } from "vitest";
import { placeOf } from "./sheet-words.ts";

test("a problem is found by the names that the form uses, entries of lists by their own", () => {
  const plain = (name: string, locale: "fr" | "en" | "nl") => placeOf(name, locale).replaceAll("\u00a0", " ");
  expect(plain("title", "fr")).toBe("Titre");
  expect(plain("steps.1.title", "fr")).toBe("Étape 2, Titre");
  expect(plain("steps", "fr")).toBe("Étapes");
  expect(plain("agenda.2.materials.0.quantity", "en")).toBe("Moment 3, Material 1, Quantity");
  expect(plain("replication.plan.0.weekOffset", "nl")).toBe("Overnemen bij u, Stap van het plan 1, Week");
});
