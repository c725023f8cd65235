import {
  type Adopter,
  adoptionsByCentre,
  centreCardSchema,
  defaultLocale,
  furthestAdoption,
  isTakenUp,
  type Key,
  keyOf,
} from "@essaim/content";
import type { Sql } from "../database.ts";
import { adoptionsOfAny } from "./adoptions.ts";
import { loadCards } from "./cards.ts";

/** Who has publicly taken each of these resources up and goes on, and where they are; a centre that isn’t published is nowhere. */
export async function readAdopters(
  sql: Sql,
  keys: readonly Key[],
): Promise<{ adopters: Record<Key, readonly Adopter[]> }> {
  const adoptionsOf = Map.groupBy(await adoptionsOfAny(sql, keys), ({ resource }) => resource);
  const adoptersOf = [...new Set(keys)].map((key) => {
    const centres = adoptionsByCentre(adoptionsOf.get(key) ?? [], ({ centre }) => centre);
    return [key, centres.map(furthestAdoption).filter(({ stage }) => isTakenUp(stage))] as const;
  });
  const named = adoptersOf.flatMap(([, adopters]) => adopters.flatMap(({ centre }) => centre ?? []));
  const territoryOf = await territories(sql, named);
  return {
    adopters: Object.fromEntries(
      adoptersOf.map(([key, adopters]) => [
        key,
        adopters.map(({ centre = null }) => ({ centre, territory: centre ? territoryOf(centre) : null })),
      ]),
    ),
  };
}

async function territories(sql: Sql, centres: readonly string[]): Promise<(centre: string) => string | null> {
  const keys = centres.map((uid) => keyOf("centre", uid));
  const cards = await loadCards(sql, keys, defaultLocale);
  return (centre) => centreCardSchema.safeParse(cards.get(keyOf("centre", centre))).data?.territory ?? null;
}
