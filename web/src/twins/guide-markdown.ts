import { languageOf, type PublishedDocument } from "@essaim/content";
import { translatorOf } from "../i18n/translator.ts";
import { localizedPath } from "../routing/index.ts";
import { join, link, list, plain, rich, section } from "./markdown.ts";
import { easyReadMarkdown, resourceMarkdown, type TwinPlace } from "./resource-markdown.ts";

/** A guide as Markdown. */
export function guideMarkdown(document: PublishedDocument<"guide">, place: TwinPlace): string {
  const { data } = document;
  const lang = languageOf(document);
  const t = translatorOf(lang);
  const absolute = (path: string) => new URL(path, place.url).href;
  const phases = data.phases.map(({ title, goal, duration, body, activities, deliverables, kits }) => {
    const cards = kits.map((kit) => link(kit.title, absolute(localizedPath("kit", kit.slug, kit.locale))));
    return section(
      [title, duration].filter(Boolean).join(" – "),
      join(
        goal && plain(goal),
        rich(body),
        section(t("guide.activities"), list(activities.map(plain)), 4),
        section(t("guide.deliverables"), list(deliverables.map(plain)), 4),
        section(t("guide.kits"), list(cards), 4),
      ),
      3,
    );
  });
  const body = join(
    section(t("guide.whenToUse"), rich(data.whenToUse)),
    section(
      t("guide.principles"),
      join(...data.principles.map(({ title, body: text }) => section(title, rich(text), 3))),
    ),
    section(t("guide.phases"), join(...phases)),
    section(t("guide.sources"), list(data.sources.map(({ title, url }) => link(title, url)))),
    easyReadMarkdown(document, lang),
  );
  return resourceMarkdown(document, body, place);
}
