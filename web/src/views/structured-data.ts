import type { Locale } from "@essaim/content";
import { blocksToText, defaultLicence, languageOf, type PublishedDocument, usualMinutes } from "@essaim/content";
import type { Article, BreadcrumbList, HowTo, LearningResource, Thing, WebSite, WithContext } from "schema-dts";
import { labelIn } from "../i18n/labels.ts";
import { translatorOf } from "../i18n/translator.ts";
import { homePath, localizedPath, sectionOfType, sectionPath } from "../routing/index.ts";
import { licenceAddress } from "./licence.ts";
import type { Resource } from "./resource-card.ts";

/** What names of structured data are taken from. */
export const context = "https://schema.org";

/** A page and the language it is in. */
export interface Addressed {
  readonly locale: Locale;
  /** The page’s own address, which all others are relative to. */
  readonly url: URL;
}

/** The portal itself, with its search. */
export function websiteData({ locale, url }: Addressed): WithContext<WebSite>[] {
  const t = translatorOf(locale);
  const search = new URL(sectionPath("search", locale), url).href;
  return [
    {
      "@context": context,
      "@type": "WebSite",
      name: t("site.name"),
      description: t("home.lead"),
      url: new URL(homePath(locale), url).href,
      inLanguage: locale,
      potentialAction: {
        "@type": "SearchAction",
        target: `${search}?q={search_term_string}`,
        // Google reads this property, which schema.org does not list.
        ...{ "query-input": "required name=search_term_string" },
      },
    },
  ];
}

/** A document for search engines, with its place in the site. */
export function documentData(document: Resource, { locale, url }: Addressed): WithContext<Thing>[] {
  return [{ "@context": context, ...describe(document, url) }, breadcrumb(document, { locale, url })];
}

type Described = Article | HowTo | LearningResource;

function describe(document: Resource, url: URL): Exclude<Described, string> {
  const shared = sharedProperties(document, url);
  if (document.type === "solution") return { "@type": "Article", headline: document.data.title, ...shared };
  if (document.type === "kit") {
    const minutes = usualMinutes(document.data.agenda);
    return {
      "@type": "LearningResource",
      learningResourceType: "workshop",
      ...shared,
      ...(minutes > 0 && { timeRequired: `PT${minutes}M` }),
    };
  }
  return { "@type": "HowTo", ...shared, step: guideSteps(document) };
}

const guideSteps = ({ data }: PublishedDocument<"guide">) =>
  data.phases.map(({ title, goal, body }) => ({
    "@type": "HowToStep" as const,
    name: title,
    text: goal ?? (body ? blocksToText(body) : title),
  }));

function sharedProperties(document: Resource, url: URL) {
  const { data } = document;
  const lang = languageOf(document);
  const licence = data.licence ?? defaultLicence;
  return {
    name: data.title,
    description: data.summary,
    url: new URL(localizedPath(document.type, document.slug, lang), url).href,
    inLanguage: lang,
    datePublished: document.publishedAt,
    dateModified: document.updatedAt,
    version: document.version,
    license: licenceAddress(licence) ?? licence,
    keywords: [...data.themes, ...data.audiences].map(({ labels }) => labelIn(labels, lang)),
    ...(data.centres.length > 0 && {
      author: data.centres.map(({ name }) => ({ "@type": "Organization" as const, name })),
    }),
    ...(data.source && { isBasedOn: data.source.url }),
  };
}

function breadcrumb(document: Resource, page: Addressed): WithContext<BreadcrumbList> {
  const section = sectionOfType[document.type];
  const label = translatorOf(page.locale)(`nav.${section}`);
  return breadcrumbData([{ label, path: sectionPath(section, page.locale) }], document.data.title, page);
}

/** The way from the home page to this one. */
export function breadcrumbData(
  trail: readonly { readonly label: string; readonly path: string }[],
  here: string,
  { locale, url }: Addressed,
): WithContext<BreadcrumbList> {
  const steps = [
    { label: translatorOf(locale)("nav.home"), path: homePath(locale) },
    ...trail,
    { label: here, path: url.pathname },
  ];
  return {
    "@context": context,
    "@type": "BreadcrumbList",
    itemListElement: steps.map(({ label, path }, index) => ({
      "@type": "ListItem",
      position: index + 1,
      name: label,
      item: new URL(path, url).href,
    })),
  };
}
