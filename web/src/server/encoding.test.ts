import { expect, test } from "vitest";
import { chooseEncoding } from "./encoding.ts";

test.each([
  ["gzip, deflate, br, zstd", "br"],
  ["gzip", "gzip"],
  ["br;q=0, gzip", "gzip"],
  ["br;q=0.2, gzip;q=0.9", "gzip"],
  ["*", "br"],
  ["identity", "identity"],
  ["", "identity"],
  [undefined, "identity"],
  ["*;q=0", "identity"],
  ["br;q=nonsense", "identity"],
])("for Accept-Encoding %j the body is %s", (header, encoding) => {
  expect(chooseEncoding(header)).toBe(encoding);
});
