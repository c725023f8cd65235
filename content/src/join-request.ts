import { z } from "zod";
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
