import {
  type adoptSchema,
  calendarDay,
  changeStage,
  contentTypes,
  type Key,
  type Locale,
  referenceAttributes,
  referencesOf,
  splitKey,
  toInput,
  toUid,
} from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { z } from "zod";
import { rowsOf, strapiUid } from "../database.ts";
import type { CentreMember } from "../members/who-asks.ts";
import { linksTo } from "../package/known-documents.ts";
import { inFeedTransaction } from "../publication/feed.ts";
import { freeUid } from "../publication/identity.ts";
import { RequestError } from "../request-error.ts";
import { type Moved, preparedPlan, refusedStage, toldBy } from "./change.ts";
import { type AdoptionEntry, findAdoptions, ownAdoption } from "./own-adoptions.ts";
import { firstPublishedOn, type PublishedResource, publishedResource } from "./published-resource.ts";

const { adoption } = contentTypes;

/** What a member asks for. */
export type Adopting = z.infer<typeof adoptSchema>;

/**
 * Takes a resource up for a member's centre. A centre has one adoption of a resource: asked for again, the one that is there is answered,
 * also one that stopped, which can begin again.
 */
export async function adopt(
  strapi: Core.Strapi,
  member: CentreMember,
  asked: Adopting,
  locale: Locale,
): Promise<Moved & { readonly isNew: boolean }> {
  return inFeedTransaction(strapi, async () => {
    const resource = await publishedResource(strapi, asked.resource);
    if (!resource)
      throw new RequestError(404, "unknown-resource", "no such resource is published", { field: "resource" });
    const known = await adoptionOf(strapi, member, asked.resource);
    if (known) return { entry: known, isNew: false, planMade: false };
    if (isOrigin(member, resource))
      throw new RequestError(409, "own-resource", "this resource comes from the member's own centre", {
        field: "resource",
      });
    const uid = await createAdoption(strapi, member, asked, resource);
    const entry = await ownAdoption(strapi, member, uid);
    return { entry, isNew: true, planMade: await preparedPlan(strapi, entry, { on: asked.on, locale }) };
  });
}

/** The adoption of a resource by a member's centre: of several, the one that was changed last. */
export async function adoptionOf(
  strapi: Core.Strapi,
  { centre }: CentreMember,
  key: Key,
): Promise<AdoptionEntry | undefined> {
  return (await findAdoptions(strapi, { centre: { uid: centre.uid }, ...whereResource(key) }))[0];
}

/** The condition that an adoption is of this resource. */
export function whereResource(key: Key): object {
  const { type, uid } = splitKey(key);
  const held = referenceAttributes("resource", adoption.fields.resource).find(({ target }) => target === type);
  if (!held) throw new Error(`${key} can't be adopted`);
  return { [held.attribute]: { uid } };
}

/** Whether a resource comes from a member's own centre: nobody takes up what is theirs. */
export const isOrigin = ({ centre }: CentreMember, { stored }: PublishedResource): boolean =>
  z.array(z.string()).catch([]).parse(stored["centres"]).includes(centre.uid);

async function createAdoption(
  strapi: Core.Strapi,
  member: CentreMember,
  { resource: key, visibility, privateNote, ...change }: Adopting,
  { version, stored }: PublishedResource,
): Promise<string> {
  const published = await firstPublishedOn(strapi, key);
  const outcome = changeStage({}, change, published, calendarDay(new Date()));
  if (outcome.refusal) throw refusedStage(outcome.refusal);
  const { centre } = member;
  const isExample = stored["isExample"] === true || (await isExampleCentre(strapi, centre.uid));
  const entry = { centre: centre.uid, resource: key, version, visibility, isExample, ...outcome.adoption };
  const links = await linksTo(strapi, referencesOf(adoption.fields, entry), undefined);
  const input = toInput(adoption.fields, entry, { document: (one) => links.get(one), file: () => undefined });
  const told = toldBy(member);
  const uid = await freeUid(strapi, adoption, toUid(`${centre.uid}-${splitKey(key).uid}`));
  const history = outcome.adoption.history.map((one) => ({ ...one, ...told }));
  await strapi
    .documents(strapiUid(adoption))
    .create({ data: { ...input, uid, history, privateNote: privateNote ?? null } });
  return uid;
}

/** What an invented centre does is invented too. */
async function isExampleCentre(strapi: Core.Strapi, uid: string): Promise<boolean> {
  return (await rowsOf(strapi, contentTypes.centre).count({ where: { uid, isExample: true } })) > 0;
}
