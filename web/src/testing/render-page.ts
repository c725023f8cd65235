import { experimental_AstroContainer as AstroContainer } from "astro/container";
import type { AstroComponentFactory } from "astro/runtime/server/index.js";
import type { Reading } from "../content/reading.ts";

/** Renders a page as the site does, at an address such as `/fr/kits/essai/?duree=60`. */
export async function renderPage(
  page: AstroComponentFactory,
  target: string,
  reading: Reading,
): Promise<{ status: number; html: string }> {
  const url = new URL(target, "https://essaim.example");
  const container = await AstroContainer.create();
  const [, , , slug, , pair] = url.pathname.split("/");
  const response = await container.renderToResponse(page, {
    request: new Request(url),
    params: { ...(slug && { slug }), ...(pair && { pair }) },
    locals: reading,
    partial: false,
  });
  return { status: response.status, html: await response.text() };
}
