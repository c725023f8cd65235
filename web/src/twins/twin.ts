import { resourceTypes } from "@essaim/content";
import type { APIContext } from "astro";
import { matchRoute, type PagedType, pagedTypes } from "../routing/index.ts";
import type { Resource } from "../views/resource-card.ts";
import { findDocument, readSheet, type Sheet } from "../views/sheet.ts";
import { centreMarkdown } from "./centre-markdown.ts";
import { guideMarkdown } from "./guide-markdown.ts";
import { twinData } from "./json.ts";
import { jsonAnswer } from "./json-answer.ts";
import { kitMarkdown } from "./kit-markdown.ts";
import { themeMarkdown, toolMarkdown } from "./label-markdown.ts";
import { readLineage } from "./lineage.ts";
import type { TwinPlace } from "./resource-markdown.ts";
import { solutionMarkdown } from "./solution-markdown.ts";

const markdown: { readonly [T in PagedType]: (sheet: Sheet<T>, place: TwinPlace) => string } = {
  solution: ({ document }, place) => solutionMarkdown(document, place),
  guide: ({ document }, place) => guideMarkdown(document, place),
  kit: ({ document }, place) => kitMarkdown(document, place),
  centre: centreMarkdown,
  tool: toolMarkdown,
  theme: themeMarkdown,
};

type Context = Pick<APIContext, "locals" | "params" | "url">;

/** Answers the machine twin of the page that an address without its ending leads to: 404 where there is no such page. */
export async function answerTwin(context: Context, ending: "json" | "md"): Promise<Response> {
  const route = matchRoute(context.url.pathname.slice(0, -ending.length - 1));
  const type = pagedTypes.find((name) => name === route?.name);
  const answer = type && (await twinOf(type, context, ending));
  return answer || new Response(null, { status: 404 });
}

const isResource = (document: { readonly type: string }): document is Resource =>
  resourceTypes.some((type) => type === document.type);

async function twinOf<T extends PagedType>(type: T, context: Context, ending: "json" | "md") {
  const { locals, url } = context;
  if (ending === "json") {
    const document = await findDocument(type, context);
    if (!document) return undefined;
    const lineage = isResource(document) ? await readLineage(document, locals) : undefined;
    return jsonAnswer(twinData(type, document, url, lineage));
  }
  const sheet = await readSheet(type, context);
  if (sheet === null) return undefined;
  const headers = { "content-type": "text/markdown; charset=utf-8", "content-language": sheet.lang };
  return new Response(markdown[type](sheet, { locale: locals.locale, url }), { headers });
}
