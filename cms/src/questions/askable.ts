import { type Askable, askableTypes, contentType, type Key, type Locale, splitKey } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { z } from "zod";
import { rowsOf } from "../database.ts";
import { type Account, isOpen, readAccounts } from "../members/accounts.ts";
import { RequestError } from "../request-error.ts";

/** A centre that is asked. */
export const centreSchema = z.object({ id: z.number(), name: z.string(), email: z.string().nullish() });
/** Somebody who is asked. */
export const personSchema = z.object({
  id: z.number(),
  name: z.string(),
  email: z.string().nullish(),
  contactOptIn: z.boolean().nullish(),
  centre: centreSchema.nullish(),
});
const sheetSchema = z.object({
  title: z.string(),
  slug: z.string().nullish(),
  locale: z.string(),
  sourceLocale: z.string().nullish(),
  contact: personSchema.nullish(),
  centres: z.array(centreSchema),
});

/** What a question is about, and whom it goes to: a person first, else a centre, else the federation. */
export interface Asked {
  readonly title: string;
  /** Of its page, if it has one. */
  readonly slug: string | null;
  readonly person: z.infer<typeof personSchema> | null;
  readonly centre: z.infer<typeof centreSchema> | null;
}

/** Who is asked about something that is published. Throws a RequestError of 404. */
export async function whoIsAsked(strapi: Core.Strapi, key: Key, locale: Locale): Promise<Asked> {
  const { type, uid } = splitKey(key);
  const known = askableTypes.find((name) => name === type);
  const asked =
    known === "centre"
      ? await askedCentre(strapi, uid)
      : known === "person"
        ? await askedPerson(strapi, uid)
        : known && (await askedOfSheet(strapi, known, { uid, locale }));
  if (!asked) throw new RequestError(404, "unknown", "nothing of this name is published");
  return asked;
}

async function askedCentre(strapi: Core.Strapi, uid: string): Promise<Asked | undefined> {
  const row: unknown = await rowsOf(strapi, contentType("centre")).findOne({ where: { uid } });
  const centre = centreSchema.nullable().parse(row);
  return centre ? { title: centre.name, slug: uid, person: null, centre } : undefined;
}

/** Whoever isn't shown in the network, or wants no messages, isn't asked by name. */
async function askedPerson(strapi: Core.Strapi, uid: string): Promise<Asked | undefined> {
  const where = { uid, listed: true, contactOptIn: true };
  const row: unknown = await rowsOf(strapi, contentType("person")).findOne({ where, populate: { centre: true } });
  const person = personSchema.nullable().parse(row);
  return person ? { title: person.name, slug: null, person, centre: person.centre ?? null } : undefined;
}

async function askedOfSheet(
  strapi: Core.Strapi,
  type: "solution" | "guide" | "kit",
  { uid, locale }: { uid: string; locale: Locale },
): Promise<Asked | undefined> {
  const rows: unknown = await rowsOf(strapi, contentType(type)).findMany({
    where: { uid, publishedAt: { $notNull: true } },
    populate: { contact: { populate: { centre: true } }, centres: true },
  });
  const sheets = z.array(sheetSchema).parse(rows);
  const source = sheets.find((sheet) => sheet.locale === sheet.sourceLocale) ?? sheets[0];
  if (!source) return undefined;
  const { title, slug } = sheets.find((sheet) => sheet.locale === locale) ?? source;
  const { contact, centres } = source;
  return { title, slug: slug ?? null, person: contact ?? null, centre: contact?.centre ?? centres[0] ?? null };
}

/** Whom a message goes to: accounts, else bare addresses; to nobody, the federation passes it on. */
export interface Recipients {
  readonly through: Askable["through"];
  readonly accounts: readonly Account[];
  readonly addresses: readonly string[];
}

/** To the person asked, else to their centre, else to the federation: what pages say before is what messages do after. */
export async function recipientsOf(
  strapi: Core.Strapi,
  { person, centre }: Pick<Asked, "person" | "centre">,
): Promise<Recipients> {
  const accounts = person ? await openAccounts(strapi, { person: { id: person.id } }) : [];
  if (accounts.length > 0) return { through: "person", accounts, addresses: [] };
  if (person?.contactOptIn && person.email) return { through: "person", accounts, addresses: [person.email] };
  const colleagues = centre ? await openAccounts(strapi, { centre: { id: centre.id } }) : [];
  if (colleagues.length > 0) return { through: "centre", accounts: colleagues, addresses: [] };
  if (centre?.email) return { through: "centre", accounts: [], addresses: [centre.email] };
  return { through: "federation", accounts: [], addresses: [] };
}

const openAccounts = async (strapi: Core.Strapi, where: object): Promise<Account[]> =>
  (await readAccounts(strapi, where)).filter(isOpen);

/** Who is asked, and who gets the message, as pages say it. */
export async function askableOf(strapi: Core.Strapi, asked: Asked): Promise<Askable> {
  const { title, slug, person, centre } = asked;
  const { through } = await recipientsOf(strapi, asked);
  return { title, slug, person: person?.name ?? null, centre: centre?.name ?? null, through };
}
