import { describe, expect, it } from "vitest";
import { contentTypes } from "../types/index.ts";
import { lineSchema, paragraphsSchema } from "./plain-text.ts";
import { toStored } from "./to-stored.ts";

describe("plain text", () => {
  it.each([" ", "\u00a0\u202f", "\u200b", "\u2060\ufeff", "\u00ad", "\u2800", "\u3164"])(
    "that shows nothing (%j) is refused, on one line and on several",
    (nothing) => {
      expect(lineSchema(20).safeParse(nothing).success).toBe(false);
      expect(paragraphsSchema(20).safeParse(`${nothing}\n${nothing}`).success).toBe(false);
    },
  );

  it.each(["a", "👩‍🌾", "مركز", "—", " x "])("that shows something (%j) is kept", (something) => {
    expect(lineSchema(20).parse(something)).toBe(something);
    expect(paragraphsSchema(20).parse(`${something}\n\n`)).toBe(`${something}\n\n`);
  });

  it("has no characters that turn the direction of what follows", () => {
    expect(lineSchema(20).parse("\u202efdp.exe")).toBe("fdp.exe");
    expect(paragraphsSchema(20).parse("a\u2067b\u2069\n\u202ac\u202c")).toBe("ab\nc");
    expect(lineSchema(20).safeParse("\u202e").success).toBe(false);
    const row = { title: "\u202eTitre", objectives: "\u2066un\ndeux", steps: [{ title: "a\u202d" }] };
    expect(toStored(contentTypes.solution.fields, row)).toEqual({
      title: "Titre",
      objectives: ["un", "deux"],
      steps: [{ title: "a" }],
    });
    expect(toStored(contentTypes.theme.fields, { labels: { fr: "\u202eThème", en: null, nl: null } })).toEqual({
      labels: { fr: "Thème" },
    });
  });

  it("is as long as the CMS counts it: an emoji for two", () => {
    expect(lineSchema(4).safeParse("👋👋").success).toBe(true);
    expect(lineSchema(4).safeParse("👋👋👋").success).toBe(false);
  });

  it("is what a sheet's title must be", () => {
    const sheet = { title: "\u200b", slug: "x", summary: "Vu" };
    expect(contentTypes.solution.stored.safeParse(sheet).error?.issues[0]?.path).toEqual(["title"]);
  });
});
