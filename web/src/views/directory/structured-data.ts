import type { PublishedDocument } from "@essaim/content";
import type { Organization, SoftwareApplication, Thing, WithContext } from "schema-dts";
import { labelIn } from "../../i18n/labels.ts";
import { translatorOf } from "../../i18n/translator.ts";
import { type Section, sectionPath } from "../../routing/index.ts";
import { licenceAddress } from "../licence.ts";
import { type Addressed, breadcrumbData, context } from "../structured-data.ts";
import { textIn } from "./directory.ts";

/** A centre for search engines, with its place in the site. */
export function centreData(centre: PublishedDocument<"centre">, page: Addressed): WithContext<Thing>[] {
  const { name, city, postcode, coordinates, website, description } = centre.data;
  const organization: WithContext<Organization> = {
    "@context": context,
    "@type": "Organization",
    name,
    url: website ?? page.url.href,
    ...ownDescription(description, page),
    ...(city && {
      address: { "@type": "PostalAddress", addressLocality: city, ...(postcode && { postalCode: postcode }) },
    }),
    ...(coordinates && {
      location: {
        "@type": "Place",
        geo: { "@type": "GeoCoordinates", longitude: coordinates[0], latitude: coordinates[1] },
      },
    }),
  };
  return [organization, trailOf("network", name, page)];
}

/** A tool for search engines, with its place in the site. */
export function toolData(tool: PublishedDocument<"tool">, page: Addressed): WithContext<Thing>[] {
  const { labels, website, licence, priceModel, description } = tool.data;
  const name = labelIn(labels, page.locale);
  const application: WithContext<SoftwareApplication> = {
    "@context": context,
    "@type": "SoftwareApplication",
    name,
    ...(website && { url: website }),
    ...ownDescription(description, page),
    ...(licence && { license: licenceAddress(licence) ?? licence }),
    ...(priceModel && { isAccessibleForFree: priceModel !== "paid" }),
  };
  return [application, trailOf("tools", name, page)];
}

/** A theme’s place in the site, for search engines. */
export const themeData = (theme: PublishedDocument<"theme">, page: Addressed): WithContext<Thing>[] => [
  trailOf("themes", labelIn(theme.data.labels, page.locale), page),
];

const trailOf = (section: Section & ("network" | "tools" | "themes"), here: string, page: Addressed) =>
  breadcrumbData(
    [{ label: translatorOf(page.locale)(`nav.${section}`), path: sectionPath(section, page.locale) }],
    here,
    page,
  );

function ownDescription(texts: Parameters<typeof textIn>[0], { locale }: Addressed) {
  const text = textIn(texts, locale)?.text;
  return text === undefined ? {} : { description: text };
}
