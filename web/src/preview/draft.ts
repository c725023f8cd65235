import { type PreviewClaims, type PreviewType, type PublishedDocument, previewMs, readPreview } from "@essaim/content";
import type { Loader } from "../content/load.ts";
import { parseDocument } from "../content/parse-document.ts";
import { CmsUnavailable } from "../content/unavailable.ts";

/** Where drafts come from, and the key that links to them are signed with. */
export interface DraftSource {
  readonly cmsUrl: string;
  readonly token: string;
  /** Absent on a portal without previews. */
  readonly secret: string | undefined;
  readonly timeoutMs: number;
}

/** Why a link shows nothing, as an HTTP status. */
export type LinkRefusal = 403 | 404 | 410;

/** What a link allows, or why it allows nothing. */
export async function checkLink(link: string, secret: string | undefined): Promise<PreviewClaims | LinkRefusal> {
  if (!secret) return 403;
  const claims = await readPreview(link, secret, Date.now());
  if (claims === "forged") return 403;
  // A link that outlives the usual time was not made by the desk as it is now.
  return claims === "expired" || claims.until > Date.now() + 2 * previewMs ? 410 : claims;
}

/** Asks the CMS, which checks the link again. */
async function ask(path: string, { cmsUrl, token, timeoutMs }: DraftSource): Promise<Response | LinkRefusal> {
  const address = `${cmsUrl}/api/preview/${path}`;
  const response = await fetch(address, {
    headers: { authorization: `Bearer ${token}` },
    signal: AbortSignal.timeout(timeoutMs),
  }).catch((cause: unknown) => {
    throw new CmsUnavailable("The CMS did not answer for a draft.", { cause });
  });
  if (response.status === 403 || response.status === 404 || response.status === 410) {
    await response.body?.cancel();
    return response.status;
  }
  if (!response.ok) throw new CmsUnavailable(`The CMS answered ${response.status} for a draft.`);
  return response;
}

/** The draft that a link allows to see. */
export async function readDraft(
  link: string,
  type: PreviewType,
  source: DraftSource,
): Promise<PublishedDocument<PreviewType> | LinkRefusal> {
  const response = await ask(encodeURIComponent(link), source);
  if (typeof response === "number") return response;
  const parsed = parseDocument(type, await response.json());
  if (!parsed.ok) throw new Error(`The draft breaks the contract: ${parsed.refusal.field} ${parsed.refusal.message}`);
  return parsed.document;
}

/** The bytes of a file that the draft shows, by its name on the site. */
export async function readDraftFile(link: string, name: string, source: DraftSource): Promise<Buffer | LinkRefusal> {
  const response = await ask(`${encodeURIComponent(link)}/${encodeURIComponent(name)}`, source);
  return typeof response === "number" ? response : Buffer.from(await response.arrayBuffer());
}

/** A loader that answers with the draft where its page asks for the document, and with what is published elsewhere. */
export const withDraft = (loader: Loader, draft: PublishedDocument<PreviewType>): Loader => ({
  ...loader,
  load: async (type, ref, tags) => {
    // The slug of a draft may be anything: its page reads it as it stands in the address.
    const slugs = [draft.slug, encodeURIComponent(draft.slug)];
    const asked = ("slug" in ref && slugs.includes(ref.slug)) || ("uid" in ref && ref.uid === draft.uid);
    return asked && isOfType(draft, type) ? draft : loader.load(type, ref, tags);
  },
});

const isOfType = <T extends PublishedDocument["type"]>(
  document: PublishedDocument,
  type: T,
): document is PublishedDocument<T> & PublishedDocument => document.type === type;
