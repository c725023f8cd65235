import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Cms, type Home, makeHome, startCms } from "./harness.ts";

/** The content manager’s configuration of every type or component of ours, as the desk reads it; but for `id`, which Strapi itself changes its mind on. */
const configurations = (cms: Cms) =>
  cms.run(async (strapi) => {
    const manager = strapi.plugin("content-manager");
    const [types, components] = [manager.service("content-types"), manager.service("components")];
    const all: Record<string, unknown> = {};
    const shown = (name: string) => name.startsWith("api::") || name === "plugin::users-permissions.user";
    for (const uid of Object.keys(strapi.contentTypes).filter(shown))
      all[uid] = await types["findConfiguration"](types["findContentType"](uid));
    for (const uid of Object.keys(strapi.components))
      all[uid] = await components["findConfiguration"](components["findComponent"](uid));
    return JSON.parse(JSON.stringify(all, (key, value) => (key === "id" ? undefined : value)));
  });

describe("The desk is arranged at the start", () => {
  let home: Home;
  let cms: Cms;
  beforeAll(async () => {
    home = await makeHome("sqlite");
    cms = await startCms({ home });
  });
  afterAll(async () => {
    await cms.stop();
    await home.dispose();
  });

  test("every attribute that an editor can meet has a French label", async () => {
    const technical = ["documentId", "localizations", "locale", "publishedAt", "createdBy", "updatedBy"];
    for (const [uid, { metadatas }] of Object.entries<ReturnType<typeof JSON.parse>>(await configurations(cms))) {
      for (const [attribute, { edit, list }] of Object.entries<ReturnType<typeof JSON.parse>>(metadatas)) {
        if (technical.includes(attribute)) continue;
        expect(edit.label ?? list.label, `${uid} ${attribute}`).not.toBe(attribute);
        expect(list.label, `${uid} ${attribute}`).not.toBe(attribute);
      }
    }
  });

  test("a solution reads like its sheet, and its list shows title, centres, maturity and change", async () => {
    const { layouts, metadatas, settings } = (await configurations(cms))["api::solution.solution"];
    expect(layouts.edit.slice(0, 3)).toEqual([
      [{ name: "title", size: 12 }],
      [
        { name: "slug", size: 6 },
        { name: "maturity", size: 6 },
      ],
      [{ name: "summary", size: 12 }],
    ]);
    expect(layouts.edit.flat().map(({ name }: { name: string }) => name)).toContain("relatedKits");
    expect(layouts.list).toEqual(["title", "centres", "maturity", "updatedAt"]);
    expect(metadatas.startingSituation.edit).toMatchObject({ label: "Situation de départ", heading: "L’histoire" });
    expect(metadatas.relatedKits.edit).toMatchObject({ label: "À voir aussi\u00a0: kits", mainField: "title" });
    expect(metadatas.objectives.edit.description).toBe("Un par ligne.");
    expect(metadatas.uid.edit).toMatchObject({ editable: false, label: "Identifiant" });
    expect(settings).toMatchObject({ mainField: "title", defaultSortBy: "updatedAt", defaultSortOrder: "DESC" });
  });

  test("what somebody changes by hand is as the code says at the next start, and nothing else moves", async () => {
    const before = await configurations(cms);
    await cms.run(async (strapi) => {
      const types = strapi.plugin("content-manager").service("content-types");
      const model = types["findContentType"]("api::kit.kit");
      const known = await types["findConfiguration"](model);
      known.metadatas.title.edit.label = "Nom";
      known.layouts.list = ["uid"];
      await types["updateConfiguration"](model, known);
    });
    await cms.stop();
    cms = await startCms({ home });
    expect(await configurations(cms)).toEqual(before);
  });
});
