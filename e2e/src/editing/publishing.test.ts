import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { z } from "zod";
import { Desk } from "../../../scripts/desk.ts";

const portal = inject("portal");
const sheet = "/solutions/centres-sociaux-connectes/";
const answerSchema = z.object({
  total: z.number(),
  hits: z.array(z.looseObject({ uid: z.string(), title: z.string() })),
});

const page = async (path: string) => (await fetch(portal.site + path)).text();
const search = async (q: string, locale: string) =>
  answerSchema.parse(await (await fetch(`${portal.site}/api/search?${new URLSearchParams({ q, locale })}`)).json());
const within = { timeout: 5000, interval: 20 };

describe("An editor at the desk", () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.signIn(portal);
  });

  it("publishes a new title and finds it on the page and by search", async () => {
    const { documentId, title, summary } = await desk.find("kit", "hackathon", "fr");
    await desk.publish(
      "kit",
      documentId,
      { summary: "Deux journées pour bricoler ensemble une passerelle brouzouf." },
      "fr",
    );
    await expect.poll(() => page("/fr/kits/hackathon/"), within).toContain("brouzouf");
    await expect
      .poll(async () => (await search("brouzouf", "fr")).hits.map(({ uid }) => uid), within)
      .toEqual(["hackathon"]);
    await desk.publish("kit", documentId, { title, summary }, "fr");
    await expect.poll(() => page("/fr/kits/hackathon/"), within).not.toContain("brouzouf");
    // A word that nobody wrote may find words that look like it, elsewhere.
    await expect
      .poll(async () => (await search("brouzouf", "fr")).hits.map(({ uid }) => uid), within)
      .not.toContain("hackathon");
  });

  it("saves a draft and nobody else sees it", async () => {
    const { documentId, summary } = await desk.find("kit", "hackathon", "fr");
    await desk.save("kit", documentId, { summary: "Brouillon secret zibeline" }, "fr");
    await sleep(1000);
    expect(await page("/fr/kits/hackathon/")).not.toContain("zibeline");
    // A word that nobody wrote may find words that look like it, elsewhere.
    expect((await search("zibeline", "fr")).hits.map(({ uid }) => uid)).not.toContain("hackathon");
    await desk.save("kit", documentId, { summary }, "fr");
  });

  it("renames a centre and every sheet that names it follows, on page and in search, in both languages, without a new version", async () => {
    const uid = "federation-des-centres-sociaux-du-nord";
    const { documentId, name } = await desk.find("centre", uid);
    const before = await page(`/fr${sheet}`);
    expect(before).toContain(String(name));
    await desk.save("centre", documentId, { name: "Fédération Zanzibar du Nord" });
    for (const locale of ["fr", "en"]) {
      await expect.poll(() => page(`/${locale}${sheet}`), within).toContain("Zanzibar");
      await expect
        .poll(async () => (await search("Zanzibar", locale)).hits.map((hit) => hit.uid), within)
        .toContain("centres-sociaux-connectes");
    }
    await desk.save("centre", documentId, { name });
    for (const locale of ["fr", "en"]) {
      await expect.poll(() => page(`/${locale}${sheet}`), within).not.toContain("Zanzibar");
      await expect.poll(async () => (await search("Zanzibar", locale)).total, within).toBe(0);
    }
  });

  it("withdraws the English sheet; the French one stays", async () => {
    const { documentId } = await desk.find("solution", "centres-sociaux-connectes", "en");
    const english = await page(`/en${sheet}`);
    await desk.unpublish("solution", documentId, "en");
    await expect.poll(() => page(`/en${sheet}`), within).not.toBe(english);
    expect((await fetch(`${portal.site}/fr${sheet}`)).status).toBe(200);
    await desk.publish("solution", documentId, {}, "en");
    await expect.poll(() => page(`/en${sheet}`), within).toBe(english);
  });
});
