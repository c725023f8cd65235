import { contentTypes, keySchema, populateOf, stages, toStored, visibilities } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { z } from "zod";
import { moment, rowsOf } from "../database.ts";
import type { CentreMember } from "../members/who-asks.ts";
import { RequestError } from "../request-error.ts";

const { adoption } = contentTypes;

const rowSchema = z.looseObject({
  documentId: z.string(),
  uid: z.string(),
  updatedAt: moment,
  privateNote: z.string().nullish(),
  history: z.array(z.looseObject({ by: z.string().nullish(), toldAt: moment.nullish() })).nullish(),
});
const storedSchema = z.object({
  centre: z.string().optional(),
  resource: keySchema.optional(),
  adaptation: keySchema.optional(),
  version: z.int().optional(),
  stage: z.enum(stages),
  history: z
    .array(z.object({ stage: z.enum(stages), on: z.string().optional(), note: z.string().optional() }))
    .default([]),
  stoppedBecause: z.string().optional(),
  visibility: z.enum(visibilities),
  isExample: z.boolean().optional(),
});

/** Who told of a change of stage, and when. */
export interface Told {
  readonly by: string | undefined;
  readonly toldAt: string | undefined;
}

/** An adoption as the CMS has it, with what only its own centre sees. */
export type AdoptionEntry = z.infer<typeof storedSchema> & {
  readonly documentId: string;
  readonly uid: string;
  readonly revision: string;
  readonly privateNote: string | undefined;
  /** Who told of each change and when, in the order of the history. */
  readonly told: readonly Told[];
};

/** The adoptions that a condition names, the one that was changed last first. */
export async function findAdoptions(strapi: Core.Strapi, where: object): Promise<AdoptionEntry[]> {
  const rows: unknown = await rowsOf(strapi, adoption).findMany({
    where,
    populate: populateOf(adoption.fields),
    orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
  });
  return z
    .array(rowSchema)
    .parse(rows)
    .map((row) => ({
      ...storedSchema.parse(toStored(adoption.fields, row)),
      documentId: row.documentId,
      uid: row.uid,
      revision: row.updatedAt,
      privateNote: row.privateNote ?? undefined,
      told: (row.history ?? []).map(({ by, toldAt }) => ({ by: by ?? undefined, toldAt: toldAt ?? undefined })),
    }));
}

/** The adoptions of a member's centre. */
export const ownAdoptions = (strapi: Core.Strapi, { centre }: CentreMember): Promise<AdoptionEntry[]> =>
  findAdoptions(strapi, { centre: { uid: centre.uid } });

/** An adoption of a member's centre; another's is answered as one that isn't there. */
export async function ownAdoption(strapi: Core.Strapi, { centre }: CentreMember, uid: string): Promise<AdoptionEntry> {
  const [own] = await findAdoptions(strapi, { uid, centre: { uid: centre.uid } });
  if (!own) throw new RequestError(404, "unknown-adoption", "this centre has no such adoption");
  return own;
}
