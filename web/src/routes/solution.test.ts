import { expect, test } from "vitest";
import { published, readingOf } from "../testing/reading.ts";
import { renderPage } from "../testing/render-page.ts";
import Solution from "./solution.astro";

const least = { title: "Une fiche", summary: "Son résumé." };
const paragraph = (text: string) => [{ type: "paragraph", children: [{ type: "text", text }] }];
const render = async (data: Record<string, unknown>, target = "/fr/solutions/essai/") =>
  renderPage(Solution, target, readingOf([published({ type: "solution", data: { ...least, ...data } })]));

test("a sheet with a title and a summary only has no heading without content", async () => {
  const { html } = await render({});
  const [, main = ""] = /<main[^>]*>(.*)<\/main>/s.exec(html) ?? [];
  const headings = [...main.matchAll(/<h2[^>]*>([^<]*)/g)].map(([, title]) => title);
  expect(headings).toEqual(["Qui l’a reprise", "Contact et source"]);
  expect(html).not.toMatch(/undefined|NaN|\[object/);
});

test("an editor that was opened and left makes no section", async () => {
  const { html } = await render({
    startingSituation: paragraph(" "),
    changes: { centre: paragraph("") },
    replication: {},
  });
  expect(html).not.toContain('id="situation"');
  expect(html).not.toContain('id="changes"');
  expect(html).not.toContain('id="replication"');
});

test("each section present is in the contents, and the other way round", async () => {
  const { html } = await render({
    objectives: ["Écouter"],
    difficulties: [{ title: "Mobiliser" }],
    nextSteps: paragraph("Continuer."),
    replication: { pitfalls: ["Se presser"] },
  });
  const sections = [...html.matchAll(/<section class="section" id="(\w+)"/g)].map(([, id]) => id);
  const entries = [...html.matchAll(/<a href="#(\w+)"[^>]*>[^<]+<\/a><\/li>/g)].map(([, id]) => id);
  expect(sections).toEqual(["objectives", "roles", "nextSteps", "replication", "adoptions", "identity"]);
  // Once folded for phones, once beside the sheet.
  expect(entries).toEqual([...sections, ...sections]);
});

test("what is invented says so, and only that", async () => {
  const tag = /exemple fictif/g;
  const real = { results: [{ label: "centres", value: 8 }], replication: { pitfalls: ["Se presser"] } };
  const invented = { ...real, replication: { pitfalls: ["Se presser"], isExample: true } };
  expect((await render(real)).html.match(tag)).toBeNull();
  expect((await render(invented)).html.match(tag)).toHaveLength(1);
});

test("the simple version replaces the story when there is one, and keeps who to ask", async () => {
  const data = { objectives: ["Écouter"], easyRead: { body: paragraph("8 centres ont travaillé ensemble.") } };
  const full = await render(data);
  const simple = await render(data, "/fr/solutions/essai/?lecture=simplifiee");
  expect(full.html).toContain('id="objectives"');
  expect(simple.html).not.toContain('id="objectives"');
  expect(simple.html).toContain("8 centres ont travaillé ensemble.");
  expect(simple.html).toContain('id="identity"');
  expect((await render({ objectives: ["Écouter"] }, "/fr/solutions/essai/?lecture=simplifiee")).html).toContain(
    'id="objectives"',
  );
});

test("a sheet without a text in the reader’s language is shown in its own, and says so", async () => {
  const document = published({ type: "solution", data: { ...least, objectives: ["Écouter"] } });
  const { html } = await renderPage(Solution, "/en/solutions/essai/", readingOf([document], "en"));
  expect(html).toContain('<html lang="en"');
  expect(html).toContain('<article lang="fr"');
  expect(html).toContain("not yet available in English. Here it is in French.");
  expect(html).toContain('<link rel="canonical" href="https://essaim.example/fr/solutions/essai/"');
});

test("an address without a document is answered 404", async () => {
  expect((await renderPage(Solution, "/fr/solutions/rien/", readingOf([]))).status).toBe(404);
});
