import { type ContentType, defaultLocale, toUid, uidMaxLength, uidSchema } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { z } from "zod";
import { isPostgres, rowsOf, sqlNow } from "../database.ts";
import { refuse } from "../desk/refusal.ts";
import { sharedLinks } from "./shared-links.ts";
import { holderOfSlug, refuseTakenSlug } from "./slugs.ts";

const creationLock = 4_297_111;
const dataSchema = z.record(z.string(), z.unknown());
const identitySchema = z.object({ uid: z.string().nullish(), sourceLocale: z.string().nullish() });

/** The parameters of a write of the Document Service, as far as identity needs them. */
export interface WriteParams {
  documentId?: string | undefined;
  locale?: unknown;
  data?: unknown;
}

const filled = (value: unknown): string | undefined =>
  typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;

const wordsOfUids = "des minuscules sans accent et des chiffres, séparés par des traits d’union (mon-atelier-2)";

function localeOf(params: WriteParams): string {
  return filled(params.locale) ?? defaultLocale;
}

/** What a title would be called in an address, whichever field holds it. */
function nameOf(data: Record<string, unknown>): string | undefined {
  const labels = dataSchema.safeParse(data["labels"]);
  return (
    filled(data["title"]) ??
    filled(data["name"]) ??
    (labels.success ? filled(labels.data["fr"]) : undefined) ??
    filled(data["words"])
  );
}

/** The slug that somebody chose: before there is a title, the desk’s form puts the type’s own name in the field, which is nobody’s choice. */
function slugGiven(type: ContentType, data: Record<string, unknown>): string | undefined {
  const given = filled(data["slug"]);
  const isFormsOwn = given !== undefined && new RegExp(`^${type.name}(-\\d+)?$`).test(given);
  return isFormsOwn && nameOf(data) !== undefined ? undefined : given;
}

/** The data of a new document, with a uid of its own, its source locale and a slug. */
export async function identifyNew(
  strapi: Core.Strapi,
  type: ContentType,
  params: WriteParams,
  isClone: boolean,
): Promise<Record<string, unknown>> {
  const data = dataSchema.parse(params.data ?? {});
  // Two documents that are created at once must see one another's uid.
  if (isPostgres(strapi)) await (await sqlNow(strapi)).raw("select pg_advisory_xact_lock(?)", [creationLock]);
  const wanted = filled(data["uid"]);
  if (wanted && !uidSchema.safeParse(wanted).success) {
    refuse("uid", `L’identifiant « ${wanted} » ne convient pas\u00a0: ${wordsOfUids}.`);
  }
  if (wanted && (await isTaken(strapi, type, wanted))) refuse("uid", `L’identifiant « ${wanted} » est déjà pris.`);
  const base = toUid(slugGiven(type, data) ?? nameOf(data) ?? "") || type.name;
  const uid = wanted ?? (await firstFree(base, (candidate) => isTaken(strapi, type, candidate)));
  const locale = localeOf(params);
  const slug = await slugFor(strapi, type, { ...data, uid, slug: slugGiven(type, data) }, params.documentId);
  return {
    ...data,
    uid,
    ...(type.localized && !isClone && { sourceLocale: filled(data["sourceLocale"]) ?? locale }),
    ...(slug && { slug }),
  };
}

/** The data of a change: identity stays what it was, and a locale's first text gets a slug. */
export async function identifyKnown(
  strapi: Core.Strapi,
  type: ContentType,
  params: WriteParams,
): Promise<Record<string, unknown>> {
  const data = dataSchema.parse(params.data ?? {});
  const rows: unknown = await rowsOf(strapi, type).findMany({ where: { documentId: params.documentId } });
  const known = z
    .array(z.looseObject({ ...identitySchema.shape, locale: z.string().nullish(), slug: z.string().nullish() }))
    .parse(rows);
  const [first] = known;
  if (!first) return data;
  keepSame(
    "uid",
    data["uid"],
    first.uid,
    "L’identifiant d’une fiche ne change jamais : d’autres fiches et d’autres portails la citent par lui.",
  );
  keepSame(
    "sourceLocale",
    data["sourceLocale"],
    first.sourceLocale,
    "La langue d’origine d’une fiche ne change jamais.",
  );
  const uid = first.uid ?? filled(data["uid"]) ?? toUid(nameOf(data) ?? type.name);
  const locale = localeOf(params);
  const own = known.find((row) => row.locale === locale);
  const given = own?.slug ? filled(data["slug"]) : slugGiven(type, data);
  // One that stays as it is was accepted when it was given.
  const needsSlug = given ? given !== own?.slug : !own?.slug || "slug" in data;
  const slug = needsSlug ? await slugFor(strapi, type, { ...data, uid, slug: given }, params.documentId) : undefined;
  const shared = own ? {} : await sharedLinks(strapi, type, params.documentId, locale, data);
  return {
    ...data,
    ...shared,
    uid,
    ...(type.localized && { sourceLocale: first.sourceLocale ?? locale }),
    ...(slug && { slug }),
  };
}

function keepSame(field: string, wanted: unknown, is: string | null | undefined, message: string): void {
  if (wanted !== undefined && wanted !== null && is && wanted !== is) refuse(field, message);
}

/** A slug that no other document of the type has in any locale; undefined for types without one. */
async function slugFor(
  strapi: Core.Strapi,
  type: ContentType,
  data: Record<string, unknown>,
  documentId: string | undefined,
): Promise<string | undefined> {
  if (!type.fields["slug"]) return undefined;
  const given = filled(data["slug"]);
  if (given) {
    if (!uidSchema.safeParse(given).success)
      refuse("slug", `L’adresse «\u00a0${given}\u00a0» ne convient pas\u00a0: ${wordsOfUids}.`);
    await refuseTakenSlug(strapi, type, { slug: given, documentId });
    return given;
  }
  const base = toUid(nameOf(data) ?? "") || String(data["uid"]);
  return firstFree(base, async (candidate) =>
    Boolean(await holderOfSlug(strapi, type, { slug: candidate, documentId })),
  );
}

/** A uid that no entry of the type has, as near to the wanted one as can be. */
export const freeUid = (strapi: Core.Strapi, type: ContentType, wanted: string): Promise<string> =>
  firstFree(wanted, (candidate) => isTaken(strapi, type, candidate));

const isTaken = async (strapi: Core.Strapi, type: ContentType, uid: string): Promise<boolean> =>
  (await rowsOf(strapi, type).count({ where: { uid } })) > 0;

async function firstFree(base: string, taken: (candidate: string) => Promise<boolean>): Promise<string> {
  for (let number = 1; ; number += 1) {
    const ending = number === 1 ? "" : `-${number}`;
    const candidate = `${base.slice(0, uidMaxLength - ending.length).replace(/-+$/, "")}${ending}`;
    if (!(await taken(candidate))) return candidate;
  }
}
