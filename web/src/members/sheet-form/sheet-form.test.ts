import { contentType, type Stored, writableFields } from "@essaim/content";
import { expect, test } from "vitest";
import { actName, changeList, readAct } from "./list-acts.ts";
import { storedOf } from "./stored-of.ts";
import { takeFiles } from "./take-files.ts";
import { fromName, isList, readTyped, type TypedSheet, typedOf, withoutBlanks } from "./typed.ts";

const type = contentType("solution");
const picture = {
  file: { hash: "a".repeat(64), ext: "png", mime: "image/png", name: "x.png", size: 1 },
  decorative: true,
};
const sheet: Stored = {
  title: "Un café",
  summary: "Pour tous.",
  slug: "un-cafe",
  centres: ["ruche"],
  objectives: ["écouter", "construire"],
  startingSituation: [{ type: "paragraph", children: [{ type: "text", text: "Les demandes ", bold: true }] }],
  steps: [
    { title: "Réunir", image: picture },
    { title: "Tenir", duration: "un jour" },
  ],
  results: [{ label: "ateliers", value: 7.5, moreThan: true }],
  cost: { min: 0, max: 500 },
  themes: ["numerique", "accueil"],
  cover: { file: picture.file, alt: "Une salle" },
};

/** What the browser sends of what is typed. */
function sentOf(typed: TypedSheet, prefix = "", form = new URLSearchParams()): URLSearchParams {
  for (const [name, value] of Object.entries(typed)) {
    if (typeof value === "string" && ["themes", "audiences", "tools"].includes(name))
      for (const uid of value.split("\n").filter(Boolean)) form.append(prefix + name, uid);
    else if (typeof value === "string") form.append(prefix + name, value.replaceAll("\n", "\r\n"));
    else if (!isList(value)) sentOf(value, `${prefix}${name}.`, form);
    else
      for (const [place, { from, typed: inner }] of value.entries()) {
        form.append(`${prefix}${name}.${place}.${fromName}`, String(from ?? ""));
        sentOf(inner, `${prefix}${name}.${place}.`, form);
      }
  }
  return form;
}
const written = (form: URLSearchParams) => storedOf(type, withoutBlanks(readTyped(type.fields, form)), sheet);
const writable = (stored: Stored) =>
  Object.fromEntries(Object.entries(stored).filter(([name]) => name in writableFields(type.fields)));

test("a form that is sent as it came changes nothing, pictures included", () => {
  const { data, problems } = written(sentOf(typedOf(type.fields, sheet, "fr")));
  expect(problems).toEqual([]);
  expect(data).toEqual(writable({ ...sheet, startingSituation: data["startingSituation"] }));
});

test("entries of lists are added, moved and taken away, and keep what no form writes of them", () => {
  const press = (typed: TypedSheet, name: string) => {
    const act = readAct(name);
    return act ? changeList(typed, act) : typed;
  };
  let typed = typedOf(type.fields, sheet, "fr");
  typed = press(typed, actName("add", "steps"));
  typed = press(typed, actName("down", "steps.0"));
  typed = press(typed, actName("add", "replication.plan"));
  const form = sentOf(typed);
  form.set("replication.plan.0.title", "Préparer");
  expect(written(form).data).toMatchObject({
    steps: [{ title: "Tenir" }, { title: "Réunir", image: picture }],
    replication: { plan: [{ title: "Préparer" }] },
  });
  const fewer = written(sentOf(press(typed, actName("remove", "steps.1"))));
  expect(fewer.data["steps"]).toEqual([{ title: "Tenir", duration: "un jour" }]);
  for (const name of ["add:rien", "up:steps.9", "add:title", "add:__proto__", "drop:steps"])
    expect(press(typed, name)).toEqual(typed);
});

test("numbers are read as people write them, and each mistake is told at its field", () => {
  const form = sentOf(typedOf(type.fields, sheet, "fr"));
  for (const [name, value] of [
    ["results.0.value", "1\u00a0250,5"],
    ["cost.min", "600"],
    ["startDate", "hier"],
    ["summary", "x".repeat(301)],
    ["steps.1.title", " "],
    ["nextSteps", "a\n\n![](x.png)"],
  ] as const)
    form.set(name, value);
  const { data, problems } = written(form);
  expect(data["results"]).toMatchObject([{ value: 1250.5 }]);
  expect(problems).toMatchObject([
    { name: "summary", kind: "tooLong", most: 300 },
    { name: "startDate", kind: "date" },
    { name: "steps.1.title", kind: "missing" },
    { name: "nextSteps", kind: "markdown", line: 3 },
  ]);
  const ordered = sentOf(typedOf(type.fields, sheet, "fr"));
  ordered.set("cost.min", "600");
  expect(written(ordered).problems).toEqual([{ name: "cost.max", kind: "order" }]);
});

