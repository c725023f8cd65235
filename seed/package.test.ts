import {
  contentType,
  contentTypes,
  durationChoices,
  manifestSchema,
  type PackageLine,
  scheduleAgenda,
  shortestMinutes,
  usualMinutes,
} from "@essaim/content";
import { describe, expect, it } from "vitest";
import { checkFirstPackage, firstPackageLines, readPackageFile } from "./first-package.ts";

const lines = firstPackageLines();
const dataOf = (type: string, uid: string, locale = "fr") =>
  lines.find((line) => line.type === type && line.uid === uid && line.locale === locale)?.data;
const solutionIn = (locale: string) =>
  contentTypes.solution.packaged.parse(dataOf("solution", "centres-sociaux-connectes", locale));
const guideIn = (locale: string) =>
  contentTypes.guide.packaged.parse(dataOf("guide", "methode-centres-sociaux-connectes", locale));
const kit = (uid: string) => contentTypes.kit.packaged.parse(dataOf("kit", uid));
const agendaOf = (uid: string) =>
  (kit(uid).agenda ?? []).map((moment) => ({ ...moment, minutes: moment.minutes ?? 0 }));

describe("the first package", () => {
  it("is accepted by the package check as it stands", () => {
    const checked = checkFirstPackage();
    expect(checked.ok ? [] : checked.problems).toEqual([]);
    expect(manifestSchema.safeParse(JSON.parse(readPackageFile("essaim.json"))).error).toBeUndefined();
  });

  it("holds what a first visit needs, each once", () => {
    const counted = Map.groupBy(lines, ({ type, locale }: PackageLine) => `${type} ${locale}`);
    expect(Object.fromEntries([...counted].map(([name, group]) => [name, group.length]))).toEqual({
      "theme fr": 9,
      "audience fr": 10,
      "tool fr": 13,
      "centre fr": 13,
      "person fr": 16,
      "kit fr": 6,
      "kit en": 4,
      "kit nl": 2,
      "guide fr": 3,
      "guide en": 2,
      "guide nl": 1,
      "solution fr": 16,
      "solution en": 9,
      "solution nl": 1,
      "page fr": 4,
      "page en": 4,
      "page nl": 4,
      "adoption fr": 25,
      "report fr": 9,
      "need fr": 4,
      "synonym fr": 9,
    });
  });
});

