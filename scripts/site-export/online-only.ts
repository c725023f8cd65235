const words: Readonly<Record<string, { readonly text: string; readonly link: string }>> = {
  fr: { text: "« % » : ce choix ne marche que sur le site en ligne.", link: "Ouvrir cette page sur le site" },
  en: { text: "“%”: this choice only works on the website.", link: "Open this page on the website" },
  nl: { text: "‘%’: deze keuze werkt alleen op de website.", link: "Open deze pagina op de website" },
};
const isLocal = /^https?:\/\/(?:localhost|127\.|\[::1\])/;

/**
 * What stands in place of a form that only the site itself answers: a word on it, with the way there where the page names a site that readers can
 * reach, and the form’s own links, which are pages.
 */
export function inPlaceOf(form: string, html: string, page: URL): string {
  const { text, link } = words[page.pathname.split("/")[1] ?? ""] ?? { text: "", link: "" };
  const [, label = ""] = /<label\b[^>]*>\s*([^<]+?)\s*</.exec(form) ?? [];
  const [, site] = /<link rel="canonical" href="([^"]+)"/.exec(html) ?? [];
  const way = site === undefined || isLocal.test(site) ? "" : ` <a href="${site}">${link}</a>`;
  const links = form.match(/<p\b(?:(?!<\/p>)[\s\S])*<a\b[\s\S]*?<\/p>/g) ?? [];
  return `<p class="note small no-print">${text.replace("%", () => label)}${way}</p>${links.join("")}`;
}
