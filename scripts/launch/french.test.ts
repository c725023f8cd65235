import { expect, test } from "vitest";
import { french } from "./french.mjs";

test.each([
  ["C'est prêt : « oui » !", "C’est prêt\u00a0: «\u00a0oui\u00a0»\u202f!"],
  ["Attente de 12 s", "Attente de 12\u202fs"],
  ["http://127.0.0.1:4321/", "http://127.0.0.1:4321/"],
  ["PORT=…, d'après l'usage", "PORT=…, d’après l’usage"],
])("%s is set as French typography asks", (plain, set) => {
  expect(french(plain)).toBe(set);
});
