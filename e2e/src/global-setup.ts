import type { TestProject } from "vitest/node";
import { type PortalAddress, startPortal } from "../../scripts/portal.ts";

declare module "vitest" {
  interface ProvidedContext {
    portal: PortalAddress;
  }
}

/** Starts one portal for all journeys. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const portal = await startPortal();
  const { site, cms, admin, dataDir } = portal;
  project.provide("portal", { site, cms, admin, dataDir });
  return portal.stop;
}
