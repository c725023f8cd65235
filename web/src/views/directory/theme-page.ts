import {
  type CentreCard,
  keyOf,
  type LabelCard,
  type PublishedDocument,
  type ResourceType,
  resourceTypes,
} from "@essaim/content";
import type { Reading } from "../../content/reading.ts";
import { readAll } from "../network/read-all.ts";
import type { PageHead } from "../page-head.ts";
import { type CardView, cardOfDocument, type Resource, withSpread } from "../resource-card.ts";
import { readResources } from "../resources.ts";
import type { Sheet } from "../sheet.ts";
import { type Question, toQuestion } from "./centre-page.ts";
import { labelHead } from "./label-head.ts";
import { themeData } from "./structured-data.ts";

/** What is published of one type on a theme: the newest, and how many there are. */
export interface Shelf {
  readonly type: ResourceType;
  readonly cards: readonly CardView[];
  readonly total: number;
}

/** What a theme’s page shows beside the theme itself. */
export interface ThemeLife {
  readonly shelves: readonly Shelf[];
  readonly centres: readonly CentreCard[];
  readonly neighbours: readonly LabelCard[];
  readonly questions: readonly Question[];
}

const shown = 6;
/** How many of the newest of each type tell which centres and themes are near. */
const considered = 60;
const mostNeighbours = 6;

/** Reads what is published on a theme, and who works on it. */
export async function readThemeLife(theme: PublishedDocument<"theme">, locals: Reading): Promise<ThemeLife> {
  const [resources, needs] = await Promise.all([
    readResources(locals, { theme: theme.uid, limit: considered }),
    readAll(locals, "need", { mentions: [keyOf("theme", theme.uid)] }),
  ]);
  const shelves = resourceTypes.map(async (type) => {
    const { total } = resources[type];
    const items: readonly Resource[] = resources[type].items;
    return { type, total, cards: await withSpread(items.slice(0, shown).map(cardOfDocument), locals) };
  });
  return {
    shelves: (await Promise.all(shelves)).filter(({ total }) => total > 0),
    centres: mostMentioned(resources.all.map(({ data }) => data.centres)),
    neighbours: mostMentioned(resources.all.map(({ data }) => data.themes))
      .filter(({ uid }) => uid !== theme.uid)
      .slice(0, mostNeighbours),
    questions: needs.filter(({ data }) => data.state !== "answered").map(toQuestion),
  };
}

/** The cards that several lists hold, each once, the most frequent first. */
function mostMentioned<C extends { readonly uid: string }>(lists: readonly (readonly C[])[]): C[] {
  const byUid = Map.groupBy(lists.flat(), ({ uid }) => uid);
  return [...byUid.values()].toSorted((a, b) => b.length - a.length).flatMap(([first]) => first ?? []);
}

/** Head of a theme’s page. */
export const themeHead = (sheet: Sheet<"theme">, url: URL): PageHead =>
  labelHead(sheet, "themes", themeData(sheet.document, { locale: sheet.lang, url }));
