import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { isFromSeed } from "./first-content.ts";
import { cmsUrl, type PortalPlan, publicUrl } from "./parts.ts";
import type { Settings } from "./settings.ts";

const fileSchema = z.object({
  password: z.string(),
  accounts: z.array(
    z.object({
      email: z.string(),
      name: z.string(),
      centre: z.string().optional(),
      person: z.string().optional(),
      federation: z.boolean().optional(),
      /** Who this is, in French, for the terminal. */
      as: z.string(),
    }),
  ),
});
const answerSchema = z.object({ open: z.array(z.string()) });

/** Accounts that anybody may try the portal with. */
export interface DemonstrationAccounts {
  readonly password: string;
  readonly accounts: readonly { readonly email: string; readonly as: string }[];
}

const loopback = /^(localhost|127(\.\d+){3}|\[?::1\]?)$/;

/** Whether nobody but people at this machine reaches the portal. */
export const isLocal = (settings: Settings): boolean =>
  loopback.test(settings.HOST) && loopback.test(new URL(publicUrl(settings)).hostname);

/** Whether accounts with a known password may be: unless told, where the seed is shown to this machine alone. */
export const wantsDemonstration = (settings: Settings, fromSeed: boolean): boolean =>
  settings.ESSAIM_DEMO_ACCOUNTS === undefined ? fromSeed && isLocal(settings) : settings.ESSAIM_DEMO_ACCOUNTS === "yes";

/** Makes the demonstration accounts, or closes them where the portal has become one for everybody; answers those that let somebody in. */
export async function settleDemonstration(plan: PortalPlan): Promise<DemonstrationAccounts | undefined> {
  const { root, settings, secrets } = plan;
  const fromSeed = isFromSeed(plan);
  const open = wantsDemonstration(settings, fromSeed);
  if (!open && !fromSeed) return undefined;
  const { password, accounts } = fileSchema.parse(
    JSON.parse(readFileSync(join(root, "seed/demonstration.json"), "utf8")),
  );
  const response = await fetch(`${cmsUrl(settings)}/api/package/demonstration`, {
    method: "POST",
    headers: { authorization: `Bearer ${secrets.ESSAIM_IMPORT_TOKEN}`, "content-type": "application/json" },
    body: JSON.stringify({ open, password, accounts: accounts.map(({ as: _, ...account }) => account) }),
    signal: AbortSignal.timeout(30_000),
  });
  if (!response.ok) throw new Error(`the CMS answers ${response.status} to the demonstration accounts`);
  const answer = answerSchema.parse(await response.json());
  const opened = accounts.filter(({ email }) => answer.open.includes(email));
  return opened.length > 0 ? { password, accounts: opened } : undefined;
}
