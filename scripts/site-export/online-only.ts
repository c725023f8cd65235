const words: Readonly<Record<string, { readonly text: string; readonly link: string }>> = {
  fr: { text: "« % » : ce choix ne marche que sur le site en ligne.", link: "Ouvrir cette page sur le site" },
  en: { text: "“%”: this choice only works on the website.", link: "Open this page on the website" },
  nl: { text: "‘%’: deze keuze werkt alleen op de website.", link: "Open deze pagina op de website" },
};
const onlineWords: Readonly<Record<string, string>> = {
  fr: "(seulement sur le site en ligne)",
  en: "(only on the website)",
  nl: "(alleen op de website)",
};
const isLocal = /^https?:\/\/(?:localhost|127\.|\[::1\])/;

/** The page’s own address on the site that readers can reach, if it names one. */
function siteOf(html: string): string | undefined {
  const [, site] = /<link rel="canonical" href="([^"]+)"/.exec(html) ?? [];
  return site === undefined || isLocal.test(site) ? undefined : site;
}

const onlineLink = /<a\b([^>]*)\shref="(\/[^"]*)"([^>]*\sdata-online\b[^>]*)>([\s\S]*?)<\/a>/g;

/**
 * Leads the links that only the site itself answers (`data-online`) to the site that readers can reach; where the page names none, their words
 * stand without a link.
 */
export function onlineLinks(html: string, page: URL): string {
  const site = siteOf(html);
  const only = onlineWords[page.pathname.split("/")[1] ?? ""] ?? "";
  return html.replace(onlineLink, (_, before: string, address: string, after: string, label: string) =>
    site === undefined
      ? `<span class="small no-print">${label} ${only}</span>`
      : `<a${before} href="${new URL(address, site).href}"${after}>${label}</a>`,
  );
}

const part = /<(li|span|div)\b[^>]*\sdata-online-part\b/g;

/** Takes out the parts that hold nothing but links to what only the site itself answers, where readers can't reach it. */
export function withoutOnlineParts(html: string): string {
  if (siteOf(html) !== undefined) return html;
  const [found] = html.matchAll(part);
  if (!found) return html;
  return withoutOnlineParts(html.slice(0, found.index) + html.slice(endOf(html, found[1] ?? "", found.index)));
}

/** Where an element ends that begins at a place; elements of its own kind may stand in it. */
function endOf(html: string, name: string, start: number): number {
  let depth = 0;
  for (const tag of html.slice(start).matchAll(new RegExp(`<(/?)${name}\\b[^>]*>`, "g"))) {
    depth += tag[1] === "/" ? -1 : 1;
    if (depth === 0) return start + tag.index + tag[0].length;
  }
  return html.length;
}

/**
 * What stands in place of a form that only the site itself answers: a word on it, with the way there where the page names a site that readers can
 * reach, and the form’s own links, which are pages.
 */
export function inPlaceOf(form: string, html: string, page: URL): string {
  const { text, link } = words[page.pathname.split("/")[1] ?? ""] ?? { text: "", link: "" };
  const [, label = ""] = /<label\b[^>]*>\s*([^<]+?)\s*</.exec(form) ?? [];
  const site = siteOf(html);
  const way = site === undefined ? "" : ` <a href="${site}">${link}</a>`;
  const links = form.match(/<p\b(?:(?!<\/p>)[\s\S])*<a\b[\s\S]*?<\/p>/g) ?? [];
  return `<p class="note small no-print">${text.replace("%", () => label)}${way}</p>${links.join("")}`;
}