test("moments are shown and read in words, and what can’t be one stays as it was typed", () => {
  const dated: Stored = { ...sheet, steps: [{ title: "Réunir", when: "2023-11/2024-01" }, { title: "Tenir" }] };
  const form = sentOf(typedOf(type.fields, dated, "nl"));
  expect(form.get("steps.0.when")).toBe("November 2023 tot januari 2024");
  form.set("steps.1.when", "depuis le 3\u00a0mars 2025");
  form.set("startDate", "14 mars 2025");
  expect(written(form)).toMatchObject({
    data: { startDate: "2025-03-14", steps: [{ when: "2023-11/2024-01" }, { when: "2025-03-03/.." }] },
    problems: [],
  });
  form.set("steps.1.when", "31 février");
  form.set("startDate", "mars 2025");
  expect(written(form).problems).toEqual([
    { name: "startDate", kind: "date" },
    { name: "steps.1.when", kind: "moment" },
  ]);
  expect(readTyped(type.fields, form)).toMatchObject({ steps: [{}, { typed: { when: "31 février" } }] });
});

test("a moment that has no words in the form’s language stays as it is stored", () => {
  for (const when of ["0042-02", "2025-13"])
    expect(typedOf(type.fields, { ...sheet, steps: [{ title: "Réunir", when }] }, "fr")["steps"]).toMatchObject([
      { typed: { when } },
    ]);
});

test("a form with thousands of entries, or with names of its own, is read no further than the sheet’s fields", () => {
  const form = new URLSearchParams({
    title: "x",
    summary: "y",
    centres: "escale",
    "derivedFrom.version": "9",
    rien: "z",
  });
  for (let place = 0; place < 5000; place += 1) form.append(`steps.${place}.${fromName}`, "0");
  const typed = readTyped(type.fields, form);
  expect(Object.keys(typed)).not.toContain("centres");
  expect(written(form).problems).toContainEqual({ name: "steps", kind: "tooMany", most: 60 });
});

test("themes are ticked one by one, and what was ticked before keeps its place", () => {
  const form = sentOf(typedOf(type.fields, sheet, "fr"));
  form.delete("themes");
  for (const uid of ["accueil", "jeunesse", "numerique", "jeunesse"]) form.append("themes", uid);
  expect(written(form).data["themes"]).toEqual(["numerique", "accueil", "jeunesse"]);
  form.delete("themes");
  expect(written(form).data["themes"]).toBeUndefined();
});

test("a picture says what it shows, and is taken away by its button", () => {
  const form = sentOf(typedOf(type.fields, sheet, "fr"));
  form.set("cover.alt", "");
  expect(written(form).problems).toEqual([{ name: "cover.alt", kind: "alternative" }]);
  form.set("cover.file", JSON.stringify({ ...picture.file, ext: "pdf" }));
  form.set("cover.alt", "x");
  expect(written(form).problems).toEqual([{ name: "cover.file", kind: "picture" }]);
  const act = readAct(actName("clear", "cover"));
  const typed = act ? changeList(typedOf(type.fields, sheet, "fr"), act) : {};
  expect(written(sentOf(typed)).data["cover"]).toBeUndefined();
  const words = sentOf(typed);
  words.set("cover.alt", "Sans image");
  expect(written(words).problems).toEqual([{ name: "cover.file", kind: "missing" }]);
});

test("files go to the fields that they were chosen in, and a refusal leaves the others", async () => {
  const file = (name: string) => new File([name], name);
  const files = new Map([
    ["cover.file+", file("salle.png")],
    ["steps.1.image.file+", file("page.html")],
    ["title+", file("titre.png")],
    ["steps.9.image.file+", file("loin.png")],
  ]);
  const asked: string[] = [];
  const send = async ({ name }: File) => {
    asked.push(name);
    return name.endsWith("png") ? JSON.stringify({ name }) : ({ kind: "file", code: "unsupported-file" } as const);
  };
  const { typed, problems } = await takeFiles(type.fields, typedOf(type.fields, sheet, "fr"), { files, send });
  expect(asked.sort()).toEqual(["page.html", "salle.png"]);
  expect(problems).toEqual([{ name: "steps.1.image.file", kind: "file", code: "unsupported-file" }]);
  expect(sentOf(typed).get("cover.file")).toBe('{"name":"salle.png"}');
  expect(sentOf(typed).get("title")).toBe("Un café");
});
