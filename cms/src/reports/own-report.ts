import {
  canonicalJson,
  contentTypes,
  populateOf,
  repeatAnswers,
  type Stored,
  toStored,
  visibilities,
} from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { z } from "zod";
import { moment, rowsOf } from "../database.ts";

const { report } = contentTypes;

const rowSchema = z.looseObject({
  documentId: z.string(),
  uid: z.string(),
  updatedAt: moment,
  publishedAt: z.unknown(),
});
const aboutSchema = z.object({
  adoption: z.string(),
  visibility: z.enum(visibilities),
  on: z.string().optional(),
  wouldRepeat: z.enum(repeatAnswers).optional(),
});

/** What a centre tells of an adoption: its draft, and what is published of it. */
export interface ReportEntry {
  readonly documentId: string;
  readonly uid: string;
  readonly revision: string;
  readonly adoption: string;
  readonly draft: Stored;
  readonly published: Stored | undefined;
  readonly isChanged: boolean;
}

/** The reports on these adoptions, by the adoption's uid: of several on one, the newest. */
export async function reportsOn(strapi: Core.Strapi, adoptions: readonly string[]): Promise<Map<string, ReportEntry>> {
  if (adoptions.length === 0) return new Map();
  const rows: unknown = await rowsOf(strapi, report).findMany({
    where: { adoption: { uid: { $in: adoptions } } },
    populate: populateOf(report.fields),
    orderBy: { id: "asc" },
  });
  const documents = Map.groupBy(z.array(rowSchema).parse(rows), ({ documentId }) => documentId);
  const entries = [...documents.values()].flatMap((own) => toEntry(own) ?? []);
  return new Map(entries.map((entry) => [entry.adoption, entry]));
}

type Row = z.infer<typeof rowSchema>;

function toEntry(rows: readonly Row[]): ReportEntry | undefined {
  const draft = rows.find(({ publishedAt }) => publishedAt === null);
  const about = draft && aboutSchema.safeParse(toStored(report.fields, draft)).data;
  if (!draft || !about) return undefined;
  const live = rows.find(({ publishedAt }) => publishedAt !== null);
  const stored = toStored(report.fields, draft);
  const published = live && toStored(report.fields, live);
  return {
    ...{ documentId: draft.documentId, uid: draft.uid, revision: draft.updatedAt, adoption: about.adoption },
    ...{ draft: stored, published },
    isChanged: published !== undefined && canonicalJson(published) !== canonicalJson(stored),
  };
}
