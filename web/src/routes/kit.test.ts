import { expect, test } from "vitest";
import { published, readingOf } from "../testing/reading.ts";
import { renderPage } from "../testing/render-page.ts";
import Kit from "./kit.astro";

const moment = (title: string, minutes: number, more: object = {}) => ({ title, minutes, kind: "groups", ...more });
const agenda = [
  moment("Accueil", 10, {
    kind: "welcome",
    shortestMinutes: 5,
    materials: [{ name: "Badges", quantity: 1, per: "person" }],
  }),
  moment("Écouter", 40, { shortestMinutes: 25 }),
  moment("Pause", 10, { kind: "break", optional: true }),
  moment("Choisir", 30, { kind: "decision", shortestMinutes: 30 }),
];

const render = async (query: string, data: object = {}) => {
  const kit = published({ type: "kit", data: { title: "Un kit", summary: "Son résumé.", agenda, ...data } });
  return (await renderPage(Kit, `/fr/kits/essai/${query}`, readingOf([kit]))).html.replaceAll(/[\u00a0\u202f]/g, " ");
};
const clocks = (html: string) => [...html.matchAll(/<time datetime="([\d:]+)"/g)].map(([, time]) => time);

test("moments follow each other from the usual start", async () => {
  const html = await render("");
  expect(clocks(html)).toEqual(["14:00", "14:10", "14:50", "15:00"]);
  expect(html).toContain("Fin à 15 h 30");
});

test("the reader moves the start and shortens the workshop by the address alone", async () => {
  const html = await render("?debut=09:30&duree=60");
  expect(clocks(html)).toEqual(["09:30", "09:35", "10:00"]);
  expect(html).toContain("Fin à 10 h 30");
  expect(html).toContain("Sans : Pause.");
});

test.each([
  "?duree=7",
  "?duree=abc",
  "?debut=25:99",
  "?personnes=-3",
  "?personnes=999999",
  "?duree=60&duree=90&debut=",
])("%s is no choice: the page shows a running order all the same", async (query) => {
  const html = await render(query);
  expect(html).toContain("Le déroulé");
  expect(html).not.toMatch(/NaN|undefined/);
});

test("materials are counted for the people expected", async () => {
  expect(await render("?personnes=9")).toMatch(/Pour 9 personnes.*>9<\/td>.*Badges/s);
});

test("a number of people that the kit is not made for is said to be one, with what to do", async () => {
  const data = { groupSize: { min: 8, max: 15 } };
  expect(await render("?personnes=40", data)).toContain(
    "Ce kit est prévu pour 8 à 15 personnes. Pour 40 personnes, tenez 3 séances",
  );
  expect(await render("?personnes=3", data)).toContain("À 3, réunissez les petits groupes en un seul.");
  expect(await render("?personnes=12", data)).not.toContain("Ce kit est prévu");
  expect(await render("?personnes=40")).not.toContain("Ce kit est prévu");
});

test("the number of small groups is told, over all and in each moment", async () => {
  const html = await render("?personnes=12", { agenda: [...agenda, moment("Ranger", 5, { groupOf: 6 })] });
  expect(html).toContain("Pour 12 personnes, en 2 ou 4 groupes");
  expect(html).toMatch(/Écouter<\/h3>.*?4 petits groupes.*?Ranger<\/h3>.*?2 petits groupes/s);
});

test("a kit with a simple version offers it, and shows it in place of the running order", async () => {
  const easyRead = { body: [{ type: "paragraph", children: [{ type: "text", text: "On se réunit." }] }] };
  expect(await render("", { easyRead })).toContain('href="/fr/kits/essai/?lecture=simplifiee"');
  const simple = await render("?lecture=simplifiee", { easyRead });
  expect(simple).toContain("On se réunit.");
  expect(simple).not.toContain('id="agenda"');
  expect(await render("?lecture=simplifiee")).toContain('id="agenda"');
});

test("choosing one thing keeps the others", async () => {
  const html = await render("?debut=09:30&personnes=9");
  expect(html).toContain('href="/fr/kits/essai/?duree=60&amp;debut=09%3A30&amp;personnes=9#agenda"');
  expect(html).toMatch(/<input type="hidden" name="personnes" value="9"/);
});

test("an agenda of two days is shown day by day, at its own hours", async () => {
  const days = [moment("Ouvrir", 30, { day: 1 }), moment("Essayer", 60, { day: 2, startsAt: "09:00" })];
  const html = await render("?debut=10:00", { agenda: days, startTime: "09:30" });
  expect(html).toMatch(/Jour 1.*Jour 2/s);
  expect(clocks(html)).toEqual(["09:30", "09:00"]);
  expect(html).not.toContain('name="debut"');
});

test("a kit without an agenda has neither running order nor print panel", async () => {
  const html = await render("", { agenda: [] });
  expect(html).not.toContain("Le déroulé");
  expect(html).not.toContain('print-participants"');
});
