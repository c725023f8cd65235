import { keyOf, type PublishedDocument } from "@essaim/content";
import type { Reading } from "../../content/reading.ts";
import { type Helper, toHelpers } from "../network/people.ts";
import { readAll } from "../network/read-all.ts";
import type { PageHead } from "../page-head.ts";
import { type CardView, cardOfDocument, withSpread } from "../resource-card.ts";
import { readResources } from "../resources.ts";
import type { Sheet } from "../sheet.ts";
import { labelHead } from "./label-head.ts";
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
export const toolHead = (sheet: Sheet<"tool">, url: URL): PageHead =>
  labelHead(sheet, "tools", toolData(sheet.document, { locale: sheet.lang, url }));
