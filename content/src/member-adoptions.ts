import { z } from "zod";
import { likenessReasonSchema } from "./adoption/centre-likeness.ts";
import { centreCardSchema, resourceCardSchema } from "./cards.ts";
import { stageNoteMax, stages } from "./components/loop.ts";
import { keySchema, uidSchema } from "./keys.ts";
import { localeSchema } from "./locales.ts";
import { paragraphsSchema } from "./model/plain-text.ts";
import { contentTypes, resourceTypes } from "./types/index.ts";
import { privateNoteMax, visibilities } from "./types/loop.ts";

/** A resource that a centre may adopt, by key. */
export const resourceKeySchema = keySchema.refine(
  (key) => resourceTypes.some((type) => key.startsWith(`${type}/`)),
  "must be a solution, a guide or a kit",
);

/** What a centre's entry was when somebody read it: a change that is based on another state is refused. */
export const revisionSchema = z.iso.datetime({ precision: 3 });

const visibility = z.enum(visibilities);
const note = paragraphsSchema(stageNoteMax).optional();
const change = { stage: z.enum(stages), on: z.iso.date(), note };
const basedOn = revisionSchema;

/** Body of `POST /api/member/adoptions`: the member's centre takes a resource up. */
export const adoptSchema = z.strictObject({
  resource: resourceKeySchema,
  ...change,
  visibility,
  privateNote: paragraphsSchema(privateNoteMax).optional(),
});
/** Body of `POST /api/member/adoptions/UID/stage`, and of `…/correction`, which puts this in the place of the last change of stage. */
export const stageRequestSchema = z.strictObject({
  basedOn,
  ...change,
  reason: paragraphsSchema(stageNoteMax).optional(),
});
/** Body of `POST /api/member/adoptions/UID/version`: the centre has read what changed, and follows this version from now on. */
export const versionRequestSchema = z.strictObject({ basedOn, version: z.int().min(1) });
/** Body of `POST /api/member/adoptions/UID/visibility`. */
export const visibilityRequestSchema = z.strictObject({ basedOn, visibility });
/** Body of `POST /api/member/adoptions/UID/note`; no note empties it. */
export const privateNoteRequestSchema = z.strictObject({
  basedOn,
  privateNote: paragraphsSchema(privateNoteMax).optional(),
});
/** Query of what members read: the language that titles are wanted in. */
export const memberQuerySchema = z.strictObject({ locale: localeSchema });

/**
 * An adoption as its own centre sees it. `resource` is null when it is no longer published, `newest` is then too;
 * `earliest` is the first day on which its next change of stage may be.
 */
export const memberAdoptionSchema = z.object({
  uid: uidSchema,
  revision: revisionSchema,
  key: resourceKeySchema.nullable(),
  resource: resourceCardSchema.nullable(),
  version: z.int().nullable(),
  newest: z.int().nullable(),
  earliest: z.iso.date(),
  /** While its last change of stage can be corrected: the first day on which that may be. */
  correctable: z.object({ earliest: z.iso.date() }).nullable(),
  stage: z.enum(stages),
  history: z.array(
    z.object({
      stage: z.enum(stages),
      on: z.string().optional(),
      note: z.string().optional(),
      by: z.string().optional(),
    }),
  ),
  stoppedBecause: z.string().nullable(),
  adaptation: resourceCardSchema.nullable(),
  visibility,
  privateNote: z.string().nullable(),
  /** What the centre told of it, or has begun to write. */
  report: z.object({ uid: uidSchema, isPublished: z.boolean(), on: z.string().nullable(), visibility }).nullable(),
  isExample: z.boolean(),
});
/** An answer of `GET /api/member/adoptions`: what was changed last comes first. */
export const memberAdoptionsSchema = z.object({ adoptions: z.array(memberAdoptionSchema) });
/** An answer about one adoption. */
export const memberAdoptionAnswerSchema = z.object({ adoption: memberAdoptionSchema });
/** An answer of `POST /api/member/adoptions/UID/stage` and `…/correction`; `planMade` is whether the adoption has just been given its plan. */
export const stageAnswerSchema = memberAdoptionAnswerSchema.extend({ planMade: z.boolean() });
/** An answer of `POST /api/member/adoptions`; `isNew` is false when the centre had taken the resource up already: nothing was written then. */
export const adoptedSchema = stageAnswerSchema.extend({ isNew: z.boolean() });

/** Another centre's adoption, as whoever has signed in sees it. `likeness` says how much that centre is like theirs, from 0 to 1. */
export const networkAdoptionSchema = z.object({
  uid: uidSchema,
  centre: centreCardSchema.nullable(),
  stage: z.enum(stages),
  since: z.string().nullable(),
  words: z.string().nullable(),
  isPublic: z.boolean(),
  /** A report that the network alone may read; public ones are on the resource’s page. */
  report: z.object({ uid: uidSchema, data: contentTypes.report.published }).nullable(),
  likeness: z.number(),
  alike: z.array(likenessReasonSchema),
});
/**
 * An answer of `GET /api/member/resources/TYPE/UID`: a published resource as a member's centre may take it up. `own` is its adoption, if it
 * has; `isOrigin`: the sheet is its own; `others` are the adoptions of other centres, those most like it first.
 */
export const adoptableSchema = z.object({
  resource: resourceCardSchema,
  version: z.int(),
  publishedOn: z.iso.date(),
  isOrigin: z.boolean(),
  own: uidSchema.nullable(),
  others: z.array(networkAdoptionSchema),
});

export type Visibility = z.infer<typeof visibility>;
export type MemberAdoption = z.infer<typeof memberAdoptionSchema>;
export type NetworkAdoption = z.infer<typeof networkAdoptionSchema>;
export type Adoptable = z.infer<typeof adoptableSchema>;
