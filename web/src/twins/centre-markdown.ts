import { translatorOf } from "../i18n/translator.ts";
import { localizedPath } from "../routing/index.ts";
import { textIn } from "../views/directory/directory.ts";
import type { Sheet } from "../views/sheet.ts";
import { frontMatter, join, link, plain } from "./markdown.ts";
import type { TwinPlace } from "./resource-markdown.ts";

/** A centre as Markdown. */
export function centreMarkdown(sheet: Sheet<"centre">, { locale, url }: TwinPlace): string {
  const { document, lang } = sheet;
  const { name, kind, city, postcode, territory, coordinates, website, isExample } = document.data;
  const t = translatorOf(lang);
  const facts = frontMatter({
    title: name,
    type: "centre",
    uid: document.uid,
    lang,
    url: new URL(localizedPath("centre", document.slug, locale), url).href,
    version: document.version,
    updated: document.updatedAt,
    coordinates: coordinates?.join(", "),
  });
  const place = [[postcode, city].filter(Boolean).join(" "), territory].filter(Boolean).join(", ");
  const markdown = join(
    facts,
    `# ${plain(name)}`,
    isExample ? `_${plain(t("mark.example"))}_` : undefined,
    plain([t(`centre.kind.${kind}`), place].filter(Boolean).join(" – ")),
    plain(textIn(document.data.description, lang)?.text ?? ""),
    website && link(t("centre.website"), website),
  );
  return `${markdown}\n`;
}
