import { type ResourceType, resourceTypes } from "@essaim/content";
import type { APIRoute } from "astro";
import { translatorOf } from "../i18n/translator.ts";
import { matchRoute, pictureEnding } from "../routing/index.ts";
import { cardOfDocument, type Resource, withSpread } from "../views/resource-card.ts";
import { type DocumentRequest, findDocument } from "../views/sheet.ts";
import { drawPng } from "./draw.ts";
import { sharePicture } from "./share-picture.ts";

const find: { readonly [T in ResourceType]: (request: DocumentRequest) => Promise<Resource | null> } = {
  solution: (request) => findDocument("solution", request),
  guide: (request) => findDocument("guide", request),
  kit: (request) => findDocument("kit", request),
};

/** The picture that goes with links to a solution, a guide or a kit, at its page’s address with `.png` in place of the last slash. */
export const GET: APIRoute = async (context) => {
  const { locals, url } = context;
  const name = matchRoute(url.pathname.slice(0, -pictureEnding.length))?.name;
  const type = resourceTypes.find((resource) => resource === name);
  const document = type && (await find[type](context));
  if (!document) return new Response(null, { status: 404 });
  const [card] = await withSpread([cardOfDocument(document)], locals);
  if (!card) return new Response(null, { status: 404 });
  const t = translatorOf(card.lang);
  const picture = sharePicture({ ...card, kind: t(`type.${card.type}`), site: t("site.name") });
  const bytes = await drawPng(picture);
  return new Response(new Uint8Array(bytes), { headers: { "content-type": "image/png" } });
};
