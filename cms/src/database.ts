import type { ContentType } from "@essaim/content";
import type { Core, UID } from "@strapi/strapi";
import { z } from "zod";

/** Builds SQL for the portal's own tables. */
export type Sql = Core.Strapi["db"]["connection"];

/**
 * The connection to use now: the running transaction's when there is one.
 * SQLite has a single connection, so a query beside its own transaction would wait for itself for ever.
 */
export async function sqlNow(strapi: Core.Strapi): Promise<Sql> {
  if (!strapi.db.inTransaction()) return strapi.db.connection;
  const running = await strapi.db.transaction();
  return running.get() as unknown as Sql;
}

/** Whether the database is PostgreSQL. */
export const isPostgres = (strapi: Core.Strapi): boolean => strapi.db.dialect.client === "postgres";

/** The CMS's name of a content type. */
export const strapiUid = (type: Pick<ContentType, "name">): UID.ContentType => `api::${type.name}.${type.name}`;

/** Rows of a content type, draft and published alike. */
export const rowsOf = (strapi: Core.Strapi, type: Pick<ContentType, "name">) => strapi.db.query(strapiUid(type));

/** A moment as either database answers it, in ISO 8601. */
export const moment = z.union([z.string(), z.number(), z.date()]).transform((at) => new Date(at).toISOString());

/** A whole number of the database: some drivers give it as text. */
export const whole = z.coerce.number().int();
