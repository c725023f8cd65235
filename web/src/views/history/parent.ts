import {
  type CentreCard,
  changesBetween,
  contentType,
  type Key,
  keyOf,
  type Locale,
  type PublishedDocument,
  saidIn,
} from "@essaim/content";
import type { Reading } from "../../content/reading.ts";
import { translatorOf } from "../../i18n/translator.ts";
import { typeset } from "../../i18n/typography.ts";
import { localizedPath, parentPath } from "../../routing/index.ts";
import { departureFields } from "../members/reviewing.ts";
import type { Resource } from "../resource-card.ts";
import { type History, type HistoryRequest, readHistory } from "./history.ts";
import { type Sides, type ToldSection, tellChanges } from "./tell.ts";

/** How an adaptation differs from the version that it was made from. */
export interface Departure {
  readonly key: Key;
  readonly centres: readonly CentreCard[];
  readonly title: string;
  /** In the reader’s language where there is one, else in another, which `locale` names. */
  readonly path: string;
  readonly locale: Locale;
  /** The parent’s version, and its newest. */
  readonly version: number;
  readonly newest: number;
  /** What the two are called: by their centres, where both have one. */
  readonly sides: Sides | undefined;
  readonly count: number;
  readonly sections: readonly ToldSection[];
}

/** What a page shows of an adaptation and its parent; no departure where the parent, or its version, can’t be read any more. */
export interface ParentPage extends History {
  readonly departure: Departure | undefined;
}

/** Reads what an address such as `…/origine/` shows; null when there is no such document, or it is no adaptation: answer 404. */
export async function readParentPage(request: HistoryRequest): Promise<ParentPage | null> {
  const history = await readHistory(request, parentPath);
  if (!history) return null;
  const { document, lang } = history.sheet;
  const { derivedFrom } = document.data;
  if (!derivedFrom) return null;
  const parent = await readParent(document, request.locals);
  if (!parent) return { ...history, departure: undefined };
  const version = derivedFrom.version ?? parent.version;
  const [before, after] = await Promise.all([
    request.locals.version(parent, version),
    request.locals.version(document, document.version),
  ]);
  if (!before || !after) return { ...history, departure: undefined };
  const isTranslation = [parent, document].some(({ locale, sourceLocale }) => locale !== sourceLocale);
  const fields = departureFields(contentType(document.type).fields, isTranslation);
  const compared = { fields, before: saidIn(fields, before.data), after: saidIn(fields, after.data) };
  const changes = changesBetween(compared);
  const cards = { ...before.cards, ...after.cards };
  const told = tellChanges(changes, { ...compared, lang, cards });
  const own = parent.locales.find(({ locale }) => locale === request.locals.locale);
  const { locale, slug } = own ?? { locale: parent.locale ?? lang, slug: parent.slug };
  const path = localizedPath(parent.type, slug, locale);
  const title = typeset(parent.data.title, parent.locale ?? lang);
  const counted = { count: changes.length, sections: typeset(told, lang) };
  return {
    ...history,
    departure: {
      key: keyOf(parent.type, parent.uid),
      centres: parent.data.centres,
      title,
      path,
      locale,
      version,
      newest: parent.version,
      sides: sidesOf(parent, document, request.locals.locale),
      ...counted,
    },
  };
}

function sidesOf(parent: Resource, own: Resource, locale: Locale): Sides | undefined {
  const namesOf = ({ data }: Resource) => new Intl.ListFormat(locale).format(data.centres.map(({ name }) => name));
  const [before, after] = [namesOf(parent), namesOf(own)];
  const at = (centre: string) => translatorOf(locale)("family.at", { centre });
  return before && after && before !== after ? { before: at(before), after: at(after) } : undefined;
}

/** The parent in the adaptation’s own language, in which versions are counted, or the nearest. */
async function readParent({ data, sourceLocale }: Resource, locals: Reading): Promise<Resource | null> {
  const parent = data.derivedFrom?.document;
  if (!parent) return null;
  const found: PublishedDocument<Resource["type"]> | null = await locals.load(parent.type, {
    ...{ uid: parent.uid, locale: sourceLocale, fallback: true },
  });
  return found as Resource | null;
}
