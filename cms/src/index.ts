import type { Core } from "@strapi/strapi";
import { nameFeed } from "./publication/feed.ts";
import { extendFiles, followFiles, measureUploads } from "./publication/files.ts";
import { hookDocuments } from "./publication/hook.ts";
import { registerTables } from "./publication/tables.ts";

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    registerTables(strapi);
    extendFiles(strapi);
    hookDocuments(strapi);
  },
  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    measureUploads(strapi);
    followFiles(strapi);
    await nameFeed(strapi);
  },
};
