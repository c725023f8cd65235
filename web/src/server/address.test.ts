import fc from "fast-check";
import { expect, test } from "vitest";
import { isPlainPath, lacksSlash, parseAddress } from "./address.ts";

test.each([
  "/%00",
  "/%E0%A4%A",
  "//evil.example",
  "/fr//x/",
  "/fr/../x/",
  "/fr/./x/",
  "/fr/a%2Fb/",
  "/fr/a%5cb/",
  "/fr/a\\b/",
  "/fr/%7f/",
  "/é",
  "http://evil.example/",
  "*",
  "",
  "/fr/?q=\x7f",
  `/${"a".repeat(5000)}`,
  `/fr/recherche/?q=${"a".repeat(9000)}`,
])("%j is garbage", (target) => {
  expect(parseAddress(target)).toBeUndefined();
});

test("an address is split into its path and its query", () => {
  expect(parseAddress("/fr/recherche/?q=a%20b")).toEqual({ path: "/fr/recherche/", query: "?q=a%20b" });
  expect(parseAddress("/fr/")).toEqual({ path: "/fr/", query: "" });
});

test("the longest search has an address, in any script", () => {
  expect(parseAddress(`/api/search?q=${encodeURIComponent("語".repeat(500))}`)?.path).toBe("/api/search");
});

test("whatever is asked is either refused or a path that can be decoded and resolves to itself", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.webPath(), fc.stringMatching(/^\/[%./a-f0-9\\?]*$/)), (target) => {
      const address = parseAddress(target);
      if (address === undefined) return;
      expect(decodeURIComponent(address.path)).not.toBe("");
      expect(new URL(address.path, "http://site.example").host).toBe("site.example");
    }),
  );
});

test.each([
  "/",
  "/fr/",
  "/fr/solutions/centres-sociaux-connectes/",
  "/robots.txt",
  "/schema/package.json",
  "/api/search",
])("%s may be an address of the site", (path) => {
  expect(isPlainPath(path)).toBe(true);
});

test.each([
  "/fr/solutions/x.json/",
  "/fr/%78/",
  "/FR/",
  "/_error/404/fr/",
  "/_image",
  `/fr/${"a".repeat(121)}/`,
  "/a.b.c",
])("%s can't be an address of the site", (path) => {
  expect(isPlainPath(path)).toBe(false);
});

test("a page's address ends with a slash, a file's doesn't", () => {
  expect(lacksSlash("/fr/solutions/x")).toBe(true);
  expect(lacksSlash("/fr/")).toBe(false);
  expect(lacksSlash("/robots.txt")).toBe(false);
});
