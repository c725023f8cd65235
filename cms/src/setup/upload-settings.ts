import type { Core } from "@strapi/strapi";
import { z } from "zod";

interface UploadService {
  getSettings(): Promise<unknown>;
  setSettings(settings: Record<string, unknown>): Promise<unknown>;
}

const wanted = { sizeOptimization: false, responsiveDimensions: false, autoOrientation: false } as const;

/** Keeps files as they were given: their hash is their name, and packages must carry the same bytes back. */
export async function keepFilesAsGiven(strapi: Core.Strapi): Promise<void> {
  const service: UploadService = strapi.plugin("upload").service("upload");
  const settings = z.record(z.string(), z.unknown()).parse((await service.getSettings()) ?? {});
  if (Object.entries(wanted).every(([name, value]) => settings[name] === value)) return;
  await service.setSettings({ ...settings, ...wanted });
}
