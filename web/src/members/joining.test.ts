import { afterAll, beforeAll, expect, test } from "vitest";
import { type MemberSite, startMemberSite } from "../testing/member-site.ts";

let site: MemberSite;
beforeAll(async () => {
  site = await startMemberSite("joining");
}, 300_000);
afterAll(() => site?.stop());

const filled = {
  ...{ centreName: "Centre du Port", kind: "association", postcode: "59140", city: "Dunkerque", website: "" },
  ...{ name: "Inès", email: "ines@port.test", why: "Partager nos ateliers.", nickname: "" },
};
const kept = () => site.cms.run((strapi) => strapi.db.query("api::join-request.join-request").count());

test("whoever wants to join is asked little, in each language, and told what comes next", async () => {
  for (const path of ["/fr/rejoindre/", "/en/join/", "/nl/aansluiten/"]) {
    const html = await (await site.get(path)).text();
    for (const name of Object.keys(filled)) expect(html, `${path} ${name}`).toContain(`name="${name}"`);
  }
  const answer = await site.post("/nl/aansluiten/", filled);
  const html = await answer.text();
  expect([answer.status, html.includes("Uw aanvraag is vertrokken")]).toEqual([200, true]);
  expect(html).not.toContain('name="centreName"');
  expect(await site.newestMessage("ines@port.test")).toContain("Uw aanvraag is aangekomen");
});

test("what can't stay is told beside its field, and what was typed is still there", async () => {
  const typed = { ...filled, email: "pas une adresse", website: "port.fr", why: "<b>Bonjour</b>" };
  const answer = await site.post("/fr/rejoindre/", typed);
  const html = await answer.text();
  expect(answer.status).toBe(400);
  for (const [name, words] of [
    ["email", "Écrivez une adresse telle que"],
    ["website", "Écrivez une adresse complète"],
  ] as const) {
    const [input] = new RegExp(`<input[^>]* name="${name}"[^>]*>`).exec(html) ?? [];
    expect(input).toContain('aria-invalid="true"');
    const ids = /aria-describedby="([^"]+)"/.exec(input ?? "")?.[1]?.split(" ") ?? [];
    expect(ids).toContain(`field-${name}-error`);
    expect(html.slice(html.indexOf(`id="field-${name}-error"`))).toContain(words);
  }
  expect(html).toContain('value="pas une adresse"');
  expect(html).toContain('value="Centre du Port"');
  expect(html).toContain('<option value="association" selected');
  expect(html).toContain("&lt;b&gt;Bonjour&lt;/b&gt;</textarea>");
});

test("programs that fill in everything are answered like people, and nothing is kept", async () => {
  const before = await kept();
  const answer = await site.post("/fr/rejoindre/", { ...filled, email: "robot@port.test", nickname: "robot" });
  expect(await answer.text()).toContain("Votre demande est partie");
  expect(await kept()).toBe(before);
});
