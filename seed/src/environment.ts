import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

const port = z.coerce.number().int().min(1).max(65_535);

const environmentSchema = z.object({
  CMS_URL: z.url({ protocol: /^https?$/ }).optional(),
  CMS_PORT: port.default(1337),
  DATA_DIR: z.string().min(1).default(".data"),
  ESSAIM_IMPORT_TOKEN: z.string().min(1).optional(),
});

const secretsSchema = z.object({ ESSAIM_IMPORT_TOKEN: z.string().min(1) });

/** Where the portal's CMS is, and what opens its import routes. */
export interface PortalAddress {
  readonly url: string;
  readonly token: string;
}

/** The environment can't be used; the message is in French, for the terminal. */
export class WrongEnvironment extends Error {
  override readonly name = "WrongEnvironment";
}

/** Reads the portal's address from the environment, and its token from there or from the portal's data folder. */
export async function portalAddress(environment: Readonly<Record<string, string | undefined>>): Promise<PortalAddress> {
  const parsed = environmentSchema.safeParse(withoutEmpty(environment));
  if (!parsed.success) {
    const names = parsed.error.issues.map((issue) => issue.path.join("."));
    throw new WrongEnvironment(`variable d’environnement incorrecte : ${names.join(", ")}`);
  }
  const { CMS_URL, CMS_PORT, DATA_DIR, ESSAIM_IMPORT_TOKEN } = parsed.data;
  return {
    url: (CMS_URL ?? `http://127.0.0.1:${CMS_PORT}`).replace(/\/+$/, ""),
    token: ESSAIM_IMPORT_TOKEN ?? (await savedToken(join(DATA_DIR, "secrets.json"))),
  };
}

const withoutEmpty = (environment: Readonly<Record<string, string | undefined>>) =>
  Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));

async function savedToken(path: string): Promise<string> {
  try {
    return secretsSchema.parse(JSON.parse(await readFile(path, "utf8"))).ESSAIM_IMPORT_TOKEN;
  } catch (cause) {
    throw new WrongEnvironment(
      `jeton d’import introuvable : démarrez le portail (npm start), ou donnez ESSAIM_IMPORT_TOKEN (lu dans ${path})`,
      { cause },
    );
  }
}
