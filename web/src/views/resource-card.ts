import {
  type Kit,
  type Locale,
  languageOf,
  type PublishedDocument,
  type ResourceCard,
  type ResourceType,
} from "@essaim/content";
import type { Image } from "../components/page/image.ts";
import { typeset } from "../i18n/typography.ts";

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
    agenda: document.type === "kit" ? document.data.agenda : undefined,
  };
}

/** The card of a document that another refers to. */
export const cardOfReference = ({ locale, ...card }: ResourceCard): CardView => ({
  ...typeset(card, locale),
  lang: locale,
});
