import { expect, test } from "vitest";
import { PlainError } from "../launch/plain-error.mjs";
import { callableHost, readSettings } from "./settings.ts";

const refusal = (variables: Record<string, string>): string => {
  try {
    readSettings(variables, "/srv/essaim");
    return "";
  } catch (error) {
    return error instanceof PlainError ? error.message : String(error);
  }
};

test("without variables, the portal stands at its usual places", () => {
  const settings = readSettings({ PORT: " ", DATABASE_URL: "" }, "/srv/essaim");
  expect(settings).toMatchObject({
    PORT: 4321,
    CMS_PORT: 1337,
    MEILI_PORT: 7700,
    HOST: "127.0.0.1",
    DATA_DIR: "/srv/essaim/.data",
  });
});

test.each([
  ["PORT", "http"],
  ["CMS_PORT", "70000"],
  ["MEILI_PORT", "1.5"],
  ["HOST", "http://ici"],
  ["DATABASE_URL", "mysql://localhost/essaim"],
  ["MEILI_URL", "localhost:7700"],
  ["MEILI_MASTER_KEY", "court"],
  ["MEILI_BIN", "/nowhere/meilisearch"],
  ["PUBLIC_URL", "essaim.example"],
  ["ESSAIM_ADMIN_EMAIL", "laetitia"],
  ["ESSAIM_ADMIN_PASSWORD", "motdepasse"],
  ["ESSAIM_FIRST_CONTENT", "nowhere/package.zip"],
  ["ESSAIM_DEMO_ACCOUNTS", "oui"],
  ["SMTP_URL", "https://smtp.example.org"],
  ["MAIL_FROM", "Essaim <essaim>"],
])("%s=%s is refused in one line that names the variable", (name, value) => {
  const message = refusal({ [name]: value });
  expect(message).toMatch(new RegExp(`^${name} `));
  expect(message).not.toContain("\n");
});

test("each wrong variable has its line", () => {
  expect(refusal({ PORT: "0", HOST: "a b" }).split("\n")).toHaveLength(2);
});

test("keys and passwords are never repeated in a message", () => {
  const message = refusal({
    ESSAIM_ADMIN_PASSWORD: "secretsecret",
    MEILI_MASTER_KEY: "trop-court",
    DATABASE_URL: "http://u:p@h/",
    SMTP_URL: "http://u:p@h/",
  });
  expect(message).not.toMatch(/secretsecret|trop-court|u:p/);
});

test("a new portal begins with the seed, with another package, or with nothing", () => {
  const firstContent = (given: Record<string, string>) => readSettings(given, "/srv/essaim").ESSAIM_FIRST_CONTENT;
  expect(firstContent({})).toBe("/srv/essaim/seed/package");
  expect(firstContent({ ESSAIM_FIRST_CONTENT: "none" })).toBe("none");
  expect(firstContent({ ESSAIM_FIRST_CONTENT: import.meta.filename })).toBe(import.meta.filename);
});

test("two parts on one port are refused", () => {
  expect(refusal({ PORT: "1337" })).toContain("trois ports différents");
});

test("a wildcard host is called by the loopback address", () => {
  expect([callableHost("0.0.0.0"), callableHost("::"), callableHost("::1"), callableHost("192.0.2.7")]).toEqual([
    "127.0.0.1",
    "127.0.0.1",
    "[::1]",
    "192.0.2.7",
  ]);
});
