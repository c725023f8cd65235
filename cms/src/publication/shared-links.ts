import { type ContentType, populateOf, referencesOf, toInput, toStored } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { z } from "zod";
import { rowsOf } from "../database.ts";
import { linksTo } from "../package/known-documents.ts";
import { hasFragileReferences } from "./donor.ts";
import type { WriteParams } from "./identity.ts";

const rowSchema = z.looseObject({ locale: z.string(), sourceLocale: z.string().nullish() });
const dataSchema = z.record(z.string(), z.unknown());
const facts = new Set(["fact"] as const);

/**
 * The data of a locale's first text, with what all locales share and Strapi can't copy: it looks for whatever a sheet names in the same locale, and
 * refuses the text where that isn't written in it.
 */
export async function withSharedLinks(
  strapi: Core.Strapi,
  type: ContentType,
  { documentId, locale, data }: WriteParams,
): Promise<unknown> {
  const fields = Object.fromEntries(
    Object.entries(type.fields).filter(
      ([name, field]) => field.nature === "fact" && hasFragileReferences({ [name]: field }),
    ),
  );
  if (!type.localized || Object.keys(fields).length === 0 || typeof locale !== "string") return data;
  const where = { documentId, ...(type.draftAndPublish && { publishedAt: { $null: true } }) };
  const found: unknown = await rowsOf(strapi, type).findMany({ where, populate: populateOf(fields) });
  const rows = z.array(rowSchema).parse(found);
  const source = rows.find((row) => row.locale === row.sourceLocale) ?? rows[0];
  if (!source || rows.some((row) => row.locale === locale)) return data;
  const stored = toStored(fields, source, facts);
  const links = await linksTo(strapi, referencesOf(fields, stored), locale);
  const shared = toInput(fields, stored, { document: (key) => links.get(key), file: () => undefined }, facts);
  // Strapi takes what is null for what is missing.
  const given = dataSchema.parse(data ?? {});
  const missing = Object.entries(shared).filter(([name]) => given[name] === null || given[name] === undefined);
  return { ...given, ...Object.fromEntries(missing) };
}
