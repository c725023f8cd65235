import { defaultLicence, type Locale, languageOf } from "@essaim/content";
import { formatDate } from "../i18n/dates.ts";
import { labelIn } from "../i18n/labels.ts";
import { translatorOf } from "../i18n/translator.ts";
import { localizedPath } from "../routing/index.ts";
import { licenceName } from "../views/licence.ts";
import type { Resource } from "../views/resource-card.ts";
import { glancesOf } from "../views/sheet/glances.ts";
import { frontMatter, join, link, list, named, plain, rich, section } from "./markdown.ts";

/** Where a twin stands: the language of the page, and what its addresses are relative to. */
export interface TwinPlace {
  readonly locale: Locale;
  readonly url: URL;
}

/** A solution, guide or kit as Markdown: what all three have, around a body of their own. */
export function resourceMarkdown(document: Resource, body: string, place: TwinPlace, dates?: string): string {
  const { data } = document;
  const lang = languageOf(document);
  const replication = "replication" in data ? data.replication : undefined;
  const glances = glancesOf(data, lang, replication).map(({ label, values }) =>
    named(`${label} –`, plain(values.join(" · "))),
  );
  const markdown = join(
    resourceFacts(document, place),
    `# ${plain(data.title)}`,
    data.isExample ? `_${plain(translatorOf(lang)("mark.example"))}_` : undefined,
    plain(data.summary),
    list(glances),
    body,
    identity(document, place, dates),
  );
  return `${markdown}\n`;
}

function resourceFacts(document: Resource, { url }: TwinPlace): string {
  const { data } = document;
  const lang = languageOf(document);
  return frontMatter({
    title: data.title,
    type: document.type,
    uid: document.uid,
    lang,
    url: new URL(localizedPath(document.type, document.slug, lang), url).href,
    version: document.version,
    published: document.publishedAt,
    updated: document.updatedAt,
    licence: data.licence ?? defaultLicence,
    source: data.source?.url,
    centres: data.centres.map(({ name }) => name),
    themes: data.themes.map(({ labels }) => labelIn(labels, lang)),
    audiences: data.audiences.map(({ labels }) => labelIn(labels, lang)),
  });
}

function identity(document: Resource, { locale, url }: TwinPlace, dates: string | undefined): string {
  const { data } = document;
  const lang = languageOf(document);
  const t = translatorOf(lang);
  const absolute = (path: string) => new URL(path, url).href;
  const licence = data.licence ?? defaultLicence;
  const version = { version: document.version, date: formatDate(document.updatedAt, lang) };
  const place = "place" in data ? data.place : undefined;
  const facts: [string, string | undefined][] = [
    [
      t("identity.bearer"),
      data.centres.map(({ name, uid }) => link(name, absolute(localizedPath("centre", uid, locale)))).join(", "),
    ],
    [t("identity.contact"), data.contact && plain(data.contact.name)],
    [t("identity.contributors"), plain(data.contributors.map(({ name }) => name).join(", "))],
    [t("identity.dates"), dates && plain(dates)],
    [t("identity.place"), place && plain(place)],
    [t("identity.tools"), plain(data.tools.map(({ labels }) => labelIn(labels, lang)).join(", "))],
    [t("identity.source"), data.source && link(data.source.title, data.source.url)],
    [t("identity.links"), data.links.map(({ title, url: address }) => link(title, address)).join(", ")],
    [t("identity.licence"), plain(licenceName(licence))],
    [t("identity.version"), plain(t("identity.version.text", version))],
  ];
  return join(
    section(t("section.related"), list(data.related.map((card) => link(card.title, absolute(addressOf(card)))))),
    section(t("section.identity"), list(facts.map(([name, value]) => named(`${name} –`, value)))),
  );
}

const addressOf = ({ type, slug, locale }: Resource["data"]["related"][number]): string =>
  localizedPath(type, slug, locale);

/** The simplified version of a document, under its heading. */
export const easyReadMarkdown = ({ data }: Resource, lang: Locale): string =>
  section(translatorOf(lang)("sheet.simple.title"), rich(data.easyRead?.body));
