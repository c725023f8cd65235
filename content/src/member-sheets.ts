import { z } from "zod";
import { keySchema } from "./keys.ts";
import { type Locale, localeSchema, locales } from "./locales.ts";
import type { Field, Fields } from "./model/field.ts";
import { withoutStory } from "./model/story.ts";
import { changeNoteMax } from "./types/resource.ts";

/** Longest title of a sheet. */
const longestTitle = 200;

/** Body of `POST /api/member/adaptations`: which sheet, in whose language; the version that was read, the newest without one. */
export const adaptSchema = z.strictObject({
  resource: keySchema,
  locale: localeSchema,
  version: z.int().min(1).max(1_000_000).optional(),
  title: z.string().trim().min(1).max(longestTitle).optional(),
});

/** The sheet that was made. */
export const adaptedAnswerSchema = z.object({ key: keySchema });

const titles: Readonly<Record<Locale, (title: string, centre: string) => string>> = {
  fr: (title, centre) => `${title} – adaptation de ${centre}`,
  en: (title, centre) => `${title} – adapted by ${centre}`,
  nl: (title, centre) => `${title} – aangepast door ${centre}`,
};

/** What an adaptation is called until its centre finds a better name. @example adaptationTitle("Café", "L’Escale", "fr") // "Café – adaptation de L’Escale" */
export function adaptationTitle(title: string, centre: string, locale: Locale): string {
  const ending = titles[locale]("", centre).slice(0, longestTitle / 2);
  const room = longestTitle - ending.length;
  const start = title.length <= room ? title : `${title.slice(0, room - 1).trimEnd()}…`;
  return start + ending;
}

/** Fields that only the desk and the portal’s own routes write: who a sheet is by, where it comes from, what it is called by. */
const keptByPortal: ReadonlySet<string> = new Set([
  ...["slug", "centres", "contributors", "contact", "derivedFrom", "related"],
]);

/** Types whose entries a form lets choose among: a network has few of each. */
export const chosenTypes = ["theme", "audience", "tool"] as const;
/** A type whose entries a form lets choose among. */
export type ChosenType = (typeof chosenTypes)[number];

/** What the entries that a field refers to are chosen among; undefined where no form lets choose. */
export function chosenTypeOf({ shape }: Field): ChosenType | undefined {
  if (shape.kind !== "reference" || !shape.many || shape.targets.length > 1) return undefined;
  return chosenTypes.find((one) => one === shape.targets[0]);
}

/** Whether a form can write a field as a whole; what stands inside it and can’t be written is kept. */
function isWritable(field: Field): boolean {
  const { shape, nature } = field;
  if (nature === "private") return false;
  if (shape.kind === "component") return Object.values(shape.component.fields).some(isWritable);
  if (shape.kind === "reference") return chosenTypeOf(field) !== undefined;
  return !["slug", "coordinates", "labels", "translations"].includes(shape.kind);
}

/** The fields of a sheet, or of a part of one, that a member’s form writes. */
export const writableFields = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name, field]) => !keptByPortal.has(name) && isWritable(field)));

/** The note on a version is the form’s own field: it says what is changed, not what the sheet says. */
const ownNote = "changeNote";

/** The fields of a sheet that no member’s form writes, by their way: `slug`, `phases.kits`. What a save finds in them stays. */
export function keptFields(fields: Fields, at = ""): string[] {
  const writable = writableFields(fields);
  return Object.entries(fields).flatMap(([name, { shape }]) => {
    if (!Object.hasOwn(writable, name)) return at + name === ownNote ? [] : [at + name];
    return shape.kind === "component" ? keptFields(shape.component.fields, `${at}${name}.`) : [];
  });
}

/** Query of `POST /api/member/sheets/files`, whose body is a file’s bytes: for which sheet, and what its sender calls it. */
export const sheetFileQuerySchema = z.strictObject({ key: keySchema, name: z.string().min(1).max(200) });

/**
 * Body of `POST /api/member/sheets/save`: `data` in stored form; `revision` is that of the sheet as it was read, `also` the withdrawn languages to
 * publish with it.
 */
export const saveSheetSchema = z.strictObject({
  key: keySchema,
  revision: z.string().max(64),
  data: z.record(z.string(), z.unknown()),
  note: z.string().trim().max(changeNoteMax),
  publish: z.boolean(),
  also: z.array(localeSchema).max(locales.length).default([]),
});

const relativeSchema = z.object({ key: keySchema, version: z.int().nullable(), title: z.string().nullable() });

