import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { Desk } from "../../../scripts/desk.ts";

const portal = inject("portal");
const page = "/fr/kits/hackathon/";
const words = "Brouillon mirliton";

describe("An editor looks at a draft on its real page", () => {
  let desk: Desk;
  let documentId: string;
  let summary: unknown;
  let link: string;
  beforeAll(async () => {
    desk = await Desk.signIn(portal);
    ({ documentId, summary } = await desk.find("kit", "hackathon", "fr"));
    await desk.save("kit", documentId, { summary: words }, "fr");
    link = await desk.previewAddress("kit", documentId, "fr");
  });
  afterAll(() => desk.save("kit", documentId, { summary }, "fr"));

  it("sees it, with a banner, and no machine keeps or lists it", async () => {
    const answer = await fetch(link);
    const html = await answer.text();
    expect(answer.status).toBe(200);
    expect(html).toContain(words);
    expect(html).toMatch(/Aperçu d’un brouillon, visible jusqu’à \d+\u00a0h\u00a0\d{2}/);
    expect(html).toContain('<meta name="robots" content="noindex"');
    expect(html).not.toContain('rel="canonical"');
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(answer.headers.get("x-robots-tag")).toBe("noindex");
  });

  it("lets the desk show it inside its own page, and nobody else", async () => {
    const policy = (await fetch(link)).headers.get("content-security-policy") ?? "";
    expect(/frame-ancestors ([^;]+)/.exec(policy)?.[1]).toBe(new URL(portal.cms).origin);
    const live = (await fetch(portal.site + page)).headers.get("content-security-policy") ?? "";
    expect(live).toContain("frame-ancestors 'none'");
  });

  it("is alone to see it: page, twins, news and search say what is published", async () => {
    await (await fetch(link)).text();
    for (const path of [page, "/fr/kits/hackathon.json", "/fr/kits/hackathon.md", "/fr/rss.xml", "/fr/kits/"])
      expect(await (await fetch(portal.site + path)).text(), path).not.toContain(words);
    expect(await (await fetch(`${portal.site}/api/search?q=mirliton&locale=fr`)).json()).toMatchObject({ total: 0 });
  });

  it("sees the pictures that only the draft shows, for as long as the link is good and nowhere else", async () => {
    const png = await readFile(new URL("../../../web/public/share.png", import.meta.url));
    const file = await desk.upload(png, "brouillon.png", "image/png");
    await desk.save("kit", documentId, { cover: { file, alt: "Un mirliton" } }, "fr");
    try {
      const signed = new URL(link).search;
      const html = await (await fetch(link)).text();
      const names = [...html.matchAll(/\/apercu\/([0-9a-f]{64}[\w.-]+)\?lien=([\w.-]+)/g)].map(([, name = ""]) => name);
      expect(names.length).toBeGreaterThan(1);
      for (const name of new Set(names)) {
        const answer = await fetch(`${portal.site}/apercu/${name}${signed}`);
        expect([answer.status, answer.headers.get("cache-control")], name).toEqual([200, "no-store"]);
        const ending = name.split(".")[1]?.replace("jpg", "jpeg") ?? "";
        expect(answer.headers.get("content-type"), name).toBe(`image/${ending}`);
        expect((await answer.arrayBuffer()).byteLength, name).toBeGreaterThan(500);
        expect((await fetch(`${portal.site}/media/${name}`)).status, name).toBe(404);
        expect((await fetch(`${portal.site}/apercu/${name}${signed.slice(0, -4)}`)).status, name).toBe(403);
      }
      expect((await fetch(`${portal.site}/apercu/${"0".repeat(64)}.png${signed}`)).status).toBe(404);
    } finally {
      await desk.save("kit", documentId, { cover: null }, "fr");
    }
  });

  it("sees a page of the portal itself before it is published", async () => {
    const about = await desk.find("page", "about", "fr");
    await desk.save("page", about.documentId, { summary: words }, "fr");
    try {
      const html = await (await fetch(await desk.previewAddress("page", about.documentId, "fr"))).text();
      expect(html).toContain(words);
      expect(html).toContain("Aperçu d’un brouillon");
      expect(await (await fetch(`${portal.site}/fr/a-propos/`)).text()).not.toContain(words);
    } finally {
      await desk.save("page", about.documentId, { summary: about["summary"] }, "fr");
    }
  });

  it("gets a page that says so when the link was changed or cut", async () => {
    for (const bad of [link.slice(0, -4), link.replace(/lien=./, "lien=Z"), `${portal.site}/apercu/`]) {
      const answer = await fetch(bad);
      expect(answer.status, bad).toBe(403);
      const html = await answer.text();
      expect(html).toContain("Ce lien n’ouvre rien ici");
      expect(html).not.toContain(words);
    }
  });
});
