import { describe, expect, it } from "vitest";
import { parseSearchParams } from "./search-request.ts";

const parse = (query: string) => parseSearchParams(new URLSearchParams(query));
const errorOf = (query: string) => {
  const parsed = parse(query);
  return parsed.ok ? undefined : parsed.error;
};

describe("A search address", () => {
  it("may be empty, or carry the empty values of a form", () => {
    const bare = parse("");
    expect(bare).toMatchObject({ ok: true, request: { q: "", locale: "fr", limit: 20, offset: 0, theme: [] } });
    expect(parse("q=&locale=fr&type=&theme=&audience=&centre=&tool=&maturity=&licence=&limit=&offset=")).toEqual(bare);
  });

  it("gives several values of a facet, each once", () => {
    expect(parse("theme=a&theme=b&theme=a&type=kit")).toMatchObject({ request: { theme: ["a", "b"], type: ["kit"] } });
  });

  it("leaves unknown parameters alone", () => {
    expect(parse("utm_source=x&q=jardin")).toMatchObject({ ok: true, request: { q: "jardin" } });
  });

  it.each([
    ["limit=0", "out_of_range", "limit"],
    ["limit=101", "out_of_range", "limit"],
    ["limit=abc", "out_of_range", "limit"],
    ["limit=1.5", "out_of_range", "limit"],
    ["offset=-1", "out_of_range", "offset"],
    ["limit=1e2", "out_of_range", "limit"],
    ["limit=0x10", "out_of_range", "limit"],
    ["offset=99999999999", "out_of_range", "offset"],
    ["type=page", "unknown_value", "type"],
    ["maturity=ripe", "unknown_value", "maturity"],
    ["locale=de", "unknown_value", "locale"],
    ["sort=oldest", "unknown_value", "sort"],
    ["theme=%22%20OR%201=1", "malformed", "theme"],
    ["licence=%3Cscript%3E", "malformed", "licence"],
    ["adoptedIn=Calaisis%00", "malformed", "adoptedIn"],
    [`adoptedIn=${"a".repeat(161)}`, "malformed", "adoptedIn"],
    ["q=a&q=b", "repeated", "q"],
    [`q=${"a".repeat(501)}`, "too_long", "q"],
    [Array.from({ length: 31 }, (_, number) => `theme=t${number}`).join("&"), "too_many", "theme"],
  ])("is refused for %s with the reason %s and the field %s", (query, code, field) => {
    expect(errorOf(query)).toMatchObject({ code, field });
  });

  it("is refused in the language of the request", () => {
    expect(errorOf("limit=0")?.message).toBe("« limit » doit être un nombre entier de 1 à 100.");
    expect(errorOf("limit=0&locale=en")?.message).toBe("“limit” must be a whole number from 1 to 100.");
    expect(parseSearchParams(new URLSearchParams("limit=0"), "nl")).toMatchObject({
      error: { message: "‘limit’ moet een geheel getal van 1 tot 100 zijn." },
    });
  });
});
