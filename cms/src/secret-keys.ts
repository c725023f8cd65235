import { hkdfSync } from "node:crypto";
import { masterSecret } from "./environment.ts";

/** A key for one purpose, derived from the master secret (HKDF, RFC 5869): purposes can't be told from one another's keys. */
export const secretKey = (purpose: string): string =>
  Buffer.from(hkdfSync("sha256", masterSecret(), "essaim-cms", purpose, 32)).toString("base64url");
