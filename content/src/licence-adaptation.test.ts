import fc from "fast-check";
import { expect, test } from "vitest";
import { adaptationLicences, mayAdapt } from "./licence-adaptation.ts";
import { licenceSchema } from "./licences.ts";

test("ShareAlike carries over: the same licence, a later version of it, or one declared compatible", () => {
  expect(adaptationLicences("CC-BY-SA-4.0")).toEqual(["CC-BY-SA-4.0", "LAL-1.3"]);
  expect(adaptationLicences("CC-BY-SA-3.0")).toEqual(["CC-BY-SA-3.0", "CC-BY-SA-4.0"]);
  expect(adaptationLicences("CC-BY-SA-2.0-UK")).toEqual(["CC-BY-SA-2.0-UK", "CC-BY-SA-4.0"]);
  expect(adaptationLicences("CC-BY-SA-1.0")).toEqual(["CC-BY-SA-1.0"]);
  expect(adaptationLicences("CC-BY-NC-SA-4.0")).toEqual(["CC-BY-NC-SA-4.0"]);
  expect(adaptationLicences("LAL-1.3")).toEqual(["LAL-1.3", "CC-BY-SA-4.0"]);
});

test("Attribution lets choose any licence that keeps it, its own first", () => {
  const choice = ["CC-BY-4.0", "CC-BY-SA-4.0", "CC-BY-NC-4.0", "CC-BY-NC-SA-4.0", "CC-BY-ND-4.0", "CC-BY-NC-ND-4.0"];
  expect(adaptationLicences("CC-BY-4.0")).toEqual(choice);
  expect(adaptationLicences("CC-BY-3.0-NL")).toEqual(["CC-BY-3.0-NL", ...choice]);
  expect(adaptationLicences("etalab-2.0")).toEqual(["etalab-2.0", ...choice]);
  expect(adaptationLicences("CC-BY-NC-4.0")).toEqual(["CC-BY-NC-4.0", "CC-BY-NC-SA-4.0", "CC-BY-NC-ND-4.0"]);
});

test("the public domain lets choose anything", () => {
  for (const licence of ["CC0-1.0", "CC-PDM-1.0"]) {
    expect(adaptationLicences(licence)).toContain("CC0-1.0");
    expect(adaptationLicences(licence)).toContain("CC-BY-SA-4.0");
  }
});

test("NoDerivatives forbids, in all its forms", () => {
  for (const licence of ["CC-BY-ND-4.0", "CC-BY-NC-ND-3.0", "CC-BY-ND-3.0-DE"]) {
    expect(mayAdapt(licence)).toEqual({ may: false, refusal: "no-derivatives" });
    expect(adaptationLicences(licence)).toEqual([]);
  }
});

test("a licence that is absent or unknown is said to be so", () => {
  expect(mayAdapt(undefined)).toEqual({ may: false, refusal: "licence-absent" });
  for (const licence of ["", "LicenseRef-tous-droits-reserves", "MIT", "CC-BY-4.0 WITH Autoconf-exception-3.0"])
    expect(mayAdapt(licence)).toEqual({ may: false, refusal: "unknown-licence" });
});

test("OR lets choose the licence that allows", () => {
  expect(adaptationLicences("CC-BY-ND-4.0 OR CC-BY-NC-SA-4.0")).toEqual(["CC-BY-NC-SA-4.0"]);
  expect(adaptationLicences("GPL-3.0-only WITH Bison-exception-2.2 OR CC-BY-SA-4.0")[0]).toBe("CC-BY-SA-4.0");
  expect(mayAdapt("CC-BY-ND-4.0 OR CC-BY-NC-ND-4.0")).toEqual({ may: false, refusal: "no-derivatives" });
});

test("AND asks for what both allow, and binds tighter than OR", () => {
  expect(adaptationLicences("CC-BY-4.0 AND CC-BY-SA-4.0")).toEqual(["CC-BY-SA-4.0"]);
  expect(mayAdapt("CC-BY-SA-4.0 AND CC-BY-NC-4.0")).toEqual({ may: false, refusal: "incompatible-licences" });
  expect(mayAdapt("CC-BY-SA-4.0 AND CC-BY-ND-4.0")).toEqual({ may: false, refusal: "no-derivatives" });
  expect(adaptationLicences("CC-BY-ND-4.0 AND CC-BY-4.0 OR CC-BY-NC-SA-4.0")).toEqual(["CC-BY-NC-SA-4.0"]);
  expect(mayAdapt("CC-BY-ND-4.0 AND (CC-BY-4.0 OR CC-BY-NC-SA-4.0)").may).toBe(false);
  expect(adaptationLicences("(CC-BY-4.0 OR CC-BY-ND-4.0) AND CC0-1.0")).toContain("CC-BY-4.0");
});

test("a later version may be chosen where the licence says so", () => {
  expect(adaptationLicences("CC-BY-SA-3.0+")).toEqual(["CC-BY-SA-3.0", "CC-BY-SA-4.0"]);
});

test("an adaptation may always be adapted again under the licence that it took, unless it took one that forbids", () => {
  const parent = fc.constantFrom("CC0-1.0", "CC-BY-2.5", "CC-BY-SA-3.0", "CC-BY-NC-4.0", "LAL-1.3", "etalab-2.0");
  const expression = fc
    .array(fc.tuple(parent, fc.constantFrom(" AND ", " OR ")), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.map(([id, link], index) => (index === 0 ? id : link + id)).join(""));
  fc.assert(
    fc.property(expression, (licence) => {
      expect(licenceSchema.safeParse(licence).success).toBe(true);
      const licences = adaptationLicences(licence);
      expect(mayAdapt(licence).may).toBe(licences.length > 0);
      expect(new Set(licences).size).toBe(licences.length);
      for (const taken of licences) if (!taken.includes("ND")) expect(adaptationLicences(taken)).toContain(taken);
    }),
  );
});
