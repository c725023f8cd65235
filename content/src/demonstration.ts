import { z } from "zod";
import { memberEmailSchema, passwordSchema } from "./members.ts";

/** The body of `POST /api/package/demonstration`: accounts with a password that everybody may know, to be opened or closed. */
export const demonstrationSchema = z.strictObject({
  open: z.boolean(),
  password: passwordSchema,
  accounts: z
    .array(
      z.strictObject({
        email: memberEmailSchema,
        name: z.string().min(1).max(160),
        /** By uid; an account whose centre isn't there is left out. */
        centre: z.string().optional(),
        person: z.string().optional(),
        federation: z.boolean().default(false),
      }),
    )
    .max(20),
});
export type Demonstration = z.infer<typeof demonstrationSchema>;
