import { demonstrationSchema } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { settleDemonstration } from "../../../members/demonstration.ts";
import { compareEntries, writeEntries } from "../../../package/entries.ts";
import { exportEntries, exportQuerySchema, exportVersions } from "../../../package/export.ts";
import { listKeys } from "../../../package/keys.ts";
import { checkMedia, mediaQuerySchema, readMedia, storeMedia } from "../../../package/media.ts";
import { reserve } from "../../../package/reserve.ts";
import { writeVersions } from "../../../package/versions.ts";
import { answering, parseRequest } from "../../../request-error.ts";

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  keys: answering(() => listKeys(strapi)),
  storeMedia: answering(({ query, req }) => storeMedia(strapi, req, parseRequest(mediaQuerySchema, query).name)),
  checkMedia: answering(({ query, req }) => checkMedia(strapi, req, parseRequest(mediaQuerySchema, query).name)),
  readMedia: answering(async (context) => {
    const { media, stream } = await readMedia(strapi, context.params["file"] ?? "");
    context.set("ETag", `"${media.hash}"`);
    context.set("Content-Length", String(media.size));
    context.type = media.mime;
    return stream;
  }),
  reserve: answering(({ request }) => reserve(strapi, request.body)),
  entries: answering(({ request }) => writeEntries(strapi, request.body)),
  compareEntries: answering(({ request }) => compareEntries(strapi, request.body)),
  writeVersions: answering(({ request }) => writeVersions(strapi, request.body)),
  demonstration: answering(({ request }) =>
    settleDemonstration(strapi, parseRequest(demonstrationSchema, request.body)),
  ),
  exportEntries: answering(({ query }) => exportEntries(strapi, parseRequest(exportQuerySchema, query))),
  exportVersions: answering(({ query }) => exportVersions(strapi, parseRequest(exportQuerySchema, query))),
});
