import { labelIn } from "../i18n/labels.ts";
import { translatorOf } from "../i18n/translator.ts";
import { localizedPath } from "../routing/index.ts";
import { textIn } from "../views/directory/directory.ts";
import { licenceName } from "../views/licence.ts";
import type { Sheet } from "../views/sheet.ts";
import { frontMatter, join, link, plain } from "./markdown.ts";
import type { TwinPlace } from "./resource-markdown.ts";

/** A tool as Markdown. */
export function toolMarkdown(sheet: Sheet<"tool">, place: TwinPlace): string {
  const { licence, priceModel, website } = sheet.document.data;
  const t = translatorOf(sheet.lang);
  return labelMarkdown(sheet, place, [
    priceModel && `${plain(t("tool.price"))} – ${plain(t(`tool.price.${priceModel}`))}`,
    licence && `${plain(t("tool.licence"))} – ${plain(licenceName(licence))}`,
    website && link(t("tool.website"), website),
  ]);
}

/** A theme as Markdown. */
export const themeMarkdown = (sheet: Sheet<"theme">, place: TwinPlace): string => labelMarkdown(sheet, place, []);

function labelMarkdown(
  { document, lang }: Sheet<"tool"> | Sheet<"theme">,
  { locale, url }: TwinPlace,
  lines: readonly (string | undefined)[],
): string {
  const label = labelIn(document.data.labels, lang);
  const facts = frontMatter({
    title: label,
    type: document.type,
    uid: document.uid,
    lang,
    url: new URL(localizedPath(document.type, document.slug, locale), url).href,
    version: document.version,
    updated: document.updatedAt,
  });
  return `${join(facts, `# ${plain(label)}`, plain(textIn(document.data.description, lang)?.text ?? ""), ...lines)}\n`;
}
