import { afterAll, beforeAll, expect, test } from "vitest";
import { cookieOf, type MemberSite, startMemberSite } from "../testing/member-site.ts";

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
  expect(html).toContain('href="/nl/oplossingen/"');
  expect(await site.newestMessage("ines@port.test")).toContain("Uw aanvraag is aangekomen");
});

test("what can't stay is told beside its field, and what was typed is still there", async () => {
  const typed = { ...filled, email: "pas une adresse", website: "javascript:alert(1)", why: "<b>Bonjour</b>" };
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

test("the federation answers a request on its overview, and invites into a centre", async () => {
  await site.post("/fr/rejoindre/", {
    ...filled,
    email: "leo@port.test",
    centreName: "Le <b>Port</b>",
    website: "port.fr",
  });
  await site.cms.run((strapi) =>
    strapi.db
      .query("plugin::users-permissions.user")
      .update({ where: { email: "amina@escale.test" }, data: { federation: true } }),
  );
  const cookie = cookieOf(await site.signIn());
  const page = "/fr/diffusion/";
  const html = await (await site.get(page, cookie)).text();
  expect(html).toMatch(/2 demandes pour rejoindre.*Le &lt;b&gt;Port&lt;\/b&gt;.*href="https:\/\/port\.fr"/s);
  const id = /name="id" value="([^"]+)"/.exec(html.slice(html.indexOf("Le &lt;b&gt;Port")))?.[1] ?? "";
  const decide = (fields: Record<string, string>) => site.post(page, { id, ...fields }, { cookie });
  expect(await (await decide({ act: "accepted", centre: "" })).text()).toContain("La demande est acceptée");
  const again = await decide({ act: "declined", answer: "Non" });
  expect([again.status, await again.text()]).toEqual([409, expect.stringContaining("entre-temps")]);
  const { pathname, search } = await site.newestLink("leo@port.test");
  const opening = await (await site.get(pathname + search)).text();
  expect(opening).toMatch(/<input[^>]*name="name"[^>]*value="Inès"/);
  const invited = await decide({ act: "invite", email: "rose@escale.test", centre: "l-escale" });
  expect(await invited.text()).toContain("L’invitation est partie");
  expect(await site.newestMessage("rose@escale.test")).toContain("L’Escale");
});
