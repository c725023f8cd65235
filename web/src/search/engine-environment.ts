import { z } from "zod";

const environmentSchema = z.object({
  MEILI_URL: z.url({ protocol: /^https?$/ }).optional(),
  MEILI_MASTER_KEY: z.string().default(""),
});

/** Where the search server is; undefined where the portal runs without one. */
export function engineAddress(env: NodeJS.ProcessEnv): { readonly url: string; readonly key: string } | undefined {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const { MEILI_URL, MEILI_MASTER_KEY } = environmentSchema.parse(given);
  return MEILI_URL === undefined ? undefined : { url: MEILI_URL, key: MEILI_MASTER_KEY };
}
