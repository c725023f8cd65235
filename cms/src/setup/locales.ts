import { defaultLocale, localeNames, locales } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { z } from "zod";

interface LocalesService {
  find(): Promise<unknown>;
  create(locale: { code: string; name: string }): Promise<unknown>;
  update(where: { id: number }, changes: { name: string }): Promise<unknown>;
  getDefaultLocale(): Promise<string>;
  setDefaultLocale(locale: { code: string }): Promise<unknown>;
}

const localeRows = z.array(z.object({ id: z.number(), code: z.string(), name: z.string() }));

/** Gives the desk the portal's languages, French as the default. */
export async function setUpLocales(strapi: Core.Strapi): Promise<void> {
  const service: LocalesService = strapi.plugin("i18n").service("locales");
  const known = localeRows.parse(await service.find());
  for (const code of locales) {
    const name = localeNames[code];
    const row = known.find((locale) => locale.code === code);
    if (!row) await service.create({ code, name });
    else if (row.name !== name) await service.update({ id: row.id }, { name });
  }
  if ((await service.getDefaultLocale()) !== defaultLocale) await service.setDefaultLocale({ code: defaultLocale });
}
