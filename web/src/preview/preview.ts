import { localeSchema, type PreviewType, type PublishedDocument, previewPath } from "@essaim/content";
import type { Loader } from "../content/load.ts";
import { localizedPath, sectionPath, standingPages } from "../routing/index.ts";
import { headersOfFile } from "../server/media/send-media.ts";
import { createRender, type RendererOptions } from "../server/render.ts";
import type { Reply } from "../server/send.ts";
import { checkLink, type DraftSource, type LinkRefusal, readDraft, readDraftFile, withDraft } from "./draft.ts";

/** What previews are made with. */
export interface PreviewOptions extends DraftSource {
  readonly app: RendererOptions["app"];
  readonly loader: Loader;
  readonly publicUrl: string;
}

/** What holders of a link to a draft get, or the status of a refusal. */
export interface Preview {
  /** The page that will show the draft, or that shows what is published. */
  page(link: string): Promise<Reply | LinkRefusal>;
  /** A file that the draft shows, by its name on the site. */
  file(link: string, name: string): Promise<Reply | LinkRefusal>;
}

/**
 * Shows drafts on the page that will show them once published. What is made here is sent once: it passes by the page store, and never into it.
 * @see docs/decisions/0051-drafts-on-the-real-page.md
 */
export const createPreview = ({ app, loader, publicUrl, ...source }: PreviewOptions): Preview => ({
  async page(link) {
    const claims = await checkLink(link, source.secret);
    if (typeof claims === "number") return claims;
    const { type, documentId, locale, until, desk } = claims;
    const isDraft = claims.status === "draft";
    const document = isDraft
      ? await readDraft(link, type, source)
      : ((await loader.load(type, { documentId, locale, fallback: false }, new Set())) ?? 404);
    if (typeof document === "number") return document;
    const path = pagePathOf(document);
    if (path === undefined) return 404;
    const render = createRender({
      app,
      loader: withDraft(loader, document),
      publicUrl,
      preview: { isDraft, until: new Date(until) },
    });
    const { status, headers, body } = await render(path);
    return {
      status,
      headers: headers.map(([name, value]) => framedBy(desk, name, value)).concat(unlisted),
      body: isDraft ? withDraftFiles(body, document, link) : body,
    };
  },

  async file(link, name) {
    const claims = await checkLink(link, source.secret);
    if (typeof claims === "number") return claims;
    if (claims.status !== "draft") return 404;
    const body = await readDraftFile(link, name, source);
    return typeof body === "number"
      ? body
      : { status: 200, headers: [...headersOfFile(name, name), ...unlisted], body };
  },
});

/** Address of the page that shows a document; undefined for a page of the CMS that the site has no place for. */
function pagePathOf(document: PublishedDocument<PreviewType>): string | undefined {
  const locale = localeSchema.parse(document.locale);
  if (document.type !== "page") return localizedPath(document.type, encodeURIComponent(document.slug), locale);
  const name = standingPages.find((page) => page === document.uid);
  return name && sectionPath(name, locale);
}

/** The page with the draft’s own files asked for by the link: at their usual address stand only those of what is published. */
function withDraftFiles(body: Buffer, { data }: PublishedDocument<PreviewType>, link: string): Buffer {
  const own = new Set([...JSON.stringify(data).matchAll(/"hash":"([0-9a-f]{64})"/g)].map(([, hash]) => hash));
  const html = body
    .toString()
    .replace(/\/media\/(([0-9a-f]{64})[\w-]*\.\w+)/g, (address, name: string, hash: string) => {
      return own.has(hash) ? `${previewPath}${name}?lien=${link}` : address;
    });
  return Buffer.from(html);
}

const unlisted: (readonly [string, string])[] = [
  ["cache-control", "no-store"],
  ["x-robots-tag", "noindex"],
];

/** The desk that signed the link may show the page inside its own. */
const framedBy = (desk: string, name: string, value: string): readonly [string, string] => [
  name,
  name === "content-security-policy" ? value.replace("frame-ancestors 'none'", `frame-ancestors ${desk}`) : value,
];
