import type { Core } from "@strapi/strapi";
import { z } from "zod";
import { reconcileReferrers, referrersOf } from "./referrers.ts";

const fileUid = "plugin::upload.file";
const fileSchema = z.object({ sha256: z.string().nullish() });

type Service = Record<string, (...parameters: never[]) => Promise<unknown>>;

/**
 * Gives uploaded files the hash and the length of their bytes: their names in versions, on the site and in packages. `given` is the hash of
 * what was sent, which cleaning may have changed: a package that is loaded again finds its files by it.
 */
export function extendFiles(strapi: Core.Strapi): void {
  const { attributes } = strapi.contentType(fileUid);
  Object.assign(attributes, {
    sha256: { type: "string", configurable: false, private: true, searchable: false },
    given: { type: "string", configurable: false, private: true, searchable: false },
    bytes: { type: "integer", configurable: false, private: true, searchable: false },
  });
}

/** Changes of files pass beside the Document Service: this makes the documents that show them follow, in the same transaction. */
export function followFiles(strapi: Core.Strapi): void {
  const service: Service = strapi.plugin("upload").service("upload");
  for (const method of ["update", "updateFileInfo", "replace", "remove"]) {
    const original = service[method]?.bind(service);
    if (original) service[method] = (...parameters) => strapi.db.transaction(() => original(...parameters));
  }
  strapi.db.lifecycles.subscribe({
    models: [fileUid],
    beforeUpdate: async (event) => remember(strapi, event),
    afterUpdate: async (event) => follow(strapi, event.state),
    beforeDelete: async (event) => remember(strapi, event),
    afterDelete: async (event) => follow(strapi, event.state),
  });
}

async function remember(
  strapi: Core.Strapi,
  event: { params: { where?: unknown }; state: Record<string, unknown> },
): Promise<void> {
  const where = z.record(z.string(), z.unknown()).safeParse(event.params.where);
  if (!where.success) return;
  const file: unknown = await strapi.db.query(fileUid).findOne({ where: where.data, select: ["sha256"] });
  event.state["sha256"] = fileSchema.safeParse(file).data?.sha256;
}

async function follow(strapi: Core.Strapi, state: Record<string, unknown>): Promise<void> {
  const { sha256 } = state;
  if (typeof sha256 !== "string") return;
  await strapi.db.transaction(async () => reconcileReferrers(strapi, await referrersOf(strapi, `media/${sha256}`)));
}
