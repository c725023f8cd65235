import { randomBytes, randomInt } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";
import { PlainError } from "../launch/plain-error.mjs";
import { writeWhole } from "./write-whole.ts";

const key = z.string().min(32);

const secretsSchema = z.object({
  CMS_SECRET: key,
  ESSAIM_READ_TOKEN: key,
  ESSAIM_IMPORT_TOKEN: key,
  PREVIEW_SECRET: key,
  MEILI_MASTER_KEY: key,
  ESSAIM_ADMIN_PASSWORD: z.string().min(12),
  /** Whether the administrator’s password was shown on the terminal; it is shown once. */
  adminAnnounced: z.boolean(),
});

/** Keys between the parts of one portal, made once, under the names of the variables that hand them over. */
export type Secrets = z.infer<typeof secretsSchema>;

const randomKey = () => randomBytes(32).toString("base64url");

/** Twenty characters without those that are taken for one another (l, 1, I, O, 0), in groups of five: 114 bits. */
function randomPassword(): string {
  const alphabets = ["abcdefghijkmnpqrstuvwxyz", "ABCDEFGHJKLMNPQRSTUVWXYZ", "23456789"];
  const all = alphabets.join("");
  for (;;) {
    const text = Array.from({ length: 20 }, () => all[randomInt(all.length)]).join("");
    const mixed = alphabets.every((alphabet) => [...text].some((character) => alphabet.includes(character)));
    if (mixed) return text.replace(/.{5}(?=.)/g, "$&-");
  }
}

function makeSecrets(): Secrets {
  return {
    CMS_SECRET: randomKey(),
    ESSAIM_READ_TOKEN: randomKey(),
    ESSAIM_IMPORT_TOKEN: randomKey(),
    PREVIEW_SECRET: randomKey(),
    MEILI_MASTER_KEY: randomKey(),
    ESSAIM_ADMIN_PASSWORD: randomPassword(),
    adminAnnounced: false,
  };
}

/** Writes the secrets for this account’s eyes only. */
export function writeSecrets(path: string, secrets: Secrets): void {
  writeWhole(path, `${JSON.stringify(secrets, null, 2)}\n`, 0o600);
}

/**
 * The secrets of a data folder.
 * @throws PlainError when the file can’t be read whole: new keys would shut the portal out of its own data
 */
export function readSecrets(path: string): Secrets | undefined {
  if (!existsSync(path)) return undefined;
  try {
    return secretsSchema.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch (cause) {
    throw new PlainError(
      `Le fichier des clés ${path} est abîmé : remettez-le d'après une sauvegarde, ou choisissez un autre DATA_DIR.`,
      { cause },
    );
  }
}

/** The secrets of a data folder, made at the first start. */
export function prepareSecrets(path: string): Secrets {
  const kept = readSecrets(path);
  if (kept) return kept;
  const fresh = makeSecrets();
  writeSecrets(path, fresh);
  return fresh;
}
