import { z } from "zod";
import { keySchema } from "./keys.ts";
import { type Locale, localeSchema } from "./locales.ts";

/** Longest title of a sheet. */
const longestTitle = 200;

/** Body of `POST /api/member/adaptations`: which sheet, in whose language; the version that was read, the newest without one. */
export const adaptSchema = z.strictObject({
  resource: keySchema,
  locale: localeSchema,
  version: z.int().min(1).max(1_000_000).optional(),
  title: z.string().trim().min(1).max(longestTitle).optional(),
});

/** The sheet that was made. */
export const adaptedAnswerSchema = z.object({ key: keySchema });

const titles: Readonly<Record<Locale, (title: string, centre: string) => string>> = {
  fr: (title, centre) => `${title} – adaptation de ${centre}`,
  en: (title, centre) => `${title} – adapted by ${centre}`,
  nl: (title, centre) => `${title} – aangepast door ${centre}`,
};

/** What an adaptation is called until its centre finds a better name. @example adaptationTitle("Café", "L’Escale", "fr") // "Café – adaptation de L’Escale" */
export function adaptationTitle(title: string, centre: string, locale: Locale): string {
  const ending = titles[locale]("", centre).slice(0, longestTitle / 2);
  const room = longestTitle - ending.length;
  const start = title.length <= room ? title : `${title.slice(0, room - 1).trimEnd()}…`;
  return start + ending;
}
