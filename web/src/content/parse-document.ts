import {
  contentTypes,
  documentSchema,
  keyOf,
  keySchema,
  type PublishedDocument,
  type PublishedType,
} from "@essaim/content";
import { z } from "zod";

/** A document that breaks the contract, and where. */
export interface Refusal {
  readonly type: PublishedType;
  readonly documentId: string;
  readonly uid: string;
  readonly locale: string;
  /** Path of the first wrong field, such as `data.steps.2.title`. */
  readonly field: string;
  readonly message: string;
}

type Parsed<T extends PublishedType> =
  | { readonly ok: true; readonly document: PublishedDocument<T> }
  | { readonly ok: false; readonly refusal: Refusal };

const name = z.string().catch("?");
const namesSchema = z
  .object({ documentId: name, uid: name, locale: name })
  .catch({ documentId: "?", uid: "?", locale: "?" });
const identitySchema = z.object({ type: z.string(), uid: z.string() }).transform(({ type, uid }) => keyOf(type, uid));

/** The key of a document that may break the contract otherwise. */
export const rawKey = (raw: unknown): string | undefined => identitySchema.pipe(keySchema).safeParse(raw).data;

/** Checks one document of the CMS against its type's schema. */
export function parseDocument<T extends PublishedType>(type: T, raw: unknown): Parsed<T> {
  const schema = documentSchemas[type];
  const parsed = schema.safeParse(raw);
  if (parsed.success) return { ok: true, document: parsed.data };
  const issue = parsed.error.issues[0];
  const field = issue?.path.join(".") ?? "";
  return { ok: false, refusal: { type, ...namesSchema.parse(raw), field, message: issue?.message ?? "" } };
}

type DocumentSchemas = { readonly [T in PublishedType]: z.ZodType<PublishedDocument<T>> };

const documentSchemas: DocumentSchemas = {
  theme: documentSchema(contentTypes.theme),
  audience: documentSchema(contentTypes.audience),
  tool: documentSchema(contentTypes.tool),
  centre: documentSchema(contentTypes.centre),
  person: documentSchema(contentTypes.person),
  kit: documentSchema(contentTypes.kit),
  guide: documentSchema(contentTypes.guide),
  solution: documentSchema(contentTypes.solution),
  page: documentSchema(contentTypes.page),
  adoption: documentSchema(contentTypes.adoption),
  report: documentSchema(contentTypes.report),
  need: documentSchema(contentTypes.need),
  synonym: documentSchema(contentTypes.synonym),
};
