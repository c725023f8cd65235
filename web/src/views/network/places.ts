import {
  type Centre,
  type CentreCard,
  keyOf,
  type Locale,
  type PublishedDocument,
  type ResourceType,
  resourceTypes,
} from "@essaim/content";
import type { Passage } from "../../components/network/map/network-map.ts";
import type { Reading } from "../../content/reading.ts";
import type { Resource } from "../resource-card.ts";
import { readAll } from "./read-all.ts";

/** What a centre does in the network, which its point shows: it shares, adapts what others share, takes it up, or has joined. */
export type PlaceMark = "shares" | "adapts" | "takes" | "joined";

/** A centre with what it does in the network. */
export interface Place {
  readonly centre: CentreCard;
  readonly slug: string;
  readonly kind: Centre["kind"];
  readonly description: { readonly text: string; readonly lang: Locale } | undefined;
  /** How many solutions, guides and kits it shares. */
  readonly shared: number;
  /** How many of others’ it prepares, tries or has in place. */
  readonly taken: number;
  readonly mark: PlaceMark;
}

/** The centres of the network, and what passed between them. */
export interface Places {
  readonly places: readonly Place[];
  readonly passages: readonly Passage[];
}

type Adoption = PublishedDocument<"adoption">;

/** Reads every centre with what it does; `theme` keeps those that share or take up something of that theme. */
export async function readPlaces(locals: Reading, theme?: string): Promise<Places> {
  const [centres, adoptions] = await Promise.all([readAll(locals, "centre", { sort: "title" }), readAdoptions(locals)]);
  const keys = centres.map(({ uid }) => keyOf("centre", uid));
  const [shared, ofTheme, passages] = await Promise.all([
    locals.mentionCounts(resourceTypes, keys),
    theme === undefined ? undefined : readTheme(locals, theme),
    readPassages(locals, adoptions),
  ]);
  const kept = ofTheme ? adoptions.filter(({ data }) => ofTheme.resources.has(keyOfResource(data))) : adoptions;
  const takers = new Set(kept.map(({ data }) => data.centre?.uid));
  const shown = centres.filter(({ uid }) => !ofTheme || ofTheme.centres.has(uid) || takers.has(uid));
  const places = shown.map((document) => {
    const key = keyOf("centre", document.uid);
    const own = kept.filter(({ data }) => data.centre?.uid === document.uid);
    const count = resourceTypes.reduce((sum, type) => sum + shared(key, type), 0);
    return toPlace(document, locals.locale, {
      shared: ofTheme ? (ofTheme.centres.get(document.uid) ?? 0) : count,
      taken: new Set(own.map(({ data }) => keyOfResource(data))).size,
      adapts: own.some(({ data }) => data.adaptation !== undefined),
    });
  });
  const drawn = new Set(shown.map(({ uid }) => uid));
  return {
    places: places.toSorted((a, b) => a.centre.name.localeCompare(b.centre.name, locals.locale)),
    passages: passages.filter(
      ({ from, to, resource }) => drawn.has(from) && drawn.has(to) && (!ofTheme || ofTheme.resources.has(resource)),
    ),
  };
}

const goesOn = ["preparing", "running", "adopted"];

/** Adoptions that go on: neither only noted nor stopped. */
async function readAdoptions(locals: Reading): Promise<Adoption[]> {
  const all = await readAll(locals, "adoption");
  return all.filter(({ data }) => data.centre && data.resource && goesOn.includes(data.stage));
}

const keyOfResource = ({ resource }: Adoption["data"]): string => (resource ? keyOf(resource.type, resource.uid) : "");

function toPlace(
  { uid, documentId, slug, data }: PublishedDocument<"centre">,
  locale: Locale,
  { shared, taken, adapts }: { shared: number; taken: number; adapts: boolean },
): Place {
  const { description } = data;
  const lang = description?.[locale] === undefined ? "fr" : locale;
  const text = description?.[lang];
  return {
    centre: { ...data, uid, documentId },
    slug,
    kind: data.kind,
    description: text === undefined ? undefined : { text, lang },
    shared,
    taken,
    mark: shared > 0 ? (adapts ? "adapts" : "shares") : taken > 0 ? "takes" : "joined",
  };
}

async function readTheme(locals: Reading, theme: string) {
  const lists: readonly (readonly Resource[])[] = await Promise.all([
    readAll(locals, "solution", { fallback: true, theme }),
    readAll(locals, "guide", { fallback: true, theme }),
    readAll(locals, "kit", { fallback: true, theme }),
  ]);
  const resources = lists.flat();
  const centres = new Map<string, number>();
  for (const { data } of resources) for (const { uid } of data.centres) centres.set(uid, (centres.get(uid) ?? 0) + 1);
  return { centres, resources: new Set<string>(resources.map(({ type, uid }) => keyOf(type, uid))) };
}

/** From whom each adopted resource came: the centres that carry it. */
async function readPassages(locals: Reading, adoptions: readonly Adoption[]) {
  const cards = new Map(adoptions.flatMap(({ data }) => (data.resource ? [[keyOfResource(data), data.resource]] : [])));
  const refs = [...cards.values()].map(({ type, documentId, locale }) => ({ type, documentId, locale }));
  const documents = await locals.batch<ResourceType>(refs);
  const bearers = new Map<string, readonly CentreCard[]>();
  for (const document of documents)
    if (document) bearers.set(keyOf(document.type, document.uid), document.data.centres);
  const passages = new Map<string, Passage & { readonly resource: string }>();
  for (const { data } of adoptions) {
    const resource = keyOfResource(data);
    for (const { uid: from } of bearers.get(resource) ?? []) {
      const to = data.centre?.uid;
      if (to !== undefined && to !== from) passages.set(`${from} ${to} ${resource}`, { from, to, resource });
    }
  }
  return [...passages.values()];
}
