import { keyOf, type PublishedDocument } from "@essaim/content";
import type { Reading } from "../../content/reading.ts";
import { labelIn } from "../../i18n/labels.ts";
import { translatorOf } from "../../i18n/translator.ts";
import { type Helper, toHelpers } from "../network/people.ts";
import { readAll } from "../network/read-all.ts";
import type { PageHead } from "../page-head.ts";
import { type CardView, cardOfDocument, withSpread } from "../resource-card.ts";
import { readResources } from "../resources.ts";
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
  const [{ all, total }, people] = await Promise.all([
    readResources(locals, { tool: tool.uid, limit: shown }),
    readAll(locals, "person", { mentions: [keyOf("tool", tool.uid)] }),
  ]);
  return {
    cards: await withSpread(all.slice(0, shown).map(cardOfDocument), locals),
    total,
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