/** A sheet of the member’s centre as its draft says it now; `data` in stored form, `preview` the signed address that shows it. */
export const ownSheetSchema = z.object({
  key: keySchema,
  locale: localeSchema,
  revision: z.string(),
  data: z.record(z.string(), z.unknown()),
  note: z.string(),
  preview: z.string().nullable(),
  published: z.object({ slug: z.string(), version: z.int(), data: z.record(z.string(), z.unknown()) }).nullable(),
  /** The other languages that were on the site until it was taken off; none while it is published. */
  withdrawn: z.array(localeSchema),
  /** Whether the draft says something else than what is published. */
  differs: z.boolean(),
  parent: relativeSchema.nullable(),
  /** What its parent said in the version that it was made from; null where that can’t be read any more. */
  original: z
    .object({
      title: z.string(),
      slug: z.string(),
      centres: z.array(z.string()),
      data: z.record(z.string(), z.unknown()),
    })
    .nullable(),
  /** How many changes the draft took over since its newest version, by the sheet that they come from. */
  taken: z.array(z.object({ key: keySchema, title: z.string(), centres: z.array(z.string()), count: z.int() })),
  /** Names of the centres that it is by. */
  centres: z.array(z.string()),
  /** The cards of all that it names now, named before, or that its parent names. */
  cards: z.record(z.string(), z.unknown()),
  /** The licences that its parent lets it be under; null where any may be chosen. */
  licences: z.array(z.string()).nullable(),
});
export type OwnSheet = z.infer<typeof ownSheetSchema>;

/** Body of `POST /api/member/sheets/withdraw`. */
export const withdrawSheetSchema = z.strictObject({ key: keySchema });

/** An answer of `GET /api/member/sheets/own`: without a `slug` a sheet isn’t published; `differs` is whether changes of it wait to be. */
export const ownSheetsSchema = z.object({
  sheets: z.array(
    z.object({
      ...{ key: keySchema, locale: localeSchema, title: z.string(), slug: z.string().nullable(), differs: z.boolean() },
    }),
  ),
});
export type OwnSheets = z.infer<typeof ownSheetsSchema>;

/** What a member is told before adapting a sheet: the sheet, what its licence says, and what their centre has made of it already. */
export const beforeAdaptingSchema = z.object({
  key: keySchema,
  locale: localeSchema,
  slug: z.string(),
  title: z.string(),
  proposed: z.string(),
  refusal: z.string().nullable(),
  licence: z.string().nullable(),
  /** Whether the member’s centre signs it: then it is written, not adapted. */
  isOwn: z.boolean(),
  items: z.array(z.object({ key: keySchema, title: z.string(), published: z.boolean() })),
});
export type BeforeAdapting = z.infer<typeof beforeAdaptingSchema>;

/** What each sheet of a family has of its own: it is no difference to be taken over. */
const ownToEach: ReadonlySet<string> = new Set([
  ...["title", "slug", "centres", "contact", "derivedFrom"],
  ...["verifiedOn", "reviewDue", "maturity", "licence", "isExample"],
]);

/**
 * The fields in which an adaptation and its parent are compared, and whose changes travel: what happened at either centre stays its own. Where one
 * is a translation, versions hold no facts, only texts.
 */
export const comparedFields = (fields: Fields, isTranslation: boolean): Fields =>
  Object.fromEntries(
    Object.entries(withoutStory(fields)).filter(
      ([name, { nature }]) => !ownToEach.has(name) && (nature === "text" || (nature === "fact" && !isTranslation)),
    ),
  );

/** Query of `GET /api/member/merges`: what one sheet of a family could take over from another. */
export const mergePairSchema = z.strictObject({ from: keySchema, into: keySchema });

/**
 * Body of `POST /api/member/merges`: one change between two versions. `take` it, in a conflict too; `leave` it; or put what is written
 * in its place.
 */
export const mergeSchema = mergePairSchema.extend({
  base: z.int().min(1),
  version: z.int().min(1),
  change: z.string().min(1).max(300),
  decision: z.enum(["take", "leave", "write"]),
  text: z.string().max(100_000).optional(),
});
/** Body of `POST /api/member/merges/undo`. */
export const undoMergeSchema = mergePairSchema.extend({ taken: z.int().min(1) });

/** What became of a change. `open`: it can be taken. `already`: the draft says so by itself. `conflict`: the draft says something else there. */
export const mergeStates = ["open", "taken", "left", "already", "conflict"] as const;

const mergeSideSchema = z.object({
  key: keySchema,
  title: z.string(),
  version: z.int().nullable(),
  slug: z.string().nullable(),
});

/** What can be taken over: the changes between `before` and `after`, in stored form, by the ids that comparing them gives. */
export const mergeOfferSchema = z.object({
  from: mergeSideSchema,
  into: mergeSideSchema,
  /** Which of the two was made from the other. */
  direction: z.enum(["up", "down"]),
  /** The common version that changes are counted from, and the newest of the sheet that they are taken from. */
  base: z.int(),
  version: z.int(),
  locale: localeSchema,
  before: z.record(z.string(), z.unknown()),
  after: z.record(z.string(), z.unknown()),
  cards: z.record(z.string(), z.unknown()),
  changes: z.array(
    z.object({
      id: z.string(),
      state: z.enum(mergeStates),
      /** What the draft says in a conflict; absent where there is nothing left that could be changed. */
      own: z.unknown().optional(),
      /** What to undo. */
      taken: z.int().optional(),
    }),
  ),
  /** Whether the member may publish what comes of it. */
  isOwn: z.boolean(),
});
export type MergeOffer = z.infer<typeof mergeOfferSchema>;
