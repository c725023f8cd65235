import { joinStates, localeSchema } from "@essaim/content";
import type { UID } from "@strapi/strapi";
import { z } from "zod";

/** What Strapi calls the requests of centres that want to join. */
export const joinUid: UID.ContentType = "api::join-request.join-request";

/** The centre that a request is for, as far as it is known. */
export const centreSchema = z.object({ id: z.number(), documentId: z.string() });

/** A request to join, as the database has it. */
export const storedJoinSchema = z.object({
  id: z.number(),
  documentId: z.string(),
  state: z.enum(joinStates),
  answer: z.string().nullish(),
  centreName: z.string(),
  kind: z.string(),
  city: z.string().nullish(),
  postcode: z.string().nullish(),
  website: z.string().nullish(),
  name: z.string().nullish(),
  email: z.string(),
  language: localeSchema,
  centre: centreSchema.nullish(),
});
export type StoredJoin = z.infer<typeof storedJoinSchema>;
