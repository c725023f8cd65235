import type { Colleague } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { readAccounts } from "./accounts.ts";
import type { CentreMember } from "./who-asks.ts";

/** Who else acts for a member's centre; accounts that were closed are left out. */
export async function colleaguesOf(strapi: Core.Strapi, { id, centre }: CentreMember): Promise<Colleague[]> {
  const accounts = await readAccounts(strapi, { centre: { uid: centre.uid }, confirmed: true, id: { $ne: id } });
  return accounts
    .filter(({ blocked }) => blocked !== true)
    .toSorted((one, other) => one.id - other.id)
    .map(({ name, email }) => ({ name: name ?? email }));
}
