import type { PublishedDocument } from "@essaim/content";
import type { Reading } from "../content/reading.ts";
import { translatorOf } from "../i18n/translator.ts";
import type { PageHead } from "./page-head.ts";
import { type CardView, cardOfDocument, type Resource } from "./resource-card.ts";
import type { Sheet } from "./sheet.ts";

const most = 50;

/** What a centre shares: its solutions, guides and kits. */
export async function readSharedBy(centre: PublishedDocument<"centre">, locals: Reading): Promise<CardView[]> {
  const query = { locale: locals.locale, fallback: true, centre: centre.uid, limit: most } as const;
  const [solutions, guides, kits] = await Promise.all([
    locals.list("solution", query),
    locals.list("guide", query),
    locals.list("kit", query),
  ]);
  const all: Resource[] = [...solutions.items, ...guides.items, ...kits.items];
  return all.map(cardOfDocument);
}

/** What a centre says of itself, in the page’s language or else in French. */
export const descriptionOf = ({ document, lang }: Sheet<"centre">) => {
  const { description } = document.data;
  const own = description?.[lang];
  return own === undefined ? { text: description?.fr, lang: "fr" as const } : { text: own, lang };
};

/** Head of a centre’s page. */
export function centreHead(sheet: Sheet<"centre">): PageHead {
  const { name, kind, city } = sheet.document.data;
  const t = translatorOf(sheet.lang);
  return {
    title: city === undefined ? name : `${name}, ${city}`,
    description: descriptionOf(sheet).text ?? [t(`centre.kind.${kind}`), city].filter(Boolean).join(", "),
    places: sheet.places,
    twins: true,
  };
}
