import { describe, expect, it } from "vitest";
import { rewritePage, rewriteStyle } from "./rewrite.ts";

const page = (html: string, path = "/fr/kits/x/") => rewritePage(html, `http://site.example${path}`);

describe("A page of the offline edition", () => {
  it("links, loads and sends forms by relative addresses, and tells what it needs", () => {
    const { text, needs } = page(
      '<a href="/fr/kits/?theme=a&#38;theme=b#top">x</a><img src="/media/a.png" srcset="/media/a.webp 1x, /media/b.webp 2x">',
    );
    expect(text).toBe(
      '<a href="../../recherche/?theme=a&#38;theme=b&#38;type=kit#top">x</a><img src="../../../media/a.png" srcset="../../../media/a.webp 1x, ../../../media/b.webp 2x">',
    );
    expect(needs).toEqual(["/fr/recherche/", "/media/a.png", "/media/a.webp", "/media/b.webp"]);
  });

  it("leaves other sites, mail and places of the page as they are", () => {
    const html = '<a href="https://other.example/x">x</a><a href="mailto:a@b.example">m</a><a href="#agenda">a</a>';
    expect(page(html).text).toBe(html);
    expect(page('<a href="/fr/kits/x/#agenda">a</a>').text).toBe('<a href="#agenda">a</a>');
  });

  it("keeps the site’s own addresses for machines", () => {
    const head = '<link rel="canonical" href="http://site.example/fr/kits/x/">';
    expect(page(head).text).toBe(head);
  });

  it("makes the filters of a list a search", () => {
    expect(page('<form class="filters"><select name="theme"></select></form>', "/fr/kits/").text).toBe(
      '<form class="filters" action="../recherche/"><input type="hidden" name="type" value="kit"><select name="theme"></select></form>',
    );
    expect(page('<form action="/fr/recherche/" id="s">').text).toBe('<form action="../../recherche/" id="s">');
  });

  it("says in place of a form that only the site answers it, leads there where readers can reach it, and keeps the form’s links", () => {
    const form = '<form class="people" action="#materials"><label for="n">Pour combien ?</label><input id="n"></form>';
    const note = (words: string) => `<p class="note small no-print">${words}</p>`;
    expect(page(form).text).toBe(note("« Pour combien ? » : ce choix ne marche que sur le site en ligne."));
    const local = '<link rel="canonical" href="http://127.0.0.1:4321/fr/kits/x/">';
    expect(page(local + form).text).not.toContain("<a ");
    const head = '<link rel="canonical" href="https://portal.example/en/kits/x/">';
    expect(page(head + form, "/en/kits/x/").text).toContain(
      ' <a href="https://portal.example/en/kits/x/">Open this page on the website</a></p>',
    );
    const ideas = '<form><label>Need</label><p>Ideas</p><p>Try <a href="/fr/reseau/?besoin=a">a</a></p></form>';
    expect(page(ideas, "/fr/reseau/").text).toMatch(/<\/p><p>Try <a href="besoin-a\/">a<\/a><\/p>$/);
  });

  it("leads what only the site answers to the site, and says so without a link where nobody can reach it", () => {
    const link = '<a class="button" href="/fr/essaimer/?fiche=kit/x" rel="nofollow" data-online>Essaimer</a>';
    const { text, needs } = page(link);
    expect(text).toBe('<span class="small no-print">Essaimer (seulement sur le site en ligne)</span>');
    expect(needs).toEqual([]);
    const head = '<link rel="canonical" href="http://site.example/fr/kits/x/">';
    const reachable = page(head + link);
    expect(reachable.text).toContain('href="http://site.example/fr/essaimer/?fiche=kit/x"');
    expect(reachable.needs).toEqual([]);
    expect(page('<a href="/fr/kits/y/">Y</a>').text).toBe('<a href="../y/">Y</a>');
  });

  it("leaves parts that only lead to the site out where nobody can reach it", () => {
    const parts =
      '<ul><li data-online-part><a href="/fr/mon-centre/" data-online>a</a></li><li>b</li></ul><div data-online-part><div><a href="/fr/rejoindre/" data-online>c</a></div></div>';
    expect(page(parts)).toEqual({ text: "<ul><li>b</li></ul>", needs: [] });
    const head = '<link rel="canonical" href="https://portal.example/fr/kits/x/">';
    expect(page(head + parts).text).toContain('href="https://portal.example/fr/rejoindre/"');
  });

  it("finds scripts that other scripts load by name", () => {
    const { text, needs } = page('<script type="module">import("/_astro/a.js")</script>');
    expect(text).toBe('<script type="module">import("../../../_astro/a.js")</script>');
    expect(needs).toEqual(["/_astro/a.js"]);
  });
});

describe("A style sheet of the offline edition", () => {
  it("loads fonts from beside it", () => {
    const { text, needs } = rewriteStyle("src:url(/fonts/a.woff2)", "http://site.example/_astro/s.css");
    expect(text).toBe("src:url(../fonts/a.woff2)");
    expect(needs).toEqual(["/fonts/a.woff2"]);
  });
});
