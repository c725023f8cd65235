import { type ContentType, withoutTurns } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { z } from "zod";
import { sqlNow, strapiUid } from "../database.ts";
import type { EntryRow } from "./reading-rows.ts";

const attribute = "changeNote";
const columnSchema = z.object({ columnName: z.string() });

/** What its author says of a version that is about to be stored; null where nothing is said. */
export function changeNoteOf(type: ContentType, row: EntryRow): string | null {
  const note = type.fields[attribute] && row[attribute];
  return typeof note === "string" ? withoutTurns(note).trim() || null : null;
}

/** Empties the note of a draft whose version has it now, without a trace in the dates by which the desk tells what changed since. */
export async function clearChangeNote(
  strapi: Core.Strapi,
  type: ContentType,
  { documentId, locale }: EntryRow,
): Promise<void> {
  if (!type.fields[attribute]) return;
  const { tableName, attributes } = strapi.db.metadata.get(strapiUid(type));
  const { columnName } = columnSchema.parse(attributes[attribute]);
  const sql = await sqlNow(strapi);
  await sql(tableName)
    .where({ document_id: documentId, ...(type.localized && { locale: locale ?? null }) })
    .whereNotNull(columnName)
    .update({ [columnName]: null });
}
