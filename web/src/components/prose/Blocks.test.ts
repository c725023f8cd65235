import type { Blocks as RichText } from "@essaim/content";
import { experimental_AstroContainer as AstroContainer } from "astro/container";
import { expect, test } from "vitest";
import Blocks from "./Blocks.astro";
import { linkTarget } from "./link-target.ts";

const text = (words: string, marks: object = {}) => ({ type: "text" as const, text: words, ...marks });

async function render(blocks: RichText, under = 2): Promise<string> {
  const container = await AstroContainer.create();
  return container.renderToString(Blocks, { props: { blocks, under } });
}

test("headings begin right under their section, whatever level the author took", async () => {
  const html = await render([
    { type: "heading", level: 3, children: [text("Un")] },
    { type: "heading", level: 4, children: [text("Deux")] },
    { type: "heading", level: 6, children: [text("Trois")] },
  ]);
  expect(html).toMatch(/<h3>Un<\/h3><h4>Deux<\/h4><h6>Trois<\/h6>/);
});

test("a nested list stands inside the item that it belongs to", async () => {
  const html = await render([
    {
      type: "list",
      format: "unordered",
      children: [
        { type: "list-item", children: [text("Un")] },
        { type: "list", format: "ordered", children: [{ type: "list-item", children: [text("Dedans")] }] },
        { type: "list-item", children: [text("Deux")] },
      ],
    },
  ]);
  expect(html).toMatch(/<ul[^>]*><li>Un<ol[^>]*><li>Dedans<\/li><\/ol><\/li><li>Deux<\/li><\/ul>/);
});

test("marks nest, and spaces between runs of text stay", async () => {
  const html = await render([
    { type: "paragraph", children: [text("Un "), text("mot", { bold: true, italic: true }), text(" puis\nl’autre")] },
  ]);
  expect(html).toContain("<p>Un <strong><em>mot</em></strong> puis<br>l’autre</p>");
});

test("a link leads where it may; elsewhere its words stand alone", async () => {
  const html = await render([
    {
      type: "paragraph",
      children: [
        { type: "link", url: "https://exemple.fr/?a=1&b=2", children: [text("bon")] },
        { type: "link", url: "javascript:alert(1)", children: [text("mauvais")] },
      ],
    },
  ]);
  expect(html).toMatch(/<a href="https:\/\/exemple\.fr\/\?a=1&(?:amp|#38);b=2">bon<\/a>mauvais/);
  expect(html).not.toContain("javascript:");
});

test.each([
  "javascript:alert(1)",
  " javascript:x",
  "data:text/html,x",
  "//ailleurs.fr/",
  "/\\ailleurs.fr",
  "vbscript:x",
  "",
  "relatif",
])("« %s » is no address to follow", (url) => {
  expect(linkTarget(url)).toBeUndefined();
});

test.each(["https://exemple.fr/", "http://exemple.fr", "mailto:a@exemple.fr", "tel:+33320000000", "/fr/kits/"])(
  "« %s » is",
  (url) => {
    expect(linkTarget(url)).toBe(url);
  },
);
