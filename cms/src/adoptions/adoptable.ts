import {
  type Adoptable,
  adoptionsByCentre,
  type CentreCard,
  type ComparedCentre,
  centreCardSchema,
  centreLikeness,
  contentTypes,
  coordinatesSchema,
  furthestAdoption,
  type Key,
  keyOf,
  type Locale,
  latestChange,
  type NetworkAdoption,
  resourceCardSchema,
} from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { z } from "zod";
import { sqlNow } from "../database.ts";
import type { CentreMember } from "../members/who-asks.ts";
import { loadCards } from "../reading/cards.ts";
import { loadVersions } from "../reading/library.ts";
import { liveOfUids } from "../reading/live-rows.ts";
import { reportsOn } from "../reports/own-report.ts";
import { RequestError } from "../request-error.ts";
import { adoptionOf, isOrigin, whereResource } from "./adopt.ts";
import { type AdoptionEntry, findAdoptions } from "./own-adoptions.ts";
import { firstPublishedOn, publishedResource } from "./published-resource.ts";

/** A published resource as a member's centre may take it up, with the centres that have, those most like it first. */
export async function readAdoptable(
  strapi: Core.Strapi,
  member: CentreMember,
  key: Key,
  locale: Locale,
): Promise<Adoptable> {
  const resource = await publishedResource(strapi, key);
  const card = resourceCardSchema.safeParse((await loadCards(await sqlNow(strapi), [key], locale)).get(key));
  if (!resource || !card.success) throw new RequestError(404, "unknown-resource", "no such resource is published");
  return {
    resource: card.data,
    version: resource.version,
    publishedOn: await firstPublishedOn(strapi, key),
    isOrigin: isOrigin(member, resource),
    own: (await adoptionOf(strapi, member, key))?.uid ?? null,
    others: await othersOf(strapi, member, key, locale),
  };
}

async function othersOf(
  strapi: Core.Strapi,
  { centre }: CentreMember,
  key: Key,
  locale: Locale,
): Promise<NetworkAdoption[]> {
  const told = await findAdoptions(strapi, { ...whereResource(key), visibility: { $in: ["all", "network"] } });
  const others = adoptionsByCentre(
    told.filter((one) => one.centre !== centre.uid),
    (one) => one.centre,
  ).map(furthestAdoption);
  const uids = [...new Set([centre.uid, ...others.flatMap((one) => one.centre ?? [])])];
  const sql = await sqlNow(strapi);
  const keys = uids.map((uid) => keyOf("centre", uid));
  const [cards, compared] = [await loadCards(sql, keys, locale), await comparedCentres(strapi, uids)];
  const cardOf = (uid: string | undefined) =>
    (uid === undefined ? undefined : centreCardSchema.safeParse(cards.get(keyOf("centre", uid))).data) ?? null;
  const own = compared.get(centre.uid);
  const reports = await networkReports(strapi, others);
  return others
    .map((one) => ({
      ...toNetworkAdoption(one, cardOf(one.centre), own, compared.get(one.centre ?? "")),
      report: reports.get(one.uid) ?? null,
    }))
    .toSorted((a, b) => b.likeness - a.likeness || (b.since ?? "").localeCompare(a.since ?? ""));
}

function toNetworkAdoption(
  entry: AdoptionEntry,
  centre: CentreCard | null,
  own: ComparedCentre | undefined,
  other: ComparedCentre | undefined,
): Omit<NetworkAdoption, "report"> {
  const { uid, stage, visibility } = entry;
  const { since = null, words = null } = latestChange(entry);
  const { score, reasons } = own && other ? centreLikeness(own, other) : { score: 0, reasons: [] };
  const isPublic = visibility === "all";
  return { uid, centre, stage, since, words, isPublic, likeness: score, alike: [...reasons] };
}

/** Reports that the network alone may read, by adoption. */
async function networkReports(
  strapi: Core.Strapi,
  adoptions: readonly AdoptionEntry[],
): Promise<Map<string, NetworkAdoption["report"]>> {
  const reports = await reportsOn(
    strapi,
    adoptions.map(({ uid }) => uid),
  );
  return new Map(
    [...reports].flatMap(([adoption, { uid, published }]) => {
      if (published?.["visibility"] !== "network") return [];
      const { adoption: _, ...said } = published;
      const data = contentTypes.report.published.safeParse(said);
      return data.success ? [[adoption, { uid, data: data.data }] as const] : [];
    }),
  );
}

const comparedSchema = z.object({
  kind: z.string(),
  size: z.string().optional(),
  territory: z.string().optional(),
  city: z.string().optional(),
  coordinates: coordinatesSchema.optional(),
  audiences: z.array(z.string()).optional(),
});

/** What centres say of themselves, by uid. */
async function comparedCentres(strapi: Core.Strapi, uids: readonly string[]): Promise<Map<string, ComparedCentre>> {
  const sql = await sqlNow(strapi);
  const live = await liveOfUids(sql, "centre", uids);
  const versions = await loadVersions(
    sql,
    live.map(({ version_id }) => version_id),
  );
  return new Map(
    live.flatMap(({ uid, version_id }) => {
      const said = comparedSchema.safeParse(versions.get(version_id));
      return said.success ? [[uid, said.data] as const] : [];
    }),
  );
}
