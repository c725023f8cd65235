import { z } from "zod";

const address = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ""));

const environmentSchema = z
  .object({
    CMS_URL: address.default("http://127.0.0.1:1337"),
    ESSAIM_READ_TOKEN: z.string().min(1),
    MEILI_URL: address,
    MEILI_MASTER_KEY: z.string().min(1),
  })
  .transform((env) => ({
    cms: { url: env.CMS_URL, token: env.ESSAIM_READ_TOKEN },
    engine: { url: env.MEILI_URL, key: env.MEILI_MASTER_KEY },
  }));

/** What the follower and the reconciler are started with. */
export type Environment = z.infer<typeof environmentSchema>;

/** Parses the environment; throws one line that names each wrong variable. */
export function parseEnvironment(env: NodeJS.ProcessEnv): Environment {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const parsed = environmentSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  throw new Error(`Search can't start: ${faults.join("; ")}`);
}
