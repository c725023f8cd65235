import { type Key, keyOf, type PublishedDocument } from "@essaim/content";
import { expect, test } from "vitest";
import { published, readingOf } from "../testing/reading.ts";
import { renderPage } from "../testing/render-page.ts";
import Centre from "./centre.astro";
import Centres from "./centres.astro";
import Network from "./network.astro";
import Theme from "./theme.astro";
import Themes from "./themes.astro";
import Tool from "./tool.astro";
import Tools from "./tools.astro";

const hostile = `</script><img src=x onerror=alert(1)>${"x".repeat(100)}`;
const cardOf = (uid: string) => ({ documentId: `centre-${uid}`, uid, name: uid, kind: "centre-social" });
const centre = (uid: string, data: object = {}) =>
  published({ type: "centre", uid, locale: null, data: { name: uid, kind: "centre-social", ...data } });
const person = (uid: string, data: object = {}) =>
  published({ type: "person", uid, locale: null, data: { name: uid, listed: true, ...data } });
const theme = published({ type: "theme", uid: "t", locale: null, data: { labels: { fr: hostile } } });
const tool = published({ type: "tool", uid: "o", locale: null, data: { labels: { fr: hostile }, priceModel: "free" } });
const mentioning = (uid: string, mentions: readonly Key[], data: object = {}) =>
  published({ type: "solution", uid, mentions, data: { title: uid, summary: "S", ...data } });

const render = async (
  page: Parameters<typeof renderPage>[0],
  target: string,
  documents: readonly PublishedDocument[],
) => {
  const { html } = await renderPage(page, target, readingOf(documents));
  return html.replaceAll(/[\u00a0\u202f]/g, " ");
};

test("a network without anyone says so, and invites nobody to a dead end", async () => {
  const html = await render(Network, "/fr/reseau/", []);
  expect(html).toContain("Aucun centre pour le moment");
  expect(html).toContain("Personne ne propose encore son aide");
  expect(html).not.toContain("<figure");
  expect(html).not.toMatch(/undefined|NaN|\[object/);
});

test("a centre without coordinates is in the list alone", async () => {
  const html = await render(Network, "/fr/reseau/", [centre("a", { coordinates: [3, 50.5] }), centre("b")]);
  expect(html).toContain("Carte du réseau : 1 centre.");
  expect(html).toContain("sans position sur la carte");
  expect(html).toMatch(/data-place="a"/);
  expect(html).not.toMatch(/data-place="b"/);
});

test("a centre counts what it shares", async () => {
  const html = await render(Network, "/fr/reseau/", [centre("a"), mentioning("s", [keyOf("centre", "a")])]);
  expect(html).toContain("1 fiche partagée");
});

test("who did not agree to be shown is nowhere; who agreed to be written to is reached through the portal", async () => {
  const documents = [
    centre("a"),
    person("Visible", { centre: cardOf("a"), contactOptIn: true, offers: ["Aide"] }),
    person("Cachée", { centre: cardOf("a"), contactOptIn: true, listed: false, offers: ["Aide"] }),
  ];
  for (const [page, target] of [
    [Network, "/fr/reseau/"],
    [Centre, "/fr/centres/a/"],
  ] as const) {
    const html = await render(page, target, documents);
    if (page === Network) {
      expect(html).toContain("Visible");
      expect(html).toContain("Lui poser une question");
      expect(html).toContain('href="/fr/question/?fiche=person/');
    }
    expect(html).not.toContain("Cachée");
  }
});

test("a need that nobody answers leads on", async () => {
  const html = await render(Network, "/fr/reseau/?besoin=piano", [person("P", { offers: ["Couture"] })]);
  expect(html).toContain("Personne pour ce besoin");
  expect(html).toContain("Tout effacer");
});

test("hostile names are shown as text on every page", async () => {
  const documents = [
    centre("a", { name: hostile, city: hostile.slice(0, 110), coordinates: [3, 50.5], isExample: true }),
    person("p", { name: hostile, offers: [hostile], languages: [hostile] }),
    theme,
    tool,
  ];
  const pages = [
    [Network, "/fr/reseau/"],
    [Centres, "/fr/centres/"],
    [Centre, "/fr/centres/a/"],
    [Themes, "/fr/themes/"],
    [Theme, "/fr/themes/t/"],
    [Tools, "/fr/outils/"],
    [Tool, "/fr/outils/o/"],
  ] as const;
  for (const [page, target] of pages) {
    const html = await render(page, target, documents);
    // Between quotes, a bracket opens nothing.
    expect(html.replaceAll(/"[^"]*"/g, ""), target).not.toContain("<img src=x");
    expect(html, target).not.toMatch(/undefined|NaN|\[object/);
  }
});

test("pages without anything to show have no empty headings", async () => {
  expect(await render(Theme, "/fr/themes/t/", [theme])).toContain("Rien n’est encore publié sur ce thème.");
  const html = await render(Tool, "/fr/outils/o/", [tool]);
  expect(html).toContain("Aucune fiche ne s’en sert encore.");
  expect(html).not.toContain("Qui le connaît");
  expect(html).not.toContain("Licence</dt>");
});

test("many centres are listed page by page", async () => {
  const documents = Array.from({ length: 30 }, (_, index) => centre(`c${String(index).padStart(2, "0")}`));
  const html = await render(Centres, "/fr/centres/?page=2", documents);
  expect(html.match(/<article/g)).toHaveLength(6);
  expect(html).toContain("Page 2 sur 2");
});
