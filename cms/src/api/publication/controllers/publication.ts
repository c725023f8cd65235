import {
  adoptersRequestSchema,
  adoptionCountsRequestSchema,
  batchRequestSchema,
  contentType,
  descendantsRequestSchema,
  isTypeName,
  mentionCountsRequestSchema,
  publishedTypes,
} from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { parseLiveRows } from "../../../publication/live.ts";
import { reconcileAll } from "../../../publication/reconcile-all.ts";
import { tables } from "../../../publication/tables.ts";
import { readAdopters } from "../../../reading/adopters.ts";
import { countAdoptions } from "../../../reading/adoption-counts.ts";
import { changesQuerySchema, expectAnswer, readChanges } from "../../../reading/changes.ts";
import { readDescendants } from "../../../reading/descendants.ts";
import { toDocuments } from "../../../reading/documents.ts";
import { countFacets } from "../../../reading/facets.ts";
import { liveOfDocuments } from "../../../reading/live-rows.ts";
import { readLiveFile, readLiveMedia } from "../../../reading/media.ts";
import { countMentions } from "../../../reading/mention-counts.ts";
import { nearest } from "../../../reading/nearest.ts";
import { documentQuerySchema, listQuerySchema, selectList } from "../../../reading/selection.ts";
import { listVersions, readVersion, versionQuerySchema, versionsQuerySchema } from "../../../reading/versions.ts";
import { answering, parseRequest, RequestError } from "../../../request-error.ts";

function publishedType(name: string | undefined) {
  const known = publishedTypes.find((type) => type === name);
  if (!known || !isTypeName(known))
    throw new RequestError(404, "unknown-type", "no such type of document", { field: "type" });
  return contentType(known);
}

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  changes: answering(async ({ query, res }) => {
    expectAnswer(res);
    const gone = new AbortController();
    // Not the connection's own end: a reader keeps one for many answers, and listeners would heap up on it.
    res.once("close", () => gone.abort());
    return readChanges(strapi, parseRequest(changesQuerySchema, query), gone.signal);
  }),

  list: answering(async ({ params, query }) => {
    const type = publishedType(params["type"]);
    const wanted = parseRequest(listQuerySchema, query);
    const { rows, total, from } = await selectList(strapi.db.connection, type.name, type.localized, wanted);
    const items = await toDocuments(strapi.db.connection, rows, wanted.locale);
    return {
      items,
      total,
      ...(from && { from }),
      ...(wanted.facets && { facets: await countFacets(strapi.db.connection, type.name) }),
    };
  }),

  document: answering(async (context) => {
    const type = publishedType(context.params["type"]);
    const { locale, fallback } = parseRequest(documentQuerySchema, context.query);
    const sql = strapi.db.connection;
    const live = parseLiveRows(
      await sql(tables.live).where({ type: type.name, document_id: context.params["documentId"] ?? "" }),
    );
    const near = nearest(live, locale ?? "");
    const row = fallback || !locale || !type.localized ? near : live.find((one) => one.locale === locale);
    const [document] = row ? await toDocuments(sql, [row], locale) : [];
    if (!document) throw new RequestError(404, "not-published", "no such document is published");
    context.set("ETag", `"${document.etag}"`);
    context.set("Cache-Control", "private, no-cache");
    if (asksFor(context.request.headers["if-none-match"], document.etag)) {
      context.status = 304;
      return undefined;
    }
    return document;
  }),

  batch: answering(async ({ request }) => {
    const { refs } = parseRequest(batchRequestSchema, request.body);
    const sql = strapi.db.connection;
    const live = await liveOfDocuments(
      sql,
      refs.map(({ documentId }) => documentId),
    );
    const rows = refs.map((ref) =>
      live.find(
        (row) => row.type === ref.type && row.document_id === ref.documentId && row.locale === (ref.locale ?? ""),
      ),
    );
    const documents = await toDocuments(
      sql,
      rows.filter((row) => row !== undefined),
      undefined,
    );
    const inOrder = documents.values();
    return { items: rows.map((row) => (row ? (inOrder.next().value ?? null) : null)) };
  }),

  adoptionCounts: answering(({ request }) =>
    countAdoptions(strapi.db.connection, parseRequest(adoptionCountsRequestSchema, request.body).keys),
  ),

  adopters: answering(({ request }) =>
    readAdopters(strapi.db.connection, parseRequest(adoptersRequestSchema, request.body).keys),
  ),

  media: answering(({ params }) => readLiveMedia(strapi, params["hash"] ?? "")),

  mediaFile: answering(async (context) => {
    const { hash = "", file = "" } = context.params;
    const { stream, size } = await readLiveFile(strapi, hash, file);
    context.set("Content-Length", String(size));
    context.type = "application/octet-stream";
    return stream;
  }),

  descendants: answering(async ({ request }) => {
    const { of, locale } = parseRequest(descendantsRequestSchema, request.body);
    return readDescendants(strapi.db.connection, of, locale);
  }),

  mentionCounts: answering(({ request }) =>
    countMentions(strapi.db.connection, parseRequest(mentionCountsRequestSchema, request.body)),
  ),

  versions: answering(({ params, query }) => {
    const type = publishedType(params["type"]);
    const { locale, ...page } = parseRequest(versionsQuerySchema, query);
    return listVersions(strapi.db.connection, { type, documentId: params["documentId"] ?? "", locale }, page);
  }),

  version: answering(({ params, query }) => {
    const type = publishedType(params["type"]);
    const { locale } = parseRequest(versionQuerySchema, query);
    const { documentId = "", number = "" } = params;
    return readVersion(strapi.db.connection, { type, documentId, locale }, number);
  }),

  reconcile: answering(() => reconcileAll(strapi)),
});

const asksFor = (header: string | string[] | undefined, etag: string): boolean =>
  String(header ?? "")
    .split(",")
    .some((tag) => tag.trim().replace(/^W\//, "").replaceAll('"', "") === etag);