describe("the real sheet", () => {
  const sheet = solutionIn("fr");

  it("says who carried it, where, when, with what money and where it was first told", () => {
    expect(sheet.title).toBe("Des Centres Sociaux Connectés… avec les habitants\u202f!");
    expect([sheet.startDate, sheet.endDate]).toEqual(["2017-02-01", "2019-12-31"]);
    for (const town of ["Lille", "Faches", "Roubaix", "Tourcoing"]) expect(sheet.place).toContain(town);
    expect(sheet.funding?.join()).toContain("FEDER");
    expect(sheet.source?.url).toBe(
      "https://www.cestpossible.me/action/des-centres-sociaux-connectes-avec-les-habitants/",
    );
    expect(dataOf("centre", sheet.centres?.[0] ?? "")).toMatchObject({ kind: "federation", postcode: "59000" });
    expect(dataOf("person", sheet.contact ?? "")).toMatchObject({
      name: "Laetitia Mandon",
      centre: sheet.centres?.[0],
    });
  });

  it.each(["fr", "en"])("gives the figures, the team and the dates of the steps (%s)", (locale) => {
    const { results, team, steps } = solutionIn(locale);
    const figures = results?.filter(({ value }) => value !== undefined);
    expect(figures?.map(({ value, moreThan }) => [value, moreThan ?? false])).toEqual([
      [8, false],
      [19, false],
      [70, true],
      [2500, true],
    ]);
    expect(team?.map(({ count }) => count)).toEqual([7, 7, 2, 1]);
    expect(steps?.map(({ when }) => when)).toEqual([
      "2017-02",
      "2017-03/2017-06",
      "2017-07/..",
      "2017-11",
      "2017-12",
      "2018-01",
    ]);
  });

  it.each(["fr", "en"])("keeps the project's own lists: objectives, ranked roles and difficulties (%s)", (locale) => {
    const { objectives, residentRoles, centreRoles, difficulties, results, nextSteps } = solutionIn(locale);
    expect([objectives, residentRoles, centreRoles, difficulties, results].map((list) => list?.length)).toEqual([
      4, 2, 1, 2, 9,
    ]);
    expect(nextSteps?.match(/^- /gm)).toHaveLength(4);
    expect(nextSteps).toContain("2019");
  });

  it("fills every section, but for what nobody has yet: pictures, files, co-authors, a parent, named tools, somebody’s check", () => {
    const nobodyChecked = ["verifiedOn", "reviewDue"];
    const nobodyHas = ["cover", "gallery", "attachments", "contributors", "derivedFrom", "tools"];
    const empty = ["slug", "isExample", ...nobodyHas, ...nobodyChecked];
    // What is private is written for the moment of a publication, and in no package.
    const fields = Object.fromEntries(
      Object.entries(contentTypes.solution.fields).filter(([, { nature }]) => nature !== "private"),
    );
    expect(
      Object.keys(fields)
        .filter((name) => !Object.hasOwn(sheet, name))
        .sort(),
    ).toEqual(empty.sort());
    const texts = Object.entries(fields).filter(([name, { nature }]) => nature === "text" && !empty.includes(name));
    expect(Object.keys(solutionIn("en")).sort()).toEqual(texts.map(([name]) => name).sort());
    for (const part of ["means", "changes", "replication"] as const)
      expect(Object.keys(sheet[part] ?? {})).toHaveLength(
        Object.keys(contentTypes.solution.fields[part].shape.component.fields).length,
      );
  });

  it.each(["fr", "en"])("marks as an example whatever the project did not say, and nothing else (%s)", (locale) => {
    const { means, replication, difficulties } = solutionIn(locale);
    expect([means, replication, ...(difficulties ?? [])].map((part) => part?.isExample)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(sheet.isExample).toBeUndefined();
  });

  it("starts its plan six weeks ahead and never goes back in time", () => {
    const weeks = sheet.replication?.plan?.map(({ weekOffset }) => weekOffset ?? Number.NaN) ?? [];
    expect(weeks[0]).toBe(-(sheet.preparationDays ?? 0) / 7);
    expect(weeks).toEqual([...weeks].sort((a, b) => a - b));
    expect(weeks.length).toBeGreaterThanOrEqual(8);
  });
});

/** A value without its words: what must be the same in every language. */
function frame(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(frame);
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, frame(inner)]));
  return typeof value === "string" ? "" : value;
}

describe("translations", () => {
  const translated = lines.filter(({ type, locale }) => locale !== "fr" && contentType(type).localized);

  it("are there for half of the resources in English, and in Dutch for the real sheet, its guide and its kits", () => {
    const resources = lines.filter(({ type }) => ["solution", "guide", "kit"].includes(type));
    const inLocale = (locale: string) => resources.filter((line) => line.locale === locale);
    expect(inLocale("en").length * 2).toBeGreaterThanOrEqual(inLocale("fr").length);
    expect(inLocale("nl").map(({ type, uid }) => `${type}/${uid}`)).toEqual([
      "kit/atelier-collaboratif",
      "kit/hackathon",
      "guide/methode-centres-sociaux-connectes",
      "solution/centres-sociaux-connectes",
    ]);
  });

  it.each(translated.map((line) => [`${line.type}/${line.uid}`, line.locale, line] as const))(
    "have the same parts, figures and marks as the French (%s, %s)",
    (_, __, line) => {
      const french = dataOf(line.type, line.uid) ?? {};
      const { slug: _slug, ...texts } = line.data;
      const shared = Object.fromEntries(Object.entries(french).filter(([name]) => Object.hasOwn(texts, name)));
      expect(frame(texts)).toEqual(frame(shared));
    },
  );
});

describe("the guide", () => {
  it.each(["fr", "en"])("says in each phase what is real and what is an example (%s)", (locale) => {
    const { phases, isExample } = guideIn(locale);
    expect(isExample).toBeUndefined();
    expect(phases).toHaveLength(6);
    for (const { body, duration } of phases ?? []) {
      expect(body).toMatch(/Chez vous \(exemple fictif\)|In your centre \(fictional example\)/);
      expect(duration).toMatch(/\((?:exemple|example)\)$/);
    }
    expect(phases?.flatMap(({ kits }) => kits ?? [])).toEqual(["atelier-collaboratif", "hackathon"]);
  });
});

