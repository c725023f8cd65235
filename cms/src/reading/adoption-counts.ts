import {
  type AdoptionCounts,
  adoptionsByCentre,
  furthestAdoption,
  type Key,
  keyOf,
  resourceTypes,
  type Stage,
} from "@essaim/content";
import { z } from "zod";
import type { Sql } from "../database.ts";
import { adoptionsOfAny } from "./adoptions.ts";
import { thatMention } from "./that-mention.ts";

const reportSchema = z.object({ adoption: z.string() });
const derivedSchema = z.object({ derivedFrom: z.object({ document: z.string() }) });

/** How far each of these resources has spread, and which documents say so; in a few queries, however many. */
export async function countAdoptions(
  sql: Sql,
  keys: readonly Key[],
): Promise<{ counts: Record<Key, AdoptionCounts>; from: Key[] }> {
  const wanted = new Set<string>(keys);
  const adoptions = await adoptionsOfAny(sql, keys);
  const adoptionKeys = adoptions.map(({ uid }) => keyOf("adoption", uid));
  const reports = await thatMention(sql, ["report"], adoptionKeys);
  const adaptations = (await thatMention(sql, resourceTypes, keys)).flatMap(({ row, stored }) => {
    const original = derivedSchema.safeParse(stored).data?.derivedFrom.document;
    return original && wanted.has(original) ? [{ original, key: keyOf(row.type, row.uid) }] : [];
  });
  const reported = new Set(reports.flatMap(({ stored }) => reportSchema.safeParse(stored).data?.adoption ?? []));
  const adaptationsOf = Map.groupBy(adaptations, ({ original }) => original);
  const adoptionsOf = Map.groupBy(adoptions, ({ resource }) => resource);
  const counts = Object.fromEntries(
    [...new Set(keys)].map((key) => {
      const centres = adoptionsByCentre(adoptionsOf.get(key) ?? [], ({ centre }) => centre);
      const reached = centres.map((own) => furthestAdoption(own).stage);
      const count = (stage: Stage) => reached.filter((one) => one === stage).length;
      return [
        key,
        {
          ...{ interested: count("interested"), preparing: count("preparing"), running: count("running") },
          ...{ adopted: count("adopted"), stopped: count("stopped") },
          reported: centres.filter((own) => own.some(({ uid }) => reported.has(uid))).length,
          adaptations: adaptationsOf.get(key)?.length ?? 0,
        },
      ];
    }),
  );
  const from = [
    ...adoptionKeys,
    ...reports.map(({ row }) => keyOf("report", row.uid)),
    ...adaptations.map(({ key }) => key),
  ];
  return { counts, from };
}
