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

  it("makes the filters of a list a search, and hides forms that a server would answer", () => {
    expect(page('<form class="filters"><select name="theme">', "/fr/kits/").text).toBe(
      '<form class="filters" action="../recherche/"><input type="hidden" name="type" value="kit"><select name="theme">',
    );
    expect(page('<form class="people" action="#materials">').text).toBe('<form class="people" hidden>');
    expect(page('<form action="/fr/recherche/" id="s">').text).toBe('<form action="../../recherche/" id="s">');
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
