import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyStored } from "../model/arbitrary-entry.ts";
import { contentType, contentTypes } from "../types/index.ts";
import { toPackaged } from "./convert.ts";
import { packageJsonSchema } from "./json-schema.ts";
import { isPackagedType, parseLine } from "./line.ts";

const ajv = new Ajv2020.default({ strict: true, strictRequired: false, allErrors: true });
addFormats.default(ajv);
ajv.addSchema(packageJsonSchema(), "package");
const validatorOf = (definition: string) => {
  const validate = ajv.getSchema(`package#/$defs/${definition}`);
  if (!validate) throw new Error(`no definition ${definition}`);
  return (value: unknown) => {
    validate(value);
    return validate.errors ?? [];
  };
};

const names = Object.keys(contentTypes).filter(isPackagedType);

describe.each(names)("any line of a %s", (name) => {
  const { fields } = contentType(name);
  const errorsOf = validatorOf("line");

  test("follows the published schema", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(anyStored(name), (stored) => {
        const line = { type: name, uid: "essai", locale: "fr", data: toPackaged(fields, stored) };
        expect(errorsOf(JSON.parse(JSON.stringify(line)))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

test("what the importer refuses for its shape, the schema refuses too", () => {
  const errorsOf = validatorOf("line");
  const sound = { type: "solution", uid: "a", locale: "fr", data: { title: "T", summary: "S" } };
  expect(errorsOf(sound)).toEqual([]);
  const wrong = [
    { ...sound, type: "plan" },
    { ...sound, uid: "A b" },
    { ...sound, locale: "de" },
    { ...sound, extra: 1 },
    { ...sound, data: { title: "T" } },
    { ...sound, data: { ...sound.data, titel: "x" } },
    { ...sound, data: { ...sound.data, title: "x".repeat(201) } },
    { ...sound, data: { ...sound.data, startDate: "2017-02-30" } },
    { ...sound, data: { ...sound.data, cover: { file: "../x.jpg", alt: "x" } } },
    { ...sound, data: { ...sound.data, steps: [{ when: "2017" }] } },
    { ...sound, data: { ...sound.data, email: "private@example.org" } },
  ];
  for (const line of wrong) {
    expect(errorsOf(line), JSON.stringify(line).slice(0, 200)).not.toEqual([]);
    expect(parseLine(JSON.stringify(line), 1)).toMatchObject({ ok: false });
  }
});

test("manifests and version lines follow the schema", () => {
  expect(validatorOf("manifest")({ format: "essaim-package", version: 1, licence: "CC-BY-SA-4.0" })).toEqual([]);
  expect(validatorOf("manifest")({ format: "essaim-package", version: 2 })).not.toEqual([]);
  const version = { type: "kit", uid: "a", locale: "fr", number: 1, at: "2026-01-06T10:00:00.000Z", data: {} };
  expect(validatorOf("versionLine")(version)).toEqual([]);
  expect(validatorOf("versionLine")({ ...version, number: 0 })).not.toEqual([]);
});
