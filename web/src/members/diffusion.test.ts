import { afterAll, beforeAll, expect, test } from "vitest";
import { cookieOf, type MemberSite, startMemberSite } from "../testing/member-site.ts";

let site: MemberSite;
beforeAll(async () => {
  site = await startMemberSite("diffusion-page");
}, 300_000);
afterAll(() => site?.stop());

const page = "/fr/diffusion/";

test("the view of all centres is for the federation's team, who narrow it, take it along and say what they have seen", async () => {
  const { cms, get, post, signIn } = site;
  const cookie = cookieOf(await signIn());
  expect((await get(page)).headers.get("location")).toContain("/fr/connexion/?suite=");
  const refused = await get(page, cookie);
  expect([refused.status, await refused.text()]).toEqual([403, expect.stringContaining("ne peut pas faire cela")]);

  const sheet = { title: "Café <b>", summary: "Une fiche." };
  const adoption = { centre: "phare", resource: "solution/cafe", version: 1, stage: "adopted", visibility: "all" };
  const line = { locale: "fr", sourceLocale: "fr", status: "published", files: {} };
  const entries = [
    { ...line, type: "centre", uid: "phare", data: { name: "Le Phare", kind: "centre-social" } },
    { ...line, type: "solution", uid: "cafe", data: sheet },
    {
      ...line,
      type: "adoption",
      uid: "phare-cafe",
      data: { ...adoption, history: [{ stage: "adopted", on: "2026-01-15" }] },
    },
  ];
  expect((await cms.ask("/api/package/entries", { method: "POST", body: { entries } })).status).toBe(200);
  await cms.run((strapi) =>
    strapi.db
      .query("plugin::users-permissions.user")
      .update({ where: { email: "amina@escale.test" }, data: { federation: true } }),
  );
  expect((await signIn()).headers.get("location")).toBe(page);
  const html = await (await get(page, cookie)).text();
  expect(html).toMatch(/<nav[^>]*aria-label="Vos pages".*href="\/fr\/diffusion\/" aria-current="page"/s);
  expect(html).toContain("Café &lt;b&gt;");
  expect(html).toContain("1 bilan attendu");
  const asking = { of: "solution/cafe", text: "Combien ?", name: "Inès", email: "ines@dehors.test" };
  const question = { ...asking, locale: "fr", origin: "192.0.2.9" };
  const asked = await cms.ask("/api/member/questions", { method: "POST", token: cms.readToken, body: question });
  expect(asked.status).toBe(204);
  const waiting = await (await get(page, cookie)).text();
  expect(waiting).toMatch(/id="questions-title"[\s\S]*Café &lt;b&gt;[\s\S]*Inès/);
  expect(waiting).not.toContain("ines@");
  const invited = await post(page, { act: "invite", email: "luc@phare.test", centre: "phare" }, { cookie });
  const pending = await invited.text();
  expect(pending).toMatch(/1 invitation en attente<.*luc@phare\.test<.*Le Phare</s);
  const id = /name="id" value="([^"]+)"[^>]*>\s*<button[^>]*value="inviteAgain"/.exec(pending)?.[1] ?? "";
  expect(await (await post(page, { act: "inviteAgain", id }, { cookie })).text()).toContain("avec un nouveau lien");
  const cancelled = await (await post(page, { act: "cancelInvitation", id }, { cookie })).text();
  expect(cancelled).toContain("L’invitation est annulée");
  expect(cancelled).not.toContain("luc@phare");
  expect(html).toMatch(/1 centre sans fiche reprise/);
  expect(await (await get(`${page}?stage=running`, cookie)).text()).toContain("Rien ne correspond");
  const file = await get(`${page}?format=csv`, cookie);
  expect([file.status, file.headers.get("cache-control")]).toEqual([200, "private, no-store"]);
  expect(file.headers.get("content-disposition")).toMatch(/^attachment; filename="essaimage-\d{4}-\d\d-\d\d\.csv"$/);
  expect(await file.text()).toContain("Café <b>;Le Phare;;En place;2026-01-15");
  const at = /name="at" value="([^"]+)"/.exec(html)?.[1] ?? "";
  expect((await post(page, { at }, { cookie })).headers.get("location")).toBe(page);
  expect(await (await get(page, cookie)).text()).toContain("Vous aviez tout vu le");
}, 60_000);