describe("the kits", () => {
  it("makes a workshop of 90 minutes that fits in 60 and stretches to 120", () => {
    const agenda = agendaOf("atelier-collaboratif");
    expect([usualMinutes(agenda), shortestMinutes(agenda)]).toEqual([90, 60]);
    expect(durationChoices(agenda)).toEqual([60, 90, 120]);
    expect(kit("atelier-collaboratif").groupSize).toEqual({ min: 8, max: 15 });
  });

  it("makes a hackathon of two days, from nine until half past five and until five, with no moment running late", () => {
    const days = scheduleAgenda(agendaOf("hackathon"), { startTime: kit("hackathon").startTime });
    expect(days.map(({ moments, end }) => [moments[0]?.start, end])).toEqual([
      [9 * 60, 17.5 * 60],
      [9 * 60, 17 * 60],
    ]);
    expect(days.map(({ minutes }) => minutes)).toEqual([510, 480]);
    expect(days.flatMap(({ moments }) => moments).filter(({ overrun }) => overrun > 0)).toEqual([]);
  });

  it.each(["atelier-collaboratif", "hackathon"])("tells everyone what to do at every moment of %s", (uid) => {
    const { agenda = [], before = [], after = [], isExample } = kit(uid);
    expect(isExample).toBe(true);
    for (const { goal, facilitator, participants, roles = [] } of agenda)
      expect([goal, facilitator, participants, roles[0]]).not.toContain(undefined);
    for (const { title, when } of [...before, ...after]) expect(when, title).toBeDefined();
  });
});

describe("the centres", () => {
  it("marks all but the federation as invented, each in its own real town of the Nord or the Pas-de-Calais", () => {
    const centres = lines
      .filter(({ type }) => type === "centre")
      .map(({ data }) => contentTypes.centre.packaged.parse(data));
    expect(centres.filter(({ isExample }) => !isExample).map(({ kind }) => kind)).toEqual(["federation"]);
    expect(new Set(centres.map(({ city }) => city)).size).toBe(centres.length);
    for (const { postcode, coordinates: [longitude, latitude] = [0, 0] } of centres) {
      expect(postcode).toMatch(/^(?:59|62)\d{3}$/);
      expect([longitude > 1.5 && longitude < 4.3, latitude > 49.9 && latitude < 51.1]).toEqual([true, true]);
    }
  });
});

describe("the sheets that were invented", () => {
  const invented = lines.filter(
    ({ type, uid, locale }) => type === "solution" && locale === "fr" && uid !== "centres-sociaux-connectes",
  );

  it.each(invented.map(({ uid, data }) => [uid, contentTypes.solution.packaged.parse(data)] as const))(
    "say that they are, and all that another centre needs (%s)",
    (_, sheet) => {
      expect(sheet.isExample).toBe(true);
      const { steps = [], team = [], means, results = [], difficulties = [], replication } = sheet;
      expect([steps, team, results].map((list) => list.length > 1)).toEqual([true, true, true]);
      expect(means).toBeDefined();
      for (const { whatHappened, howOvercome } of difficulties)
        expect([whatHappened, howOvercome]).not.toContain(undefined);
      expect(difficulties.length).toBeGreaterThan(1);
      for (const part of [
        "prerequisites",
        "mustKeep",
        "mayAdapt",
        "skills",
        "minimumTeam",
        "pitfalls",
        "plan",
      ] as const)
        expect(replication?.[part]?.length, part).toBeGreaterThan(1);
      const weeks = replication?.plan?.map(({ weekOffset }) => weekOffset ?? Number.NaN) ?? [];
      expect(weeks).toEqual([...weeks].sort((a, b) => a - b));
    },
  );

  it("stand among people and centres that are invented too, but for those of the real project", () => {
    const real = ["person/laetitia-mandon", "centre/federation-des-centres-sociaux-du-nord"];
    const network = lines.filter(({ type }) => ["person", "centre", "adoption", "report", "need"].includes(type));
    const unmarked = network.filter(({ data }) => data["isExample"] !== true).map(({ type, uid }) => `${type}/${uid}`);
    expect(unmarked.sort()).toEqual(real.sort());
  });
});
