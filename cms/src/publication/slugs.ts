import type { ContentType } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { z } from "zod";
import { rowsOf } from "../database.ts";
import { refuse } from "../desk/refusal.ts";

const holderSchema = z.object({ title: z.string().nullish(), uid: z.string(), locale: z.string().nullish() });
const languages = new Intl.DisplayNames("fr", { type: "language" });

interface WantedSlug {
  readonly slug: string;
  /** The document that wants it, once it has an id. */
  readonly documentId: string | undefined;
  /** Whether only what is published counts. */
  readonly published?: boolean;
}

/**
 * The row of another document of the type that has this slug, in whatever language: a page shows a sheet in its own language where it has no
 * translation, so that all languages share one set of addresses.
 */
export async function holderOfSlug(
  strapi: Core.Strapi,
  type: ContentType,
  { slug, documentId, published }: WantedSlug,
): Promise<z.infer<typeof holderSchema> | undefined> {
  const where = {
    slug,
    ...(documentId && { documentId: { $ne: documentId } }),
    ...(published && type.draftAndPublish && { publishedAt: { $notNull: true } }),
  };
  const row: unknown = await rowsOf(strapi, type).findOne({ where, select: ["title", "uid", "locale"] });
  return row ? holderSchema.parse(row) : undefined;
}

/** Refuses, in French and at its field, a slug that another document has. */
export async function refuseTakenSlug(strapi: Core.Strapi, type: ContentType, wanted: WantedSlug): Promise<void> {
  const holder = await holderOfSlug(strapi, type, wanted);
  if (!holder) return;
  const language = holder.locale ? `, en ${languages.of(holder.locale)}` : "";
  const name = `«\u00a0${holder.title ?? holder.uid}\u00a0»${language}`;
  refuse("slug", `L’adresse «\u00a0${wanted.slug}\u00a0» est déjà celle de ${name}\u00a0: choisissez-en une autre.`);
}
