import { expect, test } from "vitest";
import { wantsDemonstration } from "./demonstration.ts";
import { readSettings } from "./settings.ts";

const wants = (variables: Record<string, string>, fromSeed = true) =>
  wantsDemonstration(readSettings(variables, "/srv/essaim"), fromSeed);

test.each([
  ["nothing said", {}],
  ["an address of this machine", { HOST: "::1", PUBLIC_URL: "http://localhost:8080" }],
  ["a public address, but asked for", { PUBLIC_URL: "https://essaim.example", ESSAIM_DEMO_ACCOUNTS: "yes" }],
])("known passwords open accounts where the portal is shown to this machine: %s", (_, variables) => {
  expect(wants(variables)).toBe(true);
});

test.each([
  ["a public address", { PUBLIC_URL: "https://essaim.example" }, true],
  ["a local address that begins like this machine's", { PUBLIC_URL: "http://127.0.0.1.essaim.example" }, true],
  ["every network", { HOST: "0.0.0.0" }, true],
  ["refused", { ESSAIM_DEMO_ACCOUNTS: "no" }, true],
  ["content of its own", {}, false],
])("and nowhere else: %s", (_, variables, fromSeed) => {
  expect(wants(variables, fromSeed)).toBe(false);
});
