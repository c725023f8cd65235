import { createHash } from "node:crypto";
import {
  type Adopter,
  canonicalJson,
  type Key,
  keyOf,
  type Locale,
  type PublishedData,
  type PublishedDocument,
} from "@essaim/content";
import { ceilings, groupSizes } from "./ceilings.ts";
import { type SearchableType, type SearchDocument, searchIdOf } from "./search-document.ts";
import { stemmed } from "./stemmed.ts";
import { textsOf } from "./texts.ts";

type Head = Pick<SearchDocument, "title" | "summary">;
type Facets = Pick<
  SearchDocument,
  "theme" | "audience" | "centre" | "tool" | "maturity" | "licence" | "territory" | "preparation" | "cost" | "groupSize"
>;
type Resource = PublishedData<"solution" | "guide" | "kit">;

/** What the index of `locale` keeps of a document: pure, so that the same document always gives the same answer. */
export function toSearchDocument(
  document: PublishedDocument<SearchableType>,
  locale: Locale,
  adopters: readonly Adopter[],
): SearchDocument {
  const { type, documentId, uid, slug, version, mentions, data } = document;
  const head = "title" in data ? headOfResource(data) : headOfCentre(data, locale);
  const texts = { ...head, ...textsOf(type, data, locale) };
  const written = {
    id: searchIdOf(type, documentId),
    type,
    documentId,
    uid,
    slug,
    locale: document.locale ?? locale,
    ...texts,
    ...stemmed(texts, document.locale ?? locale),
    ...("title" in data ? facetsOfResource(data) : facetsOfCentre(data)),
    isExample: data.isExample ?? false,
    ...("title" in data ? originOf(data) : { by: data.city ?? "", isAdaptation: false }),
    ...spreadOf(adopters),
    version,
    updatedAt: Date.parse(document.updatedAt),
    publishedAt: Date.parse(document.publishedAt),
    mentions: [...new Set([...mentions, ...centresOf(adopters)])],
  };
  const fingerprint = createHash("sha256").update(canonicalJson(written)).digest("hex").slice(0, 20);
  return { ...written, fingerprint, state: `${written.id} ${fingerprint}` };
}

const originOf = ({ centres, derivedFrom }: Resource): Pick<SearchDocument, "by" | "isAdaptation"> => ({
  by: centres.map(({ name, city }) => [name, city].filter(Boolean).join(", ")).join(" · "),
  isAdaptation: derivedFrom !== undefined && derivedFrom !== null,
});

/** How far it has spread: the same whatever the order in which those who took it up are named. */
const spreadOf = (adopters: readonly Adopter[]): Pick<SearchDocument, "adoptions" | "adoptedIn"> => ({
  adoptions: adopters.length,
  adoptedIn: [...new Set(adopters.flatMap(({ territory }) => territory ?? []))].sort(),
});

/** Keys of those who took it up, published or not: they may be one day. */
const centresOf = (adopters: readonly Adopter[]): Key[] =>
  adopters.flatMap(({ centre }) => (centre === null ? [] : keyOf("centre", centre))).sort();

const headOfResource = ({ title, summary }: Resource): Head => ({ title, summary });

const headOfCentre = ({ name, description, city }: PublishedData<"centre">, locale: Locale): Head => ({
  title: name,
  summary: description?.[locale] ?? description?.fr ?? city ?? "",
});

function facetsOfResource(data: Resource): Facets {
  return {
    theme: uidsOf(data.themes),
    audience: uidsOf(data.audiences),
    centre: uidsOf(data.centres),
    tool: uidsOf(data.tools),
    maturity: data.maturity ?? null,
    licence: data.licence ?? null,
    territory: [...new Set(data.centres.flatMap(({ territory }) => territory ?? []))],
    preparation: ceilings.preparation.filter((most) => (data.preparationDays ?? Infinity) <= most).map(String),
    cost: ceilings.cost.filter((most) => (data.cost?.max ?? data.cost?.min ?? Infinity) <= most).map(String),
    groupSize: sizesOf(data.groupSize),
  };
}

function facetsOfCentre({ audiences, territory }: PublishedData<"centre">): Facets {
  return {
    theme: [],
    audience: uidsOf(audiences),
    centre: [],
    tool: [],
    maturity: null,
    licence: null,
    territory: territory === undefined ? [] : [territory],
    preparation: [],
    cost: [],
    groupSize: [],
  };
}

/** A sheet that says nothing of its groups may suit any, but nobody looks for that. */
function sizesOf(
  size: { readonly min?: number | undefined; readonly max?: number | undefined } | null | undefined,
): string[] {
  if (size === undefined || size === null) return [];
  const { min = 0, max = Infinity } = size;
  return groupSizes.filter((people) => min <= people && people <= max).map(String);
}

const uidsOf = (cards: readonly { readonly uid: string }[]): string[] => cards.map(({ uid }) => uid);
