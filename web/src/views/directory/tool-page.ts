import { keyOf, type PublishedDocument } from "@essaim/content";
import type { Reading } from "../../content/reading.ts";
import { labelIn } from "../../i18n/labels.ts";
import { translatorOf } from "../../i18n/translator.ts";
import { type Helper, toHelpers } from "../network/people.ts";
import { readAll } from "../network/read-all.ts";
import type { PageHead } from "../page-head.ts";
import { type CardView, cardOfDocument, type Resource, withSpread } from "../resource-card.ts";
import type { Sheet } from "../sheet.ts";
import { textIn } from "./directory.ts";
import { toolData } from "./structured-data.ts";

/** What a tool’s page shows beside the tool itself. */
export interface ToolLife {
  readonly cards: readonly CardView[];
  /** How many solutions, guides and kits use it. */
  readonly total: number;
  readonly helpers: readonly Helper[];
}

const shown = 12;

/** Reads who uses and who knows a tool. */
export async function readToolLife(tool: PublishedDocument<"tool">, locals: Reading): Promise<ToolLife> {
  const query = { locale: locals.locale, fallback: true, tool: tool.uid, limit: shown } as const;
  const [solutions, guides, kits, people] = await Promise.all([
    locals.list("solution", query),
    locals.list("guide", query),
    locals.list("kit", query),
    readAll(locals, "person", { mentions: [keyOf("tool", tool.uid)] }),
  ]);
  const resources: Resource[] = [...solutions.items, ...guides.items, ...kits.items];
  return {
    cards: await withSpread(resources.slice(0, shown).map(cardOfDocument), locals),
    total: solutions.total + guides.total + kits.total,
    helpers: toHelpers(people, locals.locale),
  };
}

/** Head of a tool’s page. */
export function toolHead(sheet: Sheet<"tool">, url: URL): PageHead {
  const { labels, description } = sheet.document.data;
  return {
    title: labelIn(labels, sheet.lang),
    description: textIn(description, sheet.lang)?.text ?? translatorOf(sheet.lang)("tools.lead"),
    places: sheet.places,
    section: "tools",
    twins: true,
    data: toolData(sheet.document, { locale: sheet.lang, url }),
  };
}
