import type { Stored } from "@essaim/content";
import { z } from "zod";
import { type Sql, whole } from "../database.ts";
import { tables } from "./tables.ts";

const liveRowSchema = z.object({
  type: z.string(),
  document_id: z.string(),
  uid: z.string(),
  slug: z.string(),
  locale: z.string(),
  source_locale: z.string(),
  version_id: whole,
  version: whole,
  title_key: z.string(),
  maturity: z.string().nullable(),
  published_at: z.string(),
  updated_at: z.string(),
  entry_id: whole,
});

/** One locale of a document that visitors can read now. */
export type LiveRow = z.infer<typeof liveRowSchema>;

/** Parses rows of `essaim_live`. */
export const parseLiveRows = (rows: unknown): LiveRow[] => z.array(liveRowSchema).parse(rows);

const versionRowSchema = z.object({
  id: whole,
  type: z.string(),
  uid: z.string(),
  locale: z.string(),
  number: whole,
  hash: z.string(),
  json: z.string(),
  author: z.string().nullable(),
  note: z.string().nullable(),
  at: z.string(),
});

/** An immutable version of one locale of a document. */
export type VersionRow = z.infer<typeof versionRowSchema>;

/** Parses rows of `essaim_versions`. */
export const parseVersionRows = (rows: unknown): VersionRow[] => z.array(versionRowSchema).parse(rows);

/** The versions with these ids, in no order. */
export const versionsOf = async (sql: Sql, ids: readonly number[]): Promise<VersionRow[]> =>
  ids.length === 0 ? [] : parseVersionRows(await sql(tables.versions).whereIn("id", ids));

const storedSchema = z.record(z.string(), z.unknown());

/** A damaged version takes nothing else with it: its document comes without contents, which every reader refuses by its id. */
export function parseVersion(id: number, json: string): Stored | undefined {
  try {
    return storedSchema.parse(JSON.parse(json));
  } catch (cause) {
    reportDamage(id, cause);
    return undefined;
  }
}

/** Writes to the log that a version can't be read, and why. */
export function reportDamage(id: number, cause: unknown): void {
  const reason = cause instanceof Error ? cause.message : String(cause);
  console.error(JSON.stringify({ at: new Date().toISOString(), event: "version-damaged", version: id, reason }));
}
