import { z } from "zod";
import { keySchema } from "./keys.ts";
import { localeSchema } from "./locales.ts";
import { memberEmailSchema, originSchema, secretIdSchema } from "./members.ts";
import { lineSchema, paragraphsSchema } from "./model/plain-text.ts";

/** What can be asked about, or whom: sheets, people and centres. */
export const askableTypes = ["solution", "guide", "kit", "person", "centre"] as const;

const text = z
  .string()
  .transform((typed) => typed.replace(/\r\n?/g, "\n").trim())
  .pipe(paragraphsSchema(3000));

/** What somebody without an account writes; members are known. */
export const questionFormSchema = z.strictObject({
  name: z.string().trim().pipe(lineSchema(160)),
  email: memberEmailSchema,
  text,
});
/** A field of the form. */
export type QuestionField = keyof typeof questionFormSchema.shape;
/** What a member writes, and what answers say. */
export const wordsFormSchema = questionFormSchema.pick({ text: true });

/** Query of `GET /api/member/askable`. */
export const askableQuerySchema = z.strictObject({ of: keySchema, locale: localeSchema });
/** Answer of it: what the question is about, with the slug of its page if it has one; who is asked; and who gets the message. */
export const askableAnswerSchema = z.object({
  title: z.string(),
  slug: z.string().nullable(),
  person: z.string().nullable(),
  centre: z.string().nullable(),
  through: z.enum(["person", "centre", "federation"]),
});
export type Askable = z.infer<typeof askableAnswerSchema>;

/** Body of `POST /api/member/questions`; without a session it says who asks, with one `after` which answered question of theirs. */
export const askSchema = z.strictObject({
  of: keySchema,
  after: z.string().max(64).optional(),
  text,
  name: questionFormSchema.shape.name.optional(),
  email: questionFormSchema.shape.email.optional(),
  locale: localeSchema,
  origin: originSchema,
});
export type Ask = z.infer<typeof askSchema>;

/** A question as whoever answers it reads it, who asks with their centre: never an address. Those that follow one another share a `thread`. */
export const questionSchema = z.object({
  id: z.string(),
  thread: z.string(),
  about: keySchema,
  title: z.string(),
  name: z.string(),
  text: z.string(),
  at: z.string(),
  answer: z.string().nullable(),
  answeredBy: z.string().nullable(),
});
export type Question = z.infer<typeof questionSchema>;

/** Answer of `GET /api/member/questions`: those that the member can answer, and those that they asked, the newest first. */
export const questionsAnswerSchema = z.object({
  questions: z.array(questionSchema),
  asked: z.array(questionSchema),
});
/** Body of `POST /api/member/question`: the question behind a message's link. */
export const questionLinkSchema = z.strictObject({ link: secretIdSchema });
/** Answer of it; `before` is what was asked and answered earlier in its thread, the oldest first. */
export const questionAnswerSchema = z.object({ question: questionSchema, before: z.array(questionSchema) });
/** Body of `POST /api/member/question/answer`: by a message's link, or as a member by the question's id. */
export const answerSchema = z.strictObject({
  link: secretIdSchema.optional(),
  id: z.string().max(64).optional(),
  text,
});
