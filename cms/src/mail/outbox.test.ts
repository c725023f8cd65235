import { expect, test } from "vitest";
import { mailName } from "./outbox.ts";

const at = new Date("2026-11-24T18:40:07.123Z");

test.each([
  ["Choisir un nouveau mot de passe", "2026-11-24-184007-choisir-un-nouveau-mot-de-passe-ab12"],
  ["L’été : « Ça » ?", "2026-11-24-184007-l-ete-ca-ab12"],
  ["../../etc/passwd\0\n", "2026-11-24-184007-etc-passwd-ab12"],
  ["", "2026-11-24-184007-ab12"],
  ["x".repeat(300), `2026-11-24-184007-${"x".repeat(60)}-ab12`],
])("a message about %j is named after its date and subject", (subject, name) => {
  expect(mailName(at, subject, "ab12")).toBe(name);
});
