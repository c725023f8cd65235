import {
  type AdoptionCounts,
  type Key,
  type Kit,
  keyOf,
  type Locale,
  languageOf,
  type PublishedDocument,
  type ResourceCard,
  type ResourceType,
} from "@essaim/content";
import type { Image } from "../components/page/image.ts";
import type { Reading } from "../content/reading.ts";
import { typeset } from "../i18n/typography.ts";
import type { Takes } from "./sheet/glances.ts";

/** A published solution, guide or kit. */
export type Resource = { [T in ResourceType]: PublishedDocument<T> }[ResourceType];

/** What lists show of a solution, a guide or a kit. */
export interface CardView {
  readonly type: ResourceType;
  readonly uid: string;
  readonly slug: string;
  /** Language of its title and summary. */
  readonly lang: Locale;
  readonly title: string;
  readonly summary: string;
  readonly maturity?: string | undefined;
  readonly isExample?: boolean | undefined;
  readonly cover?: Image | undefined;
  readonly agenda?: Kit["agenda"] | undefined;
  /** What it takes, where that is known. */
  readonly takes?: Pick<Takes, "preparationDays" | "cost"> | undefined;
  /** How far it has spread; see {@link withSpread}. */
  readonly spread?: AdoptionCounts | undefined;
}

/** The key of what a card stands for. */
export const keyOfCard = ({ type, uid }: Pick<CardView, "type" | "uid">): Key => keyOf(type, uid);

/** The same cards with how far each has spread, which covers draw and cards say. */
export async function withSpread<C extends Pick<CardView, "type" | "uid">>(
  cards: readonly C[],
  locals: Reading,
): Promise<(C & { readonly spread: AdoptionCounts | undefined })[]> {
  if (cards.length === 0) return [];
  const counts = await locals.adoptionCounts(cards.map(keyOfCard));
  return cards.map((card) => ({ ...card, spread: counts.get(keyOfCard(card)) }));
}

/** The card of a document. */
export function cardOfDocument(document: Resource): CardView {
  const { data } = document;
  const lang = languageOf(document);
  const { title, summary } = typeset({ title: data.title, summary: data.summary }, lang);
  return {
    type: document.type,
    uid: document.uid,
    slug: document.slug,
    lang,
    title,
    summary,
    maturity: data.maturity,
    isExample: data.isExample,
    cover: data.cover,
    takes: { preparationDays: data.preparationDays, cost: data.cost },
    agenda: document.type === "kit" ? document.data.agenda : undefined,
  };
}

/** The card of a document that another refers to. */
export const cardOfReference = ({ locale, ...card }: ResourceCard): CardView => ({
  ...typeset(card, locale),
  lang: locale,
});
