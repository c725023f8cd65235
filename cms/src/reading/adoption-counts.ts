import {
  type AdoptionCounts,
  adoptionsByCentre,
  furthestAdoption,
  type Key,
  keyOf,
  resourceTypes,
  type Stage,
  type Stored,
  stages,
} from "@essaim/content";
import { z } from "zod";
import type { Sql } from "../database.ts";
import type { LiveRow } from "../publication/live.ts";
import { tables } from "../publication/tables.ts";
import { loadVersions, sourceVersions } from "./library.ts";
import { liveOfDocuments } from "./live-rows.ts";

const adoptionSchema = z.object({ resource: z.string(), stage: z.enum(stages), centre: z.string().optional() });
const reportSchema = z.object({ adoption: z.string() });
const derivedSchema = z.object({ derivedFrom: z.object({ document: z.string() }) });

/** How far each of these resources has spread, and which documents say so; in a few queries, however many. */
export async function countAdoptions(
  sql: Sql,
  keys: readonly Key[],
): Promise<{ counts: Record<Key, AdoptionCounts>; from: Key[] }> {
  const wanted = new Set<string>(keys);
  const adoptions = (await thatMention(sql, ["adoption"], keys)).flatMap(({ row, stored }) => {
    const adoption = adoptionSchema.safeParse(stored).data;
    return adoption && wanted.has(adoption.resource) ? [{ ...adoption, uid: row.uid }] : [];
  });
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

/** The documents of these types that refer to one of these keys, each once, with the facts that its source locale holds. */
async function thatMention(
  sql: Sql,
  types: readonly string[],
  keys: readonly Key[],
): Promise<{ row: LiveRow; stored: Stored }[]> {
  const found = new Set<string>();
  for (let start = 0; start < keys.length; start += 500) {
    const rows: unknown = await sql(tables.references)
      .whereIn("type", types)
      .whereIn("target", keys.slice(start, start + 500))
      .distinct("document_id");
    for (const { document_id } of z.array(z.object({ document_id: z.string() })).parse(rows)) found.add(document_id);
  }
  const live = (await liveOfDocuments(sql, found)).filter(({ type }) => types.includes(type));
  const sources = await sourceVersions(sql, live, live);
  const versions = await loadVersions(sql, sources.values());
  const documents = new Map(live.map((row) => [keyOf(row.type, row.uid), row]));
  return [...documents].map(([key, row]) => ({ row, stored: versions.get(sources.get(key) ?? row.version_id) ?? {} }));
}
