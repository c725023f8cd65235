import { accessSync, constants, existsSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { z } from "zod";
import { PlainError } from "../launch/plain-error.mjs";

const port = z.coerce
  .number("doit être un nombre")
  .int("doit être un nombre entier")
  .min(1, "doit valoir 1 au moins")
  .max(65_535, "doit valoir 65535 au plus");
const address = z.url({ protocol: /^https?$/, error: "doit être une adresse en http:// ou https://" });

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

const isSender = (text: string) => z.email().safeParse(/^[^<>\r\n]*<([^<>]+)>$/.exec(text)?.[1] ?? text).success;

const settingsSchema = z
  .object({
    PORT: port.default(4321),
    CMS_PORT: port.default(1337),
    MEILI_PORT: port.default(7700),
    HOST: z
      .string()
      .regex(/^[\w.:-]+$/, "doit être un nom de machine ou une adresse IP")
      .default("127.0.0.1"),
    DATA_DIR: z.string().default(".data"),
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: "doit être une adresse postgres://…" }).optional(),
    MEILI_URL: address.optional(),
    MEILI_MASTER_KEY: z.string().min(16, "doit avoir 16 caractères au moins").optional(),
    MEILI_BIN: z.string().refine(isExecutable, "ne désigne pas un programme exécutable").optional(),
    PUBLIC_URL: address.optional(),
    ESSAIM_ADMIN_EMAIL: z.email("doit être une adresse e-mail").default("admin@essaim.example"),
    ESSAIM_ADMIN_PASSWORD: z
      .string()
      .min(8, "doit avoir 8 caractères au moins")
      .refine(
        (text) => /\p{Lu}/u.test(text) && /\p{Ll}/u.test(text) && /\d/.test(text),
        "doit mêler majuscule, minuscule et chiffre",
      )
      .optional(),
    ESSAIM_FIRST_CONTENT: z.string().optional(),
    ESSAIM_DEMO_ACCOUNTS: z.enum(["yes", "no"], "doit valoir yes ou no").optional(),
    SMTP_URL: z.url({ protocol: /^smtps?$/, error: "doit être une adresse smtp://… ou smtps://…" }).optional(),
    MAIL_FROM: z.string().refine(isSender, "doit être une adresse e-mail, ou « Nom <adresse> »").optional(),
  })
  .refine(({ PORT, CMS_PORT, MEILI_PORT }) => new Set([PORT, CMS_PORT, MEILI_PORT]).size === 3, {
    path: ["PORT"],
    message: "PORT, CMS_PORT et MEILI_PORT doivent être trois ports différents",
  });

/** What the person who starts the portal may choose, by environment variables. */
export type Settings = z.infer<typeof settingsSchema> & {
  /** Path of a package, or `nothing`. */
  readonly ESSAIM_FIRST_CONTENT: string;
};

/** What a portal begins with unless told, from the checkout’s root. */
export const seed = "seed/package";

/** What stands in ESSAIM_FIRST_CONTENT for no content at all. */
export const nothing = "none";

const secretNames = new Set(["DATABASE_URL", "MEILI_MASTER_KEY", "ESSAIM_ADMIN_PASSWORD", "SMTP_URL"]);

/**
 * Reads the settings from the environment; blank variables count as absent.
 * @param folder relative paths start here
 * @throws PlainError with one line in French for each wrong variable
 */
export function readSettings(variables: NodeJS.ProcessEnv, folder: string): Settings {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value?.trim()));
  const parsed = settingsSchema.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map(({ path, message }) => {
      const name = path.join(".");
      const value = given[name];
      return message.startsWith(name)
        ? `${message}.`
        : `${name}${value && !secretNames.has(name) ? ` (« ${value} »)` : ""} ${message}.`;
    });
    throw new PlainError(lines.join("\n✖ "));
  }
  const { DATA_DIR, ESSAIM_FIRST_CONTENT: content } = parsed.data;
  const firstContent = content === nothing ? nothing : resolve(folder, content ?? seed);
  if (content !== undefined && firstContent !== nothing && !existsSync(firstContent))
    throw new PlainError(
      `ESSAIM_FIRST_CONTENT (« ${content} ») ne désigne ni un dossier, ni une archive, ni « ${nothing} ».`,
    );
  return { ...parsed.data, DATA_DIR: resolve(folder, DATA_DIR), ESSAIM_FIRST_CONTENT: firstContent };
}

/** The host to call a server by, that listens on `host`: a wildcard is no address. */
export function callableHost(host: string): string {
  if (host === "0.0.0.0" || host === "::") return "127.0.0.1";
  return host.includes(":") ? `[${host}]` : host;
}
