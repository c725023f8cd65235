import { type PreviewClaims, signPreview } from "@essaim/content";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Cms, startCms } from "./harness.ts";

const secret = "preview-secret-for-the-tests";
const site = "https://essaim.example";

describe("A draft is seen by whoever holds a signed link, and by nobody else", () => {
  let cms: Cms;
  let documentId: string;
  beforeAll(async () => {
    cms = await startCms({ environment: { PREVIEW_SECRET: secret, PUBLIC_URL: site } });
    documentId = await cms.run(async (strapi) => {
      const data = {
        title: "Brouillon",
        steps: [{ when: "au printemps", duration: "3 mois" }],
        links: [{ title: "Lien", url: "pas une adresse" }],
        startingSituation: [{ type: "paragraph", children: [{ type: "text", text: "Au début" }] }],
      };
      return (await strapi.documents("api::solution.solution").create({ data: data as object, locale: "fr" }))
        .documentId;
    });
  });
  afterAll(() => cms?.stop());

  const link = (changes: Partial<PreviewClaims> = {}) =>
    signPreview(
      {
        type: "solution",
        documentId,
        locale: "fr",
        status: "draft",
        until: Date.now() + 60_000,
        desk: "https://redaction.example",
        ...changes,
      },
      secret,
    );
  const ask = async (signed: string, token: string | null = cms.readToken) =>
    cms.ask(`/api/preview/${signed}`, { token });

  test("with a link, what is written is answered in the shape of what is published, and what is missing is marked", async () => {
    const { status, body, headers } = await ask(await link());
    expect(status).toBe(200);
    expect(headers.get("cache-control")).toBe("no-store");
    expect(body).toMatchObject({ type: "solution", locale: "fr", slug: "brouillon", version: 1 });
    expect(body.data).toMatchObject({ title: "Brouillon", summary: "À écrire", slug: "brouillon" });
    expect(body.data.steps).toEqual([{ title: "À écrire", duration: "3 mois" }]);
    expect(body.data.links).toEqual([{ title: "Lien", url: "https://example.org/" }]);
    expect(body.data.startingSituation).toHaveLength(1);
  });

  test("nothing of it is published", async () => {
    expect((await cms.ask("/api/published/solution")).body.total).toBe(0);
    expect((await cms.ask("/api/changes?after=0")).body.changes).toEqual([]);
  });

  test("a token without a link opens nothing, nor a link without a token", async () => {
    expect((await ask("nothing")).status).toBe(403);
    expect((await ask(await link(), null)).status).toBe(401);
  });

  test("a link that is over, that another key signed, or that leads nowhere is refused as such", async () => {
    expect((await ask(await link({ until: Date.now() - 1 }))).status).toBe(410);
    const other = await signPreview(
      {
        type: "solution",
        documentId,
        locale: "fr",
        status: "draft",
        until: Date.now() + 60_000,
        desk: "https://a.example",
      },
      `${secret}!`,
    );
    expect((await ask(other)).status).toBe(403);
    expect((await ask(await link({ locale: "nl" }))).status).toBe(404);
    expect((await ask(await link({ documentId: "unknown" }))).status).toBe(404);
  });

  test("the desk makes such a link to the site, good for half an hour", async () => {
    const address = await cms.run(async (strapi, id) => {
      const service = strapi.plugin("content-manager").service("preview");
      return String(
        await service["getPreviewUrl"]("api::solution.solution", { documentId: id, locale: "fr", status: "draft" }),
      );
    }, documentId);
    expect(address).toMatch(/^https:\/\/essaim\.example\/apercu\/\?lien=/);
    const signed = new URL(address).searchParams.get("lien") ?? "";
    expect((await ask(signed)).status).toBe(200);
  });
});
