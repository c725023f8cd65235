import { type Locale, toUid, uidSchema } from "@essaim/content";
import { layOut, type NetworkMap } from "../../components/network/map/network-map.ts";
import type { Position } from "../../components/network/map/position.ts";
import type { Reading } from "../../content/reading.ts";
import { labelIn } from "../../i18n/labels.ts";
import { translatorOf } from "../../i18n/translator.ts";
import { type PageHead, sectionPlaces } from "../page-head.ts";
import { type Option, readOptions } from "../resource-list.ts";
import { breadcrumbData } from "../structured-data.ts";
import { type FoundHelper, findHelpers, type Helper, toHelpers } from "./people.ts";
import { type Place, readPlaces } from "./places.ts";
import { readAll } from "./read-all.ts";

/** What a reader asked of the network’s page. */
export interface NetworkChoice {
  readonly theme: string | undefined;
  readonly need: string;
  /** A town, as its name’s uid. */
  readonly near: string | undefined;
  /** Counts from 1. */
  readonly page: number;
}

/** The network as its page shows it. */
export interface Network {
  readonly choice: NetworkChoice;
  readonly places: readonly Place[];
  readonly map: NetworkMap | undefined;
  readonly themes: readonly Option[];
  readonly towns: readonly Option[];
  /** Needs that some helper answers, to choose from. */
  readonly ideas: readonly string[];
  readonly helpers: readonly FoundHelper[];
  readonly found: number;
  readonly pages: number;
  /** How many people agreed to be shown. */
  readonly listed: number;
  /** Whether all of them are invented. */
  readonly allInvented: boolean;
}

const pageSize = 12;
const longestNeed = 100;
const mostIdeas = 6;

/** Reads what a reader asked; what makes no sense counts as not asked. */
export function readNetworkChoice(query: URLSearchParams): NetworkChoice {
  const uid = (name: string) => uidSchema.safeParse(query.get(name)).data;
  const page = Number(/^\d{1,4}$/.exec(query.get("page") ?? "")?.[0] ?? 1);
  const need = (query.get("besoin") ?? "").trim().slice(0, longestNeed);
  return { theme: uid("theme"), need, near: uid("pres"), page: Math.max(page, 1) };
}

/** The query of the network’s page; what is as usual is left out of it. */
export function networkQuery({ theme, need, near, page }: NetworkChoice): string {
  const query = new URLSearchParams();
  if (theme) query.set("theme", theme);
  if (need) query.set("besoin", need);
  if (near) query.set("pres", near);
  if (page > 1) query.set("page", String(page));
  return query.size === 0 ? "" : `?${query}`;
}

/** Reads the network: its centres on a map, and the people who can help. */
export async function readNetwork({ locals, url }: { locals: Reading; url: URL }): Promise<Network> {
  const choice = readNetworkChoice(url.searchParams);
  const [{ places, passages }, people, themes] = await Promise.all([
    readPlaces(locals, choice.theme),
    readAll(locals, "person"),
    readOptions(locals, "theme"),
  ]);
  const listed = toHelpers(people, locals.locale);
  const towns = townsOf(listed);
  const near = choice.near === undefined ? undefined : towns.get(choice.near)?.position;
  const found = findHelpers(listed, { need: choice.need, near });
  const pages = Math.ceil(found.length / pageSize);
  return {
    choice: { ...choice, near: near && choice.near },
    places,
    map: layOut(places.flatMap(toMapPlace), passages),
    themes,
    towns: [...towns]
      .map(([value, { label }]) => ({ value, label }))
      .toSorted((a, b) => a.label.localeCompare(b.label, locals.locale)),
    ideas: ideasOf(listed, locals.locale),
    helpers: found.slice((choice.page - 1) * pageSize, choice.page * pageSize),
    found: found.length,
    pages,
    listed: listed.length,
    allInvented: listed.length > 0 && listed.every(({ isExample }) => isExample),
  };
}

/** A centre as the map draws it; one without coordinates stands in the list alone. */
export const toMapPlace = ({ centre, shared, taken }: Place) =>
  centre.coordinates
    ? [{ id: centre.uid, label: centre.city ?? centre.name, position: centre.coordinates, weight: shared + taken }]
    : [];

function townsOf(helpers: readonly Helper[]): Map<string, { label: string; position: Position }> {
  const towns = new Map<string, { label: string; position: Position }>();
  for (const { centre } of helpers)
    if (centre?.city && centre.coordinates)
      towns.set(toUid(centre.city), { label: centre.city, position: centre.coordinates });
  return towns;
}

/** The tools and languages that most helpers know. */
function ideasOf(helpers: readonly Helper[], locale: Locale): string[] {
  const counts = new Map<string, number>();
  for (const { tools } of helpers)
    for (const { labels } of tools) counts.set(labelIn(labels, locale), (counts.get(labelIn(labels, locale)) ?? 0) + 1);
  return [...counts]
    .toSorted((a, b) => b[1] - a[1] || a[0].localeCompare(b[0], locale))
    .slice(0, mostIdeas)
    .map(([label]) => label);
}

/** Head of the network’s page. */
export function networkHead({ choice }: Network, locale: Locale, url: URL): PageHead {
  const t = translatorOf(locale);
  const query = networkQuery(choice);
  return {
    title: t("network.title"),
    description: t("network.lead"),
    places: sectionPlaces("network", locale, query),
    section: "network",
    unlisted: query !== "",
    data: [breadcrumbData([], t("nav.network"), { locale, url })],
  };
}
