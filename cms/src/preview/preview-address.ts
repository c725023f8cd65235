import { localeSchema, type PreviewClaims, previewMs, previewPath, previewTypes, signPreview } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { z } from "zod";
import { environment } from "../environment.ts";

declare const strapi: Core.Strapi;

const askedSchema = z.object({
  documentId: z.string().min(1),
  locale: localeSchema,
  status: z.enum(["draft", "published"]).default("draft"),
});

/** The desk's own origin: as it is known outside, else as the request came in. */
const deskOrigin = (): string =>
  new URL(environment.CMS_PUBLIC_URL ?? strapi.requestContext.get()?.request.origin ?? ownAddress()).origin;

const ownAddress = (): string => String(strapi.config.get("server.absoluteUrl"));

/** The address of the page that shows an entry as it stands now; nothing for what has no page of its own. */
async function previewAddress(uid: string, asked: unknown): Promise<string | undefined> {
  const type = previewTypes.find((name) => uid === `api::${name}.${name}`);
  const entry = askedSchema.safeParse(asked);
  return type && entry.success ? signedAddress({ type, ...entry.data, desk: deskOrigin() }) : undefined;
}

/** The address that shows an entry for half an hour; undefined where the site’s address or the key for links isn’t known. */
export async function signedAddress(claims: Omit<PreviewClaims, "until">): Promise<string | undefined> {
  const { PREVIEW_SECRET: secret, PUBLIC_URL: site } = environment;
  if (!secret || !site) return undefined;
  const link = await signPreview({ ...claims, until: Date.now() + previewMs }, secret);
  return `${new URL(site).origin}${previewPath}?${new URLSearchParams({ lien: link })}`;
}

/** Strapi's settings of the preview: off where the site's address or the key for links isn't known. */
export const previewSettings = {
  enabled: environment.PREVIEW_SECRET !== undefined && environment.PUBLIC_URL !== undefined,
  config: {
    allowedOrigins: environment.PUBLIC_URL ? [new URL(environment.PUBLIC_URL).origin] : [],
    handler: previewAddress,
  },
};
