import { z } from "zod";
import { localeSchema } from "./locales.ts";
import { resourceTypes } from "./types/index.ts";

/** Types whose drafts can be seen on their page. */
export const previewTypes = [...resourceTypes, "page"] as const;

/** A type whose drafts can be seen on their page. */
export type PreviewType = (typeof previewTypes)[number];

/** What a link to a draft allows: to see this one, in this language, until then, inside a frame of the desk. */
const previewClaimsSchema = z.strictObject({
  type: z.enum(previewTypes),
  documentId: z.string().min(1).max(60),
  locale: localeSchema,
  status: z.enum(["draft", "published"]),
  /** Milliseconds since 1970. */
  until: z.int(),
  /** Origin of the desk's pages. */
  desk: z.url({ protocol: /^https?$/ }),
});

/** What a link to a draft allows. */
export type PreviewClaims = z.infer<typeof previewClaimsSchema>;

/** How long a link to a draft is good for, in milliseconds. */
export const previewMs = 30 * 60_000;

/** Where the site shows drafts and, by their names, the files that they show; the link follows as the parameter `lien`. */
export const previewPath = "/apercu/";

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const algorithm = { name: "HMAC", hash: "SHA-256" };

const keyOfSecret = (secret: string, use: "sign" | "verify") =>
  crypto.subtle.importKey("raw", bytesOf(secret), algorithm, false, [use]);

/** Base64 for addresses (RFC 4648, section 5). */
const toText = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");

function toBytes(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[\w-]+$/.test(text)) return undefined;
  try {
    return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));
  } catch {
    return undefined;
  }
}

/** Signs what a link allows (HMAC-SHA256): `claims.signature`, both in base64url. */
export async function signPreview(claims: PreviewClaims, secret: string): Promise<string> {
  const said = toText(bytesOf(JSON.stringify(claims)));
  const signature = await crypto.subtle.sign("HMAC", await keyOfSecret(secret, "sign"), bytesOf(said));
  return `${said}.${toText(new Uint8Array(signature))}`;
}

/** What a link allows at the time `now`; else why it allows nothing. */
export async function readPreview(
  link: string,
  secret: string,
  now: number,
): Promise<PreviewClaims | "forged" | "expired"> {
  const [said = "", signature = "", ...rest] = link.split(".");
  const [payload, signed] = [toBytes(said), toBytes(signature)];
  if (!payload || !signed || rest.length > 0) return "forged";
  const holds = await crypto.subtle.verify("HMAC", await keyOfSecret(secret, "verify"), signed, bytesOf(said));
  if (!holds) return "forged";
  const claims = previewClaimsSchema.safeParse(JSON.parse(new TextDecoder().decode(payload)));
  if (!claims.success) return "forged";
  return claims.data.until > now ? claims.data : "expired";
}
