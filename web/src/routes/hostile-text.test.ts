import { keyOf, type ResourceType } from "@essaim/content";
import type { AstroComponentFactory } from "astro/runtime/server/index.js";
import { expect, test } from "vitest";
import { published, readingOf } from "../testing/reading.ts";
import { renderPage } from "../testing/render-page.ts";
import Guide from "./guide.astro";
import Home from "./home.astro";
import Kit from "./kit.astro";
import Solution from "./solution.astro";
import Solutions from "./solutions.astro";

/** A document in which every text is `text`. */
function full(text: string): Record<ResourceType, Record<string, unknown>> {
  const blocks = [
    { type: "heading", level: 2, children: [{ type: "text", text }] },
    { type: "paragraph", children: [{ type: "text", text, bold: true }] },
    { type: "list", format: "unordered", children: [{ type: "list-item", children: [{ type: "text", text }] }] },
    { type: "quote", children: [{ type: "link", url: "https://exemple.fr/", children: [{ type: "text", text }] }] },
    { type: "code", children: [{ type: "text", text }] },
  ];
  const card = { documentId: "a", uid: "autre", type: "kit", locale: "fr", slug: "autre", title: text, summary: text };
  const person = { documentId: "p", uid: "une-personne", name: text, role: { fr: text } };
  const label = { documentId: "t", uid: "un-theme", labels: { fr: text } };
  const shared = {
    title: text,
    summary: text,
    easyRead: { body: blocks },
    themes: [label],
    audiences: [label],
    tools: [label],
    centres: [{ documentId: "c", uid: "un-centre", name: text, kind: "centre-social", city: text }],
    contributors: [person],
    contact: person,
    links: [{ title: text, url: "https://exemple.fr/" }],
    source: { title: text, url: "https://exemple.fr/" },
    related: [card],
  };
  return {
    solution: {
      ...shared,
      startingSituation: blocks,
      objectives: [text],
      place: text,
      funding: [text],
      steps: [{ title: text, duration: text, body: blocks }],
      team: [{ role: text, count: 2, mission: text }],
      means: { equipment: [text], rooms: [text], notes: blocks },
      results: [
        { label: text, value: 1, unit: text },
        { label: text, body: blocks },
      ],
      changes: { residents: blocks, centre: blocks, territory: blocks, partners: blocks },
      residentRoles: [text],
      centreRoles: [text],
      difficulties: [{ title: text, whatHappened: blocks, howOvercome: blocks }],
      nextSteps: blocks,
      replication: {
        ...{ prerequisites: [text], mustKeep: [text], mayAdapt: [text], skills: [text], minimumTeam: [text] },
        pitfalls: [text],
        plan: [{ title: text, weekOffset: 0, role: text, checklist: [text] }],
      },
    },
    guide: {
      ...shared,
      whenToUse: blocks,
      principles: [{ title: text, body: blocks }],
      phases: [
        {
          title: text,
          goal: text,
          duration: text,
          body: blocks,
          activities: [text],
          deliverables: [text],
          kits: [card],
        },
      ],
      sources: [{ title: text, url: "https://exemple.fr/" }],
    },
    kit: {
      ...shared,
      purpose: blocks,
      agenda: [
        {
          ...{ title: text, minutes: 10, kind: "groups", goal: text, facilitator: blocks, participants: blocks },
          roles: [text],
          materials: [{ name: text, quantity: 1, per: "person" }],
        },
      ],
      before: [{ title: text, when: text }],
      after: [{ title: text, when: text }],
    },
  };
}

/** What became of documents in other centres, told with the same text. */
const spreadOf = (text: string, documents: readonly { type: string; uid: string }[]) =>
  documents.flatMap(({ type, uid }) => {
    const resource = { documentId: "r", uid, type, locale: "fr", slug: uid, title: text, summary: text };
    const centre = { documentId: "c", uid: "un-centre", name: text, kind: "centre-social", city: text };
    const blocks = [{ type: "paragraph", children: [{ type: "text", text }] }];
    const told = { context: blocks, changed: blocks, failed: blocks, advice: blocks };
    const adopted = `${type}-repris`;
    return [
      published({
        type: "adoption",
        uid: adopted,
        locale: null,
        mentions: [keyOf(type, uid)],
        data: { centre, resource, stage: "stopped", stoppedBecause: text, adaptation: resource, visibility: "all" },
      }),
      published({
        type: "report",
        uid: `${type}-bilan`,
        locale: null,
        mentions: [keyOf("adoption", adopted)],
        data: {
          adoption: { documentId: `adoption-${adopted}`, uid: adopted, stage: "stopped" },
          ...told,
          visibility: "all",
        },
      }),
    ];
  });

/** Short enough for the shortest field. */
const hostile = [
  "</script><script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  `"><svg onload=alert(1)>]]>'`,
  "{{x}} %s <!-- </title> --> &lt;b&gt;",
];

const pages: readonly [name: string, page: AstroComponentFactory, target: string][] = [
  ["solution", Solution, "/fr/solutions/essai/"],
  ["simple solution", Solution, "/fr/solutions/essai/?lecture=simplifiee"],
  ["guide", Guide, "/fr/guides/essai/"],
  ["kit", Kit, "/fr/kits/essai/"],
  ["home", Home, "/fr/"],
  ["list", Solutions, "/fr/solutions/"],
];

const count = (html: string, tag: RegExp) => [...withoutValues(html).matchAll(tag)].length;
/** What stands between quotes is an attribute’s value or structured data: it can’t open a tag. */
const withoutValues = (html: string) => html.replaceAll(/(?<==)"[^"]*"/g, "").replaceAll(/(?<=json">)[^<]*/g, "");

test.each(pages)("whatever an author writes, a %s page runs none of it", async (_, page, target) => {
  const render = async (text: string) => {
    const types = full(text);
    const documents = (["solution", "guide", "kit"] as const).map((type) => published({ type, data: types[type] }));
    return (await renderPage(page, target, readingOf([...documents, ...spreadOf(text, documents)], "fr"))).html;
  };
  const plain = await render("Texte");
  for (const text of hostile) {
    const attacked = await render(text);
    for (const tag of [
      /<script/gi,
      /<\/script/gi,
      /<img/gi,
      /<svg/gi,
      /<!--/g,
      /<\/title/g,
      /<[^>]*\son\w+=/gi,
      /\sstyle=/gi,
    ]) {
      expect(count(attacked, tag), `${tag} for ${text}`).toBe(count(plain, tag));
    }
  }
});

test("structured data keeps what an author wrote, letter for letter", async () => {
  const [title] = hostile;
  const document = published({ type: "solution", data: { title, summary: "Résumé." } });
  const { html } = await renderPage(Solution, "/fr/solutions/essai/", readingOf([document]));
  const [, block = ""] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html) ?? [];
  expect(JSON.parse(block)).toMatchObject({ "@type": "Article", headline: title });
});
