import { describe, expect, test } from "vitest";
import { type PreviewClaims, readPreview, signPreview } from "./preview-link.ts";

const secret = "un-secret-pour-les-essais-de-liens";
const now = Date.parse("2026-01-05T14:00:00Z");
const claims: PreviewClaims = {
  type: "kit",
  documentId: "abc",
  locale: "fr",
  status: "draft",
  until: now + 1000,
  desk: "https://redaction.example",
};

describe("A link to a draft", () => {
  test("allows what was signed, until its time", async () => {
    const link = await signPreview(claims, secret);
    expect(await readPreview(link, secret, now)).toEqual(claims);
    expect(await readPreview(link, secret, now + 1000)).toBe("expired");
  });

  test("allows nothing when any of its characters is changed", async () => {
    const link = await signPreview(claims, secret);
    for (let at = 0; at < link.length; at += 7) {
      const other = link[at] === "A" ? "B" : "A";
      expect(await readPreview(link.slice(0, at) + other + link.slice(at + 1), secret, now), String(at)).toBe("forged");
    }
  });

  test("allows nothing when another key signed it, or when it is no link at all", async () => {
    expect(await readPreview(await signPreview(claims, `${secret}x`), secret, now)).toBe("forged");
    for (const link of ["", ".", "a.b", "a.b.c", "é.é", "bnVsbA.AAAA"])
      expect(await readPreview(link, secret, now)).toBe("forged");
  });
});
