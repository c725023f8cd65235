import { z } from "zod";
import { kilometresBetween } from "../geography.ts";

/** What is compared of a centre; `audiences` by uid: its own, and those of its sheets if known. */
export interface ComparedCentre {
  readonly kind: string;
  readonly size?: string | undefined;
  readonly territory?: string | undefined;
  readonly city?: string | undefined;
  readonly coordinates?: readonly [number, number] | undefined;
  readonly audiences?: readonly string[] | undefined;
}

/** One thing that two centres have in common; `km` as the crow flies, `audiences` by uid. */
export const likenessReasonSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("size"), size: z.string() }),
  z.object({ kind: z.literal("audiences"), audiences: z.array(z.string()) }),
  z.object({ kind: z.literal("territory"), territory: z.string() }),
  z.object({ kind: z.literal("city"), city: z.string() }),
  z.object({ kind: z.literal("near"), km: z.number() }),
  z.object({ kind: z.literal("kind"), centre: z.string() }),
]);
/** One thing that two centres have in common. */
export type LikenessReason = z.infer<typeof likenessReasonSchema>;

/** How much two centres are alike, from 0 to 1, and why, what weighs most first. */
export interface CentreLikeness {
  readonly score: number;
  readonly reasons: readonly LikenessReason[];
}

/** What each thing in common counts for; together 1. What isn’t known of a centre counts nothing. */
const worth = { size: 0.3, audiences: 0.3, place: 0.25, kind: 0.15 } as const;
/** Farther apart than this, centres aren’t neighbours. */
const nearKm = 60;

/** Centres less alike than this are not « like yours »: being of the same kind, or neighbours, isn’t enough by itself. */
export const leastCentreLikeness = 0.42;

/** Compares two centres by what is known of both: size, audiences, place and kind. */
export function centreLikeness(a: ComparedCentre, b: ComparedCentre): CentreLikeness {
  const found = [sameSize(a, b), sharedAudiences(a, b), samePlace(a, b), sameKind(a, b)].filter(
    (one) => one !== undefined,
  );
  const ranked = found.toSorted((one, other) => other.points - one.points);
  return {
    score: ranked.reduce((sum, { points }) => sum + points, 0),
    reasons: ranked.map(({ reason }) => reason),
  };
}

interface Found {
  readonly points: number;
  readonly reason: LikenessReason;
}

const sameSize = ({ size }: ComparedCentre, other: ComparedCentre): Found | undefined =>
  size !== undefined && size === other.size ? { points: worth.size, reason: { kind: "size", size } } : undefined;

function sharedAudiences(a: ComparedCentre, b: ComparedCentre): Found | undefined {
  const [own, others] = [new Set(a.audiences), new Set(b.audiences)];
  const audiences = [...own].filter((audience) => others.has(audience)).toSorted();
  const all = own.size + others.size - audiences.length;
  const points = (worth.audiences * audiences.length) / Math.max(1, all);
  return audiences.length > 0 ? { points, reason: { kind: "audiences", audiences } } : undefined;
}

function samePlace(a: ComparedCentre, b: ComparedCentre): Found | undefined {
  const { city, territory } = a;
  if (city !== undefined && isSameName(city, b.city)) return { points: worth.place, reason: { kind: "city", city } };
  if (territory !== undefined && isSameName(territory, b.territory))
    return { points: worth.place, reason: { kind: "territory", territory } };
  if (!a.coordinates || !b.coordinates) return undefined;
  const km = kilometresBetween(a.coordinates, b.coordinates);
  return km < nearKm
    ? { points: worth.place * (1 - km / nearKm), reason: { kind: "near", km: Math.max(1, Math.round(km)) } }
    : undefined;
}

const isSameName = (a: string, b: string | undefined): boolean => a.trim().toLowerCase() === b?.trim().toLowerCase();

/** « Other » says nothing that two centres could have in common. */
const sameKind = ({ kind }: ComparedCentre, other: ComparedCentre): Found | undefined =>
  kind === other.kind && kind !== "other" ? { points: worth.kind, reason: { kind: "kind", centre: kind } } : undefined;
