import { z } from "zod";
import { uidSchema } from "./keys.ts";
import { localeSchema } from "./locales.ts";
import { memberEmailSchema, originSchema } from "./members.ts";
import { addressSchema } from "./model/fields.ts";
import { lineSchema, paragraphsSchema } from "./model/plain-text.ts";
import { centreKinds } from "./types/network.ts";

const line = (max: number) => z.string().trim().pipe(lineSchema(max));

/** What somebody of a centre outside the network writes to join it; an empty optional line is one that wasn't filled in. */
export const joinFormSchema = z.strictObject({
  centreName: line(160),
  kind: z.enum(centreKinds),
  city: line(120),
  postcode: line(12),
  website: z
    .string()
    .trim()
    // As people say it, « port.fr »: what names no scheme, and isn't empty, is meant to be a secure address.
    .transform((typed) => (typed === "" || /^[a-z][a-z+.-]*:(?!\d)/i.test(typed) ? typed : `https://${typed}`))
    .pipe(z.union([z.literal(""), addressSchema])),
  name: line(160),
  email: memberEmailSchema,
  why: z
    .string()
    .transform((text) => text.replace(/\r\n?/g, "\n").trim())
    .pipe(paragraphsSchema(3000)),
});

/** The body of `POST /api/member/join`: the form, the language it was written in, and where it came from. */
export const joinRequestSchema = z.strictObject({
  ...joinFormSchema.shape,
  locale: localeSchema,
  origin: originSchema,
});
export type JoinRequest = z.infer<typeof joinRequestSchema>;

/** A line of the form. */
export type JoinField = keyof typeof joinFormSchema.shape;

/** What became of a request to join. */
export const joinStates = ["waiting", "accepted", "declined"] as const;

/** A request that waits, as the federation reads it. */
export const waitingJoinSchema = z.object({
  id: z.string(),
  centreName: z.string(),
  kind: z.string(),
  city: z.string(),
  postcode: z.string(),
  website: z.string(),
  name: z.string(),
  email: z.string(),
  why: z.string(),
  language: localeSchema,
  at: z.string(),
});
export type WaitingJoin = z.infer<typeof waitingJoinSchema>;
/** Answer of `GET /api/member/joins`, the oldest first. */
export const waitingJoinsSchema = z.object({ requests: z.array(waitingJoinSchema) });

/** Body of `POST /api/member/joins/decide`: `centre` is the one of the network that asks, by its uid, or empty for a new one. */
export const decideJoinSchema = z.strictObject({
  id: z.string().max(64),
  state: z.enum(["accepted", "declined"]),
  centre: z.union([z.literal(""), uidSchema]),
  answer: z
    .string()
    .transform((text) => text.replace(/\r\n?/g, "\n").trim())
    .pipe(z.union([z.literal(""), paragraphsSchema(3000)])),
});
export type DecideJoin = z.infer<typeof decideJoinSchema>;
