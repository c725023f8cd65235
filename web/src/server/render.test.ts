import { expect, test } from "vitest";
import type { Loader, WrittenPages } from "../content/load.ts";
import { CmsUnavailable } from "../content/unavailable.ts";
import { createRender } from "./render.ts";

/** Renders a page that goes on without the names of the portal's pages where it can't have them. */
async function rendered(writtenPages: (tags: Set<string>) => Promise<WrittenPages>) {
  const app = {
    render: async (_: Request, options?: { locals?: object }) => {
      const locals = options?.locals as App.Locals;
      const names = await locals.writtenPages().catch(() => new Set<string>());
      return new Response([...names].join());
    },
  };
  const loader = {
    writtenPages: (tags: Set<string>) => {
      tags.add("type:page");
      return writtenPages(tags);
    },
  } as unknown as Loader;
  const { body, shared, status } = await createRender({ app, loader, publicUrl: "https://essaim.example" })("/fr/");
  return { status, shared, body: body.toString() };
}

test("a page that had all that it asked for is for every reader", async () => {
  const answer = await rendered(async () => ({ names: new Set(["about"]), isOld: false }));
  expect(answer).toEqual({ status: 200, shared: true, body: "about" });
});

test("a page that did without an answer of the CMS, or with an old one, is for this reader alone", async () => {
  const old = await rendered(async () => ({ names: new Set(["about"]), isOld: true }));
  expect(old).toEqual({ status: 200, shared: false, body: "about" });
  const none = await rendered(async () => Promise.reject(new CmsUnavailable("gone")));
  expect(none).toEqual({ status: 200, shared: false, body: "" });
});
