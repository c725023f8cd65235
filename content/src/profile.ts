import { z } from "zod";
import { uidSchema } from "./keys.ts";
import { localeSchema } from "./locales.ts";
import { lineSchema } from "./model/plain-text.ts";

const name = lineSchema(160);
const role = z.union([z.literal(""), lineSchema(160)]);
const list = z.array(lineSchema(400)).max(30);
const tools = z.array(uidSchema).max(40);

/** What a member says of themselves in the network; `role` is said in the language of the page. */
export const profileSchema = z.strictObject({
  name,
  role,
  skills: list,
  offers: list,
  languages: list,
  tools,
  listed: z.boolean(),
  contactOptIn: z.boolean(),
});
export type Profile = z.infer<typeof profileSchema>;

const lineText = z.string().trim();
const linesOf = z.string().transform((text) => text.split(/\r\n?|\n/).flatMap((line) => line.trim() || []));
const checked = z.string().transform((value) => value !== "");

/** The same as a form sends it: one thing a line, tools by uid with spaces between them. */
export const profileFormSchema = z.strictObject({
  name: lineText.pipe(name),
  role: lineText.pipe(role),
  skills: linesOf.pipe(list),
  offers: linesOf.pipe(list),
  languages: linesOf.pipe(list),
  tools: z
    .string()
    .transform((text) => text.split(" ").filter(Boolean))
    .pipe(tools),
  listed: checked,
  contactOptIn: checked,
});

/** A field of the form. */
export type ProfileField = keyof typeof profileFormSchema.shape;

/** Which state of an entry somebody saw: what was written since isn't overwritten unseen. */
const revision = z.string().max(64);

/** Query of `GET /api/member/profile`. */
export const profileQuerySchema = z.strictObject({ locale: localeSchema });
/** Answer of `GET /api/member/profile`, and all tools to choose from. */
export const profileAnswerSchema = z.object({
  profile: profileSchema,
  revision,
  tools: z.array(z.object({ uid: z.string(), label: z.string() })),
});
export type ProfileAnswer = z.infer<typeof profileAnswerSchema>;
/** Body of `POST /api/member/profile`. */
export const saveProfileSchema = z.strictObject({ profile: profileSchema, revision, locale: localeSchema });
/** Body of `POST /api/member/leave`. */
export const leaveSchema = z.strictObject({ password: z.string().max(300) });
