import { z } from "zod";

const port = z.coerce.number().int().min(1).max(65_535);

const environmentSchema = z
  .object({
    PORT: port.default(4321),
    HOST: z.string().min(1).default("127.0.0.1"),
    DATA_DIR: z.string().min(1).default(".data"),
    CMS_URL: z.url({ protocol: /^https?$/ }).default("http://127.0.0.1:1337"),
    ESSAIM_READ_TOKEN: z.string().min(1),
    PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
    PREVIEW_SECRET: z.string().min(20).optional(),
  })
  .transform((env) => ({
    port: env.PORT,
    host: env.HOST,
    dataDir: env.DATA_DIR,
    cmsUrl: env.CMS_URL.replace(/\/+$/, ""),
    readToken: env.ESSAIM_READ_TOKEN,
    /** Signs the links to drafts; without it there are no previews. */
    previewSecret: env.PREVIEW_SECRET,
    /** Origin of the site's addresses, without a slash at the end. */
    publicUrl: new URL(env.PUBLIC_URL ?? `http://${env.HOST}:${env.PORT}`).origin,
  }));

/** What the site is started with. */
export type Environment = z.infer<typeof environmentSchema>;

/** Parses the environment; throws one line that names each wrong variable. */
export function parseEnvironment(env: NodeJS.ProcessEnv): Environment {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const parsed = environmentSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  throw new Error(`The site can't start: ${faults.join("; ")}`);
}
