import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { scratch } from "../tests/sample-package.ts";
import { portalAddress } from "./environment.ts";

test("the token comes from the environment, else from the portal’s data folder", async () => {
  const folder = await scratch();
  await writeFile(join(folder, "secrets.json"), JSON.stringify({ ESSAIM_IMPORT_TOKEN: "kept", OTHER: "x" }));
  const kept = await portalAddress({ DATA_DIR: folder, CMS_PORT: "5050" });
  expect(kept).toEqual({ url: "http://127.0.0.1:5050", token: "kept" });
  const given = await portalAddress({ DATA_DIR: folder, CMS_URL: "http://cms:1337/", ESSAIM_IMPORT_TOKEN: "given" });
  expect(given).toEqual({ url: "http://cms:1337", token: "given" });
});

test("wrong variables and a missing token are told by name", async () => {
  await expect(portalAddress({ CMS_PORT: "abc", ESSAIM_IMPORT_TOKEN: "x" })).rejects.toThrow("CMS_PORT");
  await expect(portalAddress({ DATA_DIR: await scratch() })).rejects.toThrow("ESSAIM_IMPORT_TOKEN");
});
