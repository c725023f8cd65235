import { type ContentType, populateOf, toStored } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { z } from "zod";
import { rowsOf } from "../database.ts";
import { sheetInput } from "../sheets/sheet-input.ts";
import { hasFragileReferences } from "./donor.ts";

const rowSchema = z.looseObject({ locale: z.string(), sourceLocale: z.string().nullish() });

/**
 * What all locales of a document share and Strapi can't copy into a first text in another one: it looks for whatever a sheet names in the same
 * locale, and refuses the text where that isn't written in it. Without what `data` gives; Strapi takes what is null there for what is missing.
 */
export async function sharedLinks(
  strapi: Core.Strapi,
  type: ContentType,
  documentId: string | undefined,
  locale: string,
  data: Readonly<Record<string, unknown>>,
): Promise<Record<string, unknown>> {
  const fields = Object.fromEntries(
    Object.entries(type.fields).filter(
      ([name, field]) => field.nature === "fact" && hasFragileReferences({ [name]: field }),
    ),
  );
  if (!type.localized || Object.keys(fields).length === 0) return {};
  const where = { documentId, ...(type.draftAndPublish && { publishedAt: { $null: true } }) };
  const found: unknown = await rowsOf(strapi, type).findMany({ where, populate: populateOf(fields) });
  const rows = z.array(rowSchema).parse(found);
  const source = rows.find((row) => row.locale === row.sourceLocale) ?? rows[0];
  if (!source) return {};
  const shared = await sheetInput(strapi, fields, toStored(fields, source, new Set(["fact"])), locale);
  return Object.fromEntries(Object.entries(shared).filter(([name]) => (data[name] ?? null) === null));
}
