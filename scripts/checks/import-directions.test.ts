import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { root } from "../launch/launch.mjs";
import { findWrongImports } from "./import-directions.ts";

test("no room imports what the house forbids it", () => {
  expect(findWrongImports(root)).toEqual([]);
});

let house = "";
beforeEach(() => {
  house = mkdtempSync(join(tmpdir(), "essaim-house-"));
});
afterEach(() => rmSync(house, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(house, path)), { recursive: true });
  writeFileSync(join(house, path), text);
}

describe("a wrong import is found", () => {
  test.each([
    ["a file read in content", "content/src/a.ts", 'import { readFile } from "node:fs/promises";'],
    ["a package in content", "content/src/a.ts", 'import cache from "lru-cache";'],
    ["the CMS in the site, by its path", "web/src/a.ts", 'import { x } from "../../cms/src/a.ts";'],
    ["the CMS in the site, by its name", "web/src/a.ts", 'import type { X } from "@essaim/cms";'],
    [
      "search’s server side in a page",
      "web/src/routes/a.astro",
      '---\nimport { x } from "@essaim/search/engine";\n---\n<p/>',
    ],
    ["search in the CMS, when it is asked for", "cms/src/a.ts", 'export const x = () => import("@essaim/search");'],
    ["the site in the importer", "seed/src/a.ts", 'export { x } from "../../web/src/a.ts";'],
    ["content in a journey", "e2e/src/a.ts", 'import { x } from "@essaim/content";'],
  ])("%s", (_, path, text) => {
    write(path, text);
    expect(findWrongImports(house)).toHaveLength(1);
  });

  test("and what is allowed is not", () => {
    write("web/src/search/query.ts", "export const x = 1;");
    write(
      "web/src/a.ts",
      'import { a } from "@essaim/content";\nimport { b } from "@essaim/search";\nimport { x } from "./search/query.ts";',
    );
    write("content/src/b/a.ts", 'import { z } from "zod";\nimport { x } from "../c.ts";');
    expect(findWrongImports(house)).toEqual([]);
  });
});

test("the linter refuses wrong imports too, and allows right ones", () => {
  write("content/src/a.ts", 'import { readFile } from "node:fs/promises";\nexport const a = readFile;\n');
  write("web/src/a.ts", 'import { x } from "../../cms/src/a.ts";\nexport const a = x;\n');
  write("cms/src/a.ts", 'import { x } from "@essaim/search";\nexport const a = x;\n');
  write("seed/src/a.ts", 'import { x } from "@essaim/web";\nexport const a = x;\n');
  write("scripts/a.ts", 'import { x } from "@essaim/search/engine";\nexport const a = x;\n');
  write("web/src/b.ts", 'import { x } from "@essaim/content";\nexport const a = x;\n');
  copyFileSync(join(root, "biome.json"), join(house, "biome.json"));
  const biome = join(root, "node_modules/@biomejs/biome/bin/biome");
  const lint = spawnSync(
    process.execPath,
    [biome, "lint", "--vcs-enabled=false", "--only=style/noRestrictedImports", "--reporter=github", "."],
    {
      cwd: house,
      encoding: "utf8",
    },
  );
  const files = [...lint.stdout.matchAll(/noRestrictedImports,file=([^,]+)/g)].map(([, file]) =>
    file?.replace(/^.*essaim-house-\w+\//, ""),
  );
  expect(files.sort()).toEqual(["cms/src/a.ts", "content/src/a.ts", "seed/src/a.ts", "web/src/a.ts"]);
});
