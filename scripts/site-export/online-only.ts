const words: Readonly<Record<string, { readonly text: string; readonly link: string }>> = {
  fr: { text: "Hors ligne, ce choix n’est pas possible.", link: "Le faire sur le site" },
  en: { text: "This choice can’t be made offline.", link: "Make it on the website" },
  nl: { text: "Deze keuze kan niet offline.", link: "Maak ze op de website" },
};
const isLocal = /^https?:\/\/(?:localhost|127\.|\[::1\])/;

/** Says in place of a form that only the site itself answers it, and leads there where the page names a site that readers can reach. */
export function onlineOnly(html: string, page: URL): string {
  const { text, link } = words[page.pathname.split("/")[1] ?? ""] ?? { text: "", link: "" };
  const [, site] = /<link rel="canonical" href="([^"]+)"/.exec(html) ?? [];
  const way = site === undefined || isLocal.test(site) ? "" : ` <a href="${site}">${link}</a>`;
  return `<p class="note small no-print">${text}${way}</p>`;
}
