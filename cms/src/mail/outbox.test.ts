import { expect, test } from "vitest";
import { mailName } from "./outbox.ts";

const at = new Date("2026-11-24T18:40:07.042Z");

test.each([
  ["Choisir un nouveau mot de passe", "2026-11-24-184007-042-choisir-un-nouveau-mot-de-passe-ab12"],
  ["L’été : « Ça » ?", "2026-11-24-184007-042-l-ete-ca-ab12"],
  ["../../etc/passwd\0\n", "2026-11-24-184007-042-etc-passwd-ab12"],
  ["", "2026-11-24-184007-042-ab12"],
  ["x".repeat(300), `2026-11-24-184007-042-${"x".repeat(60)}-ab12`],
])("a message about %j is named after its date and subject", (subject, name) => {
  expect(mailName(at, subject, "ab12")).toBe(name);
});

test("messages of one second stand in the order in which they were sent", () => {
  const names = ["bien arrivée", "acceptée"].map((about, after) =>
    mailName(new Date(1_764_000_000_100 + after), about),
  );
  expect(names.toSorted()).toEqual(names);
});
