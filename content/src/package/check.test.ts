import { expect, test } from "vitest";
import { contentTypes } from "../types/index.ts";
import { checkPackage, type Existing } from "./check.ts";
import { lineMaxLength, parseLine } from "./line.ts";
import { parseVersionLine } from "./version-line.ts";

const line = (type: string, uid: string, locale: string, data: object, rest: object = {}) =>
  JSON.stringify({ type, uid, locale, data: { title: "T", summary: "S", ...data }, ...rest });
const theme = JSON.stringify({ type: "theme", uid: "nature", locale: "fr", data: { labels: { fr: "Nature" } } });
const check = (lines: string[], files: string[] = [], existing: Existing = new Map()) =>
  checkPackage(lines, new Set(files), existing);
const problemsOf = (...given: Parameters<typeof check>) => {
  const checked = check(...given);
  return checked.ok ? [] : checked.problems.map(({ line: at, field, code }) => `${at} ${field} ${code}`);
};

test("a sound package gives its lines with their numbers, blank ones left out", () => {
  const checked = check(["", theme, " ", line("kit", "a", "fr", { themes: ["nature"] })]);
  expect(checked.ok && checked.lines.map(({ number }) => number)).toEqual([2, 4]);
});

test("references may lead forward in the package, or to the portal, and nowhere else", () => {
  const kit = line("kit", "a", "fr", { themes: ["nature"], derivedFrom: { document: "solution/b" } });
  expect(problemsOf([kit, theme])).toEqual(["1 data.derivedFrom.document dangling-reference"]);
  expect(
    problemsOf(
      [kit],
      [],
      new Map([
        ["theme/nature", "fr"],
        ["solution/b", "en"],
      ]),
    ),
  ).toEqual([]);
});

test("files must be in the package", () => {
  const kit = line("kit", "a", "fr", { gallery: [{ file: "media/x.jpg", alt: "x" }] });
  expect(problemsOf([kit])).toEqual(["1 data.gallery.0.file missing-file"]);
  expect(problemsOf([kit], ["media/x.jpg"])).toEqual([]);
});

test("one uid stands once in each locale, and once in all for entries without locales", () => {
  expect(problemsOf([line("kit", "a", "fr", {}), line("kit", "a", "en", {}), line("guide", "a", "fr", {})])).toEqual(
    [],
  );
  expect(problemsOf([line("kit", "a", "fr", {}), line("kit", "a", "fr", {})])).toEqual(["2 uid duplicate"]);
  expect(problemsOf([theme, theme.replace('"locale":"fr"', '"locale":"en"')])).toEqual(["2 uid duplicate"]);
});

test("two documents can’t share an address, in whatever languages; one document can in all of its own", () => {
  const second = line("kit", "b", "fr", { slug: "a" });
  expect(problemsOf([line("kit", "a", "fr", {}), second])).toEqual(["2 data.slug slug-taken"]);
  expect(problemsOf([line("kit", "a", "en", {}), second])).toEqual(["2 data.slug slug-taken"]);
  expect(problemsOf([line("kit", "b", "en", { slug: "a" }), second, line("guide", "a", "fr", {})])).toEqual([]);
});

test("the source locale is the portal’s, else the line with facts, else French, else the first", () => {
  const sourceOf = (lines: string[], existing: Existing = new Map()) => {
    const checked = check(lines, [], existing);
    return checked.ok && checked.sourceLocales.get("kit/a");
  };
  const [fr, en, nl] = [line("kit", "a", "fr", {}), line("kit", "a", "en", {}), line("kit", "a", "nl", {})];
  const facts = line("kit", "a", "nl", { maturity: "idea" });
  expect(sourceOf([en, facts, fr])).toBe("nl");
  expect(sourceOf([en, nl, fr])).toBe("fr");
  expect(sourceOf([nl, en])).toBe("nl");
  expect(sourceOf([fr], new Map([["kit/a", "en"]]))).toBe("en");
  expect(problemsOf([facts], [], new Map([["kit/a", "fr"]]))).toEqual(["1 data.maturity misplaced-fact"]);
});

test("a wrong line hides no other wrong line, and is not taken for a missing document", () => {
  const wrong = line("kit", "b", "fr", { maturity: "x" });
  const told = problemsOf([wrong, line("kit", "a", "fr", { related: ["kit/b"] }), "{", "[]"]);
  expect(told).toEqual(["1 data.maturity invalid", "3  not-json", "4  invalid"]);
});

test("at most fifty problems are told, however many there are", () => {
  expect(problemsOf(Array.from({ length: 5000 }, () => "{"))).toHaveLength(50);
  const keys = Object.fromEntries(Array.from({ length: 200_000 }, (_, index) => [`k${index}`, 1]));
  expect(problemsOf([line("kit", "a", "fr", keys)])).toHaveLength(50);
});

test("names that belong to JavaScript’s own objects are ordinary wrong names", () => {
  for (const name of ["constructor", "toString", "__proto__", "hasOwnProperty"])
    expect(problemsOf([line(name, "a", "fr", {})])).toEqual(["1 type unknown-type"]);
  expect(problemsOf([line("kit", "a", "fr", { constructor: 1 })])).toEqual(["1 data.constructor unknown-field"]);
});

test("wrong values of every field are told, never thrown", () => {
  const wrong = [null, 1.5, -1e300, "", "\u0000", "x".repeat(300_000), [], [[]], {}, true, "2017-99-99", "\ud800"];
  for (const [name, type] of Object.entries(contentTypes))
    for (const field of Object.keys(type.fields))
      for (const value of wrong) expect(() => parseLine(line(name, "a", "fr", { [field]: value }), 1)).not.toThrow();
});

test("a title of a megabyte is told by its field, a longer line by itself", () => {
  expect(problemsOf([line("kit", "a", "fr", { title: "x".repeat(2 ** 20) })])).toEqual(["1 data.title invalid"]);
  expect(problemsOf([`"${"x".repeat(lineMaxLength)}"`])).toEqual(["1  line-too-long"]);
});

test("labels have limits of their own", () => {
  const long = JSON.stringify({ type: "theme", uid: "a", locale: "fr", data: { labels: { fr: "x".repeat(201) } } });
  expect(problemsOf([long])).toEqual(["1 data.labels.fr invalid"]);
});

test("a version has a locale exactly when its type has locales", () => {
  const version = { type: "kit", uid: "a", locale: "fr", number: 1, at: "2026-01-06T10:00:00.000Z", data: {} };
  const kit = { ...version, data: { title: "T", summary: "S", themes: ["gone"] } };
  expect(parseVersionLine(JSON.stringify(kit), 1)).toMatchObject({ ok: true });
  expect(parseVersionLine(JSON.stringify({ ...kit, locale: null }), 1)).toMatchObject({ ok: false });
  const label = { ...version, type: "theme", data: { labels: { fr: "N" } } };
  expect(parseVersionLine(JSON.stringify(label), 1)).toMatchObject({ ok: false });
  expect(parseVersionLine(JSON.stringify({ ...label, locale: null }), 1)).toMatchObject({ ok: true });
});
