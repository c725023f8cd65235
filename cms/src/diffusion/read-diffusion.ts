import {
  calendarDay,
  centreCardSchema,
  contentTypes,
  type Diffusion,
  type DiffusionStep,
  isReportDue,
  type Key,
  keyOf,
  type Locale,
  resourceCardSchema,
} from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { z } from "zod";
import { type AdoptionEntry, findAdoptions } from "../adoptions/own-adoptions.ts";
import { moment, rowsOf, sqlNow } from "../database.ts";
import { type Account, accountUid } from "../members/accounts.ts";
import { loadCards } from "../reading/cards.ts";

const uidsSchema = z.array(z.object({ uid: z.string() }));
const reportsSchema = z.array(z.object({ adoption: z.object({ uid: z.string() }).nullish() }));

/** What counts as recent for whoever comes the first time. */
const recentMs = 30 * 86_400_000;

/** Where every centre is with every sheet, as far as it told the network. */
export async function readDiffusion(strapi: Core.Strapi, account: Account, locale: Locale): Promise<Diffusion> {
  const at = new Date().toISOString();
  const row: unknown = await strapi.db.query(accountUid).findOne({ where: { id: account.id } });
  const seenAt = z.object({ diffusionSeenAt: moment.nullish() }).parse(row).diffusionSeenAt ?? null;
  const movedAfter = seenAt ?? new Date(Date.parse(at) - recentMs).toISOString();
  const adoptions = await findAdoptions(strapi, { visibility: { $in: ["all", "network"] } });
  const reported = await reportedAdoptions(strapi);
  const steps = adoptions.flatMap((entry) => stepOf(entry, { reported, movedAfter, today: calendarDay(new Date(at)) }));
  const centres: unknown = await rowsOf(strapi, contentTypes.centre).findMany({
    where: { publishedAt: { $notNull: true } },
    select: ["uid"],
  });
  const cards = await loadCards(
    await sqlNow(strapi),
    [
      ...uidsSchema.parse(centres).map(({ uid }) => keyOf("centre", uid)),
      ...adoptions.flatMap(({ resource }) => resource ?? []),
    ],
    locale,
  );
  const all = <S extends z.ZodType>(schema: S, kind: (key: Key) => boolean): z.output<S>[] =>
    [...cards].flatMap(([key, card]) => (kind(key) ? (schema.safeParse(card).data ?? []) : []));
  return {
    ...{ seenAt, at, steps },
    centres: all(centreCardSchema, (key) => key.startsWith("centre/")),
    resources: all(resourceCardSchema, (key) => !key.startsWith("centre/")),
  };
}

function stepOf(
  { uid, centre, resource, stage, history, revision, visibility, isExample = false }: AdoptionEntry,
  known: { readonly reported: ReadonlySet<string>; readonly movedAfter: string; readonly today: string },
): DiffusionStep[] {
  if (centre === undefined || resource === undefined) return [];
  const last = history.at(-1);
  const since = last?.on ?? null;
  const isReported = known.reported.has(uid);
  return [
    {
      ...{ uid, centre, resource, stage, since, words: last?.note ?? null, visibility, isExample, isReported },
      hasMoved: revision > known.movedAfter,
      isReportDue: !isReported && isReportDue(stage, since, known.today),
    },
  ];
}

async function reportedAdoptions(strapi: Core.Strapi): Promise<Set<string>> {
  const rows: unknown = await rowsOf(strapi, contentTypes.report).findMany({
    where: { publishedAt: { $notNull: true } },
    populate: { adoption: { select: ["uid"] } },
    select: ["id"],
  });
  return new Set(reportsSchema.parse(rows).flatMap(({ adoption }) => adoption?.uid ?? []));
}

/** Takes note that somebody has seen what had moved up to a moment. */
export async function markSeen(strapi: Core.Strapi, { id }: Account, at: string): Promise<void> {
  await strapi.db.query(accountUid).update({ where: { id }, data: { diffusionSeenAt: new Date(at) } });
}
