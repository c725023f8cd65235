import { z } from "zod";

const port = z.coerce.number().int().min(1).max(65_535);
const token = z.string().min(20, "must have at least 20 characters");
const blankAsAbsent = (value: unknown) => (value === "" ? undefined : value);
const optional = <S extends z.ZodType>(schema: S) => z.preprocess(blankAsAbsent, schema.optional());

/** Without one of its own, mail says that nobody reads the answers. */
const defaultSender = "Essaim <ne-pas-repondre@essaim.example>";
const isSender = (text: string) => z.email().safeParse(/^[^<>\r\n]*<([^<>]+)>$/.exec(text)?.[1] ?? text).success;
const sender = z.string().refine(isSender, "must be an address, or « Name <address> »");

const environmentSchema = z.object({
  CMS_PORT: z.preprocess(blankAsAbsent, port.default(1337)),
  HOST: z.preprocess(blankAsAbsent, z.string().default("127.0.0.1")),
  DATA_DIR: z.preprocess(blankAsAbsent, z.string().default(".data")),
  DATABASE_URL: optional(z.url({ protocol: /^postgres(ql)?$/ })),
  CMS_PUBLIC_URL: optional(z.url({ protocol: /^https?$/ })),
  PUBLIC_URL: optional(z.url({ protocol: /^https?$/ })),
  PREVIEW_SECRET: optional(token),
  CMS_SECRET: optional(z.string().min(32, "must have at least 32 characters")),
  ESSAIM_ADMIN_EMAIL: optional(z.email()),
  ESSAIM_ADMIN_PASSWORD: optional(z.string().min(8, "must have at least 8 characters")),
  SMTP_URL: optional(z.url({ protocol: /^smtps?$/, error: "must be smtp://… or smtps://…" })),
  MAIL_FROM: z.preprocess(blankAsAbsent, sender.default(defaultSender)),
  ESSAIM_READ_TOKEN: optional(token),
  ESSAIM_IMPORT_TOKEN: optional(token),
});

/** What the CMS is told from outside. */
export type Environment = z.infer<typeof environmentSchema>;

/** The settings can't be used; the message is the one line that a person needs. */
export class EnvironmentError extends Error {}

/** Parses the process's environment; throws an EnvironmentError that names the first wrong variable. */
export function parseEnvironment(variables: Readonly<Record<string, string | undefined>>): Environment {
  const parsed = environmentSchema.safeParse(variables);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new EnvironmentError(`${issue?.path.join(".") ?? "environment"}: ${issue?.message ?? "not valid"}`);
}
