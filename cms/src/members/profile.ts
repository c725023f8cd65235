import type { Locale, Profile, ProfileAnswer, saveProfileSchema } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { z } from "zod";
import { RequestError } from "../request-error.ts";
import { type Account, accountUid, lockAccounts } from "./accounts.ts";
import { type OwnPerson, ownPerson, personUid } from "./own-person.ts";

const toolsSchema = z.array(
  z.object({
    documentId: z.string(),
    uid: z.string(),
    labels: z.object({ fr: z.string(), en: z.string().nullish(), nl: z.string().nullish() }),
  }),
);

/** A member's entry in the network, as they may change it, in the language of a page. */
export async function readProfile(strapi: Core.Strapi, member: Account, locale: Locale): Promise<ProfileAnswer> {
  const person = await ownPerson(strapi, member);
  const tools = (await allTools(strapi)).map(({ uid, labels }) => ({ uid, label: labels[locale] || labels.fr }));
  tools.sort((one, other) => one.label.localeCompare(other.label, locale));
  return { profile: profileOf(person, member, locale), revision: revisionOf(person), tools };
}

async function allTools(strapi: Core.Strapi) {
  const rows: unknown = await strapi.db.query("api::tool.tool").findMany({ populate: { labels: true } });
  return toolsSchema.parse(rows);
}

const profileOf = (person: OwnPerson | null, { name }: Account, locale: Locale): Profile => ({
  name: person?.name ?? name ?? "",
  role: person?.role?.[locale] ?? person?.role?.fr ?? "",
  skills: person?.skills ?? [],
  offers: person?.offers ?? [],
  languages: person?.languages ?? [],
  tools: person?.tools.map(({ uid }) => uid) ?? [],
  listed: person?.listed === true,
  contactOptIn: person?.contactOptIn === true,
});

const revisionOf = (person: OwnPerson | null): string => person?.updatedAt ?? "";

/** Publishes what a member says of themselves; what was written meanwhile, in another window or at the desk, is not overwritten unseen. */
export async function saveProfile(
  strapi: Core.Strapi,
  member: Account,
  { profile, revision, locale }: z.infer<typeof saveProfileSchema>,
): Promise<void> {
  await strapi.db.transaction(async () => {
    await lockAccounts(strapi);
    const person = await ownPerson(strapi, member);
    if (revisionOf(person) !== revision)
      throw new RequestError(409, "changed-meanwhile", "the entry was changed since it was read");
    const data = {
      ...(await dataOf(strapi, profile)),
      role: roleOf(person, profile.role, locale),
      email: member.email,
    };
    if (person) await strapi.documents(personUid).update({ documentId: person.documentId, data });
    else await createPerson(strapi, member, data);
    const { documentId } = member;
    await strapi.documents(accountUid).update({ documentId, data: { name: profile.name } });
  });
}

async function dataOf(strapi: Core.Strapi, { tools, skills, offers, languages, role: _, ...plain }: Profile) {
  const known = new Map((await allTools(strapi)).map(({ uid, documentId }) => [uid, documentId]));
  const unknown = tools.find((uid) => !known.has(uid));
  if (unknown !== undefined)
    throw new RequestError(400, "unknown-tool", `there is no tool ${unknown}`, { field: "tools" });
  return {
    ...plain,
    skills: skills.join("\n"),
    offers: offers.join("\n"),
    languages: languages.join("\n"),
    tools: tools.flatMap((uid) => known.get(uid) ?? []),
  };
}

/** What others read in their language stays, unless the role is taken away; French stands for all until it is said. */
function roleOf(person: OwnPerson | null, said: string, locale: Locale): OwnPerson["role"] {
  if (said === "") return null;
  const { fr = said, en, nl } = person?.role ?? {};
  return { fr, en: en ?? null, nl: nl ?? null, [locale]: said };
}

/** A member's first save makes their entry: at their centre, and an example where the centre is one. */
async function createPerson(strapi: Core.Strapi, member: Account, data: object): Promise<void> {
  const centre = member.centre?.documentId ?? null;
  const row: unknown =
    centre === null ? null : await strapi.db.query("api::centre.centre").findOne({ where: { documentId: centre } });
  const { isExample } = z.object({ isExample: z.boolean().nullish() }).parse(row ?? {});
  const made = await strapi.documents(personUid).create({ data: { ...data, centre, isExample: isExample === true } });
  const { documentId } = member;
  await strapi.documents(accountUid).update({ documentId, data: { person: made.documentId } });
}
