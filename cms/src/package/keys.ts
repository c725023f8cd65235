import { type ContentType, contentTypes, defaultLocale, keyOf } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { z } from "zod";
import { rowsOf } from "../database.ts";

const rowSchema = z.array(z.object({ uid: z.string(), sourceLocale: z.string().nullish() }));

/** Every document that a package may refer to or change, drafts too, with the locale that owns its facts. */
export async function listKeys(strapi: Core.Strapi): Promise<{ documents: { key: string; sourceLocale: string }[] }> {
  const documents = new Map<string, string>();
  for (const type of Object.values<ContentType>(contentTypes)) {
    if (type.publicity === "none") continue;
    const select = ["uid", ...(type.localized ? ["sourceLocale"] : [])];
    const rows: unknown = await rowsOf(strapi, type).findMany({
      select,
      where: { uid: { $notNull: true } },
      orderBy: { id: "asc" },
    });
    for (const { uid, sourceLocale } of rowSchema.parse(rows))
      documents.set(keyOf(type.name, uid), sourceLocale ?? defaultLocale);
  }
  return { documents: [...documents].map(([key, sourceLocale]) => ({ key, sourceLocale })) };
}
