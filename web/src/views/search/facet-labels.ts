import { maturities } from "@essaim/content";
import { type SearchableType, searchableTypes } from "@essaim/search";
import type { Reading } from "../../content/reading.ts";
import { CmsUnavailable } from "../../content/unavailable.ts";
import { labelIn } from "../../i18n/labels.ts";
import { translatorOf } from "../../i18n/translator.ts";
import { licenceName } from "../licence.ts";
import { ceilingLabel } from "../list-choice.ts";
import type { OfferedFacet } from "./search-facets.ts";

/** What readers call a value of a facet. */
export type FacetLabels = (facet: OfferedFacet, value: string) => string;

const most = 500;

/** Reads the names of themes, audiences, tools and centres; with the CMS out of reach they are called by their uid, and search goes on. */
export async function readFacetLabels(locals: Reading): Promise<FacetLabels> {
  const names = await readNames(locals).catch((error: unknown) => {
    if (error instanceof CmsUnavailable) return new Map<string, string>();
    throw error;
  });
  const t = translatorOf(locals.locale);
  return (facet, value) => {
    const type: SearchableType | undefined = searchableTypes.find((name) => name === value);
    const maturity = maturities.find((name) => name === value);
    if (facet === "type" && type) return t(`type.${type}`);
    if (facet === "preparation" || facet === "cost") return ceilingLabel(facet, Number(value), locals.locale);
    if (facet === "groupSize") return t("search.groupSize.people", { count: Number(value) });
    if (facet === "licence") return licenceName(value);
    if (facet === "territory" || facet === "adoptedIn") return value;
    if (facet === "maturity" && maturity) return t(`maturity.${maturity}`);
    return names.get(`${facet}/${value}`) ?? value.replaceAll("-", " ");
  };
}

async function readNames(locals: Reading): Promise<Map<string, string>> {
  const { locale } = locals;
  const query = { locale, limit: most };
  const [themes, audiences, tools, centres] = await Promise.all([
    locals.list("theme", query),
    locals.list("audience", query),
    locals.list("tool", query),
    locals.list("centre", query),
  ]);
  return new Map([
    ...themes.items.map(({ uid, data }) => [`theme/${uid}`, labelIn(data.labels, locale)] as const),
    ...audiences.items.map(({ uid, data }) => [`audience/${uid}`, labelIn(data.labels, locale)] as const),
    ...tools.items.map(({ uid, data }) => [`tool/${uid}`, labelIn(data.labels, locale)] as const),
    ...centres.items.map(({ uid, data }) => [`centre/${uid}`, data.name] as const),
  ]);
}
