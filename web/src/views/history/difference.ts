import { changesBetween, contentType, type UntypedVersion, type VersionChange } from "@essaim/content";
import type { Reading } from "../../content/reading.ts";
import { typeset } from "../../i18n/typography.ts";
import { localizedPath } from "../../routing/index.ts";
import type { Resource } from "../resource-card.ts";
import { type History, type HistoryRequest, readHistory, readPair } from "./history.ts";
import { type ToldSection, tellChanges } from "./tell.ts";

/** Two versions of a resource, and what changed between them. */
export interface Difference {
  readonly from: UntypedVersion;
  readonly to: UntypedVersion;
  readonly changes: readonly VersionChange[];
}

/** Compares two versions of a resource; says which of them is missing where one is. */
export async function readDifference(
  document: Resource,
  [from, to]: readonly [number, number],
  locals: Reading,
): Promise<Difference | { readonly missing: "from" | "to" }> {
  const [before, after] = await Promise.all([locals.version(document, from), locals.version(document, to)]);
  if (!before) return { missing: "from" };
  if (!after) return { missing: "to" };
  const { fields } = contentType(document.type);
  return { from: before, to: after, changes: changesBetween({ fields, before: before.data, after: after.data }) };
}

/** What a page shows of what changed between two versions. */
export interface DifferencePage extends History {
  readonly from: UntypedVersion;
  readonly to: UntypedVersion;
  readonly count: number;
  readonly sections: readonly ToldSection[];
  /** Where facts have their history, if these are versions of a translation. */
  readonly factsPath: string | undefined;
}

/** Reads what an address such as `…/historique/2-3/` shows; null when there is no such document or version: answer 404. */
export async function readDifferencePage(request: HistoryRequest): Promise<DifferencePage | null> {
  const pair = readPair(request.params["pair"]);
  const history = pair && (await readHistory(request));
  if (!history) return null;
  const { document, lang } = history.sheet;
  const difference = await readDifference(document, pair, request.locals);
  if ("missing" in difference) return null;
  const { from, to, changes } = difference;
  const { fields } = contentType(document.type);
  const cards = { ...from.cards, ...to.cards };
  const told = tellChanges(changes, { fields, before: from.data, after: to.data, lang, cards });
  const source = document.locales.find(({ locale }) => locale === document.sourceLocale);
  const isTranslation = document.locale !== document.sourceLocale;
  return {
    ...history,
    ...typeset({ from: { ...from, data: {}, cards: {} }, to: { ...to, data: {}, cards: {} } }, lang),
    count: changes.length,
    sections: typeset(told, lang),
    factsPath: isTranslation && source ? localizedPath(document.type, source.slug, source.locale) : undefined,
  };
}
