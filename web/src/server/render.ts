import type { createApp } from "astro/app/entrypoint";
import type { Loader } from "../content/load.ts";
import { createReading, type Preview } from "../content/reading.ts";
import { condense } from "../content/tags.ts";
import type { Visit } from "../members/visit.ts";
import { log, reasonOf } from "./log.ts";
import type { Rendered } from "./page-cache/page-store.ts";

/** What a renderer works with. */
export interface RendererOptions {
  readonly app: Pick<ReturnType<typeof createApp>, "render">;
  readonly loader: Loader;
  /** Origin of the site's addresses. */
  readonly publicUrl: string;
  /** Said on every page of this renderer. */
  readonly preview?: Preview;
  /** Whom its pages are made for. */
  readonly visit?: Visit;
}

/** Renders an address; nothing of a reader's request enters but what is given here. Never throws. */
export type Render = (target: string, headers?: Readonly<Record<string, string>>) => Promise<Rendered>;

/** Makes the function that has Astro render an address. */
export const createRender =
  ({ app, loader, publicUrl, ...forOne }: RendererOptions): Render =>
  async (target, headers = {}) => {
    const { reading, tags, unavailable } = createReading(loader, target.split("?", 1)[0] ?? target, forOne);
    try {
      const request = new Request(publicUrl + target, { headers });
      const response = await app.render(request, { locals: reading, addCookieHeader: true });
      const body = Buffer.from(await response.arrayBuffer());
      return {
        status: response.status === 500 && unavailable() ? 503 : response.status,
        headers: [...response.headers],
        body,
        tags: condense(tags),
        // A page that did without an answer of the CMS must not outlive the CMS’s silence.
        shared: tags.size > 0 && !unavailable() && !response.headers.has("set-cookie"),
      };
    } catch (error) {
      log("render-failed", { target, reason: reasonOf(error) });
      return { status: unavailable() ? 503 : 500, headers: [], body: Buffer.alloc(0), tags, shared: false };
    }
  };
