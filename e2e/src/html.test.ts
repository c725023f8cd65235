import { HtmlValidate } from "html-validate";
import { expect, inject, test } from "vitest";
import { pathsOfKinds } from "./addresses.ts";

const { site } = inject("portal");

/** The standard's own rules; how tags are written and what a cache may compress is ours to choose. */
const validator = new HtmlValidate({ extends: ["html-validate:standard"] });

test("every kind of page in every language is valid HTML", async () => {
  const paths = await pathsOfKinds(site);
  expect(paths.length).toBeGreaterThan(3 * 16);
  for (const path of paths) {
    const html = await (await fetch(site + path)).text();
    const { results } = await validator.validateString(html);
    const problems = results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message, line, column }) => `${ruleId}: ${message} (${line}:${column})`),
    );
    expect.soft(problems, path).toEqual([]);
  }
});
