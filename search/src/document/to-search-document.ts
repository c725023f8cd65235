import { createHash } from "node:crypto";
import { canonicalJson, type Locale, type PublishedData, type PublishedDocument } from "@essaim/content";
import { type SearchableType, type SearchDocument, searchIdOf } from "./search-document.ts";
import { textsOf } from "./texts.ts";

type Head = Pick<SearchDocument, "title" | "summary">;
type Facets = Pick<
  SearchDocument,
  | "theme"
  | "audience"
  | "centre"
  | "tool"
  | "maturity"
  | "licence"
  | "territory"
  | "preparationDays"
  | "costMin"
  | "costMax"
  | "groupSizeMin"
  | "groupSizeMax"
>;
type Resource = PublishedData<"solution" | "guide" | "kit">;

/** What the index of `locale` keeps of a document: pure, so that the same document always gives the same answer. */
export function toSearchDocument(document: PublishedDocument<SearchableType>, locale: Locale): SearchDocument {
  const { type, documentId, uid, slug, version, mentions, data } = document;
  const written = {
    id: searchIdOf(type, documentId),
    type,
    documentId,
    uid,
    slug,
    locale: document.locale ?? locale,
    ...("title" in data ? headOfResource(data) : headOfCentre(data, locale)),
    ...textsOf(type, data, locale),
    ...("title" in data ? facetsOfResource(data) : facetsOfCentre(data)),
    isExample: data.isExample ?? false,
    version,
    updatedAt: Date.parse(document.updatedAt),
    publishedAt: Date.parse(document.publishedAt),
    mentions,
  };
  return { ...written, fingerprint: createHash("sha256").update(canonicalJson(written)).digest("hex").slice(0, 20) };
}

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
    preparationDays: data.preparationDays ?? null,
    costMin: data.cost?.min ?? null,
    costMax: data.cost?.max ?? null,
    groupSizeMin: data.groupSize?.min ?? null,
    groupSizeMax: data.groupSize?.max ?? null,
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
    preparationDays: null,
    costMin: null,
    costMax: null,
    groupSizeMin: null,
    groupSizeMax: null,
  };
}

const uidsOf = (cards: readonly { readonly uid: string }[]): string[] => cards.map(({ uid }) => uid);
