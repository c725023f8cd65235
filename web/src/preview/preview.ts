import { localeSchema } from "@essaim/content";
import type { Loader } from "../content/load.ts";
import { localizedPath } from "../routing/index.ts";
import { createRender, type RendererOptions } from "../server/render.ts";
import type { Reply } from "../server/send.ts";
import { checkLink, type DraftSource, type LinkRefusal, readDraft, withDraft } from "./draft.ts";

/** What previews are made with. */
export interface PreviewOptions extends DraftSource {
  readonly app: RendererOptions["app"];
  readonly loader: Loader;
  readonly publicUrl: string;
}

/** Answers a link to a draft: with the page, with the way to the published one, or with the status of a refusal. */
export type Preview = (link: string) => Promise<Reply | LinkRefusal>;

/**
 * Shows drafts on the page that will show them once published. What is made here is sent once: it passes by the page store, and never into it.
 * @see docs/decisions/0051-drafts-on-the-real-page.md
 */
export const createPreview =
  ({ app, loader, publicUrl, ...source }: PreviewOptions): Preview =>
  async (link) => {
    const claims = await checkLink(link, source.secret);
    if (typeof claims === "number") return claims;
    const { type, documentId, locale, until, desk } = claims;
    const document =
      claims.status === "published"
        ? ((await loader.load(type, { documentId, locale, fallback: false }, new Set())) ?? 404)
        : await readDraft(link, type, source);
    if (typeof document === "number") return document;
    const shown = localeSchema.parse(document.locale);
    const render = createRender({
      app,
      loader: withDraft(loader, document),
      publicUrl,
      preview: { isDraft: claims.status === "draft", until: new Date(until) },
    });
    const { status, headers, body } = await render(localizedPath(type, encodeURIComponent(document.slug), shown));
    return { status, headers: headers.map(([name, value]) => framedBy(desk, name, value)).concat(unlisted), body };
  };

const unlisted: (readonly [string, string])[] = [
  ["cache-control", "no-store"],
  ["x-robots-tag", "noindex"],
];

/** The desk that signed the link may show the page inside its own. */
const framedBy = (desk: string, name: string, value: string): readonly [string, string] => [
  name,
  name === "content-security-policy" ? value.replace("frame-ancestors 'none'", `frame-ancestors ${desk}`) : value,
];
