import type { TestProject } from "vitest/node";
import { Desk } from "../../scripts/desk.ts";
import { type PortalAddress, startPortal } from "../../scripts/portal.ts";

declare module "vitest" {
  interface ProvidedContext {
    portal: PortalAddress;
  }
}

/** Starts one portal for all journeys: each project of theirs is set up, and the first to come starts it. */
export default async function setup({ vitest }: TestProject): Promise<(() => Promise<void>) | undefined> {
  if ("portal" in vitest.getRootProject().getProvidedContext()) return undefined;
  const portal = await startPortal();
  const { site, cms, engine, admin, dataDir } = portal;
  const { token } = await Desk.signIn(portal);
  vitest.provide("portal", { site, cms, engine, admin, dataDir, deskToken: token });
  return portal.stop;
}
