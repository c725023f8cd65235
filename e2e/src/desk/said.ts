import type { Page } from "playwright-core";
import type { Said } from "./english.ts";

/** Everything that the page says: texts, also those for screen readers alone, labels, examples in empty fields, tooltips, alternative texts, the title. */
export function everythingSaid(page: Page): Promise<Said[]> {
  return page.evaluate(() => {
    const said: { text: string; where: string; isContent: boolean }[] = [];
    const place = (element: Element) => {
      const parents: string[] = [];
      for (let one: Element | null = element; one && parents.length < 3; one = one.parentElement)
        parents.unshift(one.tagName.toLowerCase() + (one.getAttribute("role") ? `[${one.getAttribute("role")}]` : ""));
      return parents.join(" ");
    };
    const content =
      'td, [contenteditable], textarea, [data-essaim-content], [class*="RelationList"], li[class*="Relation"]';
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement: parent, textContent } = walker.currentNode;
      if (!parent || !textContent?.trim() || parent.closest("script, style, noscript")) continue;
      if (!parent.checkVisibility()) continue;
      said.push({ text: textContent, where: place(parent), isContent: parent.closest(content) !== null });
    }
    const speaking = document.querySelectorAll("[aria-label], [placeholder], [title], [alt], [aria-description]");
    for (const element of Array.from(speaking)) {
      if (!element.checkVisibility()) continue;
      for (const name of ["aria-label", "placeholder", "title", "alt", "aria-description"]) {
        const text = element.getAttribute(name);
        if (text)
          said.push({ text, where: `${place(element)} ${name}`, isContent: element.closest("td, li") !== null });
      }
    }
    said.push({ text: document.title, where: "title", isContent: false });
    return said;
  });
}
