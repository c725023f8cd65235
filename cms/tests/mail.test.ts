import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { calendarDay } from "@essaim/content";
import { afterEach, describe, expect, test } from "vitest";
import { administrator, type Cms, makeHome, startCms } from "./harness.ts";
import { takeMail } from "./mail-server.ts";
import { signInAs } from "./member-calls.ts";
import { entry } from "./samples.ts";

describe("Mail", () => {
  let cms: Cms;
  afterEach(() => cms?.stop());

  const forget = (email: string) => cms.ask("/admin/forgot-password", { method: "POST", token: null, body: { email } });
  const outbox = () => {
    const folder = join(cms.home.dataDir, "outbox");
    return readdirSync(folder).map((name) => join(folder, name));
  };

  test("without an SMTP server waits in the outbox, where a link gives the desk a new password, once", async () => {
    cms = await startCms();
    expect((await forget(administrator.email)).status).toBe(204);
    await expect.poll(outbox).toHaveLength(2);
    const files = outbox().sort();
    expect(files[0]).toMatch(/\/\d{4}-\d\d-\d\d-\d{6}-\d{3}-choisir-un-nouveau-mot-de-passe-[0-9a-f]{4}\.eml$/);
    expect(statSync(files[0] ?? "").mode & 0o777).toBe(0o600);
    expect(readFileSync(files[0] ?? "", "utf8")).toMatch(/^From: Essaim <ne-pas-repondre@essaim\.example>/m);
    const text = readFileSync(files[1] ?? "", "utf8");
    expect(text).toContain(`À : ${administrator.email}\nObjet : Choisir un nouveau mot de passe\n`);
    const resetPasswordToken = new RegExp(`${cms.url}/admin/auth/reset-password\\?code=(\\w+)`).exec(text)?.[1];
    const choose = (password: string) =>
      cms.ask("/admin/reset-password", { method: "POST", token: null, body: { password, resetPasswordToken } });
    expect((await choose("Un-autre-mot-2026")).status).toBe(200);
    expect((await choose("Un-troisieme-2026")).status).toBe(400);
    const signIn = async (password: string) => {
      const body = { email: administrator.email, password };
      return (await cms.ask("/admin/login", { method: "POST", token: null, body })).status;
    };
    expect([await signIn("Un-autre-mot-2026"), await signIn(administrator.password)]).toEqual([200, 400]);
  });

  test("goes to the SMTP server that is named, from the sender that is named, and leaves nothing behind", async () => {
    const server = await takeMail();
    cms = await startCms({ environment: { SMTP_URL: server.url, MAIL_FROM: "Réseau <reseau@example.org>" } });
    await forget("personne@example.org");
    await forget(administrator.email);
    await expect.poll(() => server.received.length).toBe(1);
    expect(server.received[0]).toContain(`To: ${administrator.email}`);
    expect(server.received[0]).toMatch(/^From: =\?UTF-8\?.+ <reseau@example\.org>/m);
    expect(outbox).toThrow("ENOENT");
    server.stop();
  });

  test("a question and its answer wait for a server that takes them, also when the CMS ends meanwhile, and are sent once", {
    timeout: 240_000,
  }, async () => {
    const home = await makeHome("sqlite");
    const away = await takeMail();
    away.stop();
    const restart = async () => {
      cms = await startCms({ home, environment: { SMTP_URL: away.url, PUBLIC_URL: "https://essaim.test" } });
    };
    const site = (path: string, body: object) =>
      cms.ask(`/api/member/${path}`, { method: "POST", token: cms.readToken, body });
    await restart();
    const entries = [entry("centre", "escale", { name: "L’Escale", kind: "centre-social" })];
    expect((await cms.ask("/api/package/entries", { method: "POST", body: { entries } })).status).toBe(200);
    await signInAs(cms, "Amina", "escale");
    const asked = { of: "centre/escale", text: "Quand ?", name: "Inès", email: "ines@dehors.test", locale: "fr" };
    expect((await site("questions", { ...asked, origin: "192.0.2.1" })).status).toBe(204);
    await cms.kill();
    const server = await takeMail(undefined, Number(new URL(away.url).port));
    await restart();
    await expect.poll(() => server.received.length, { timeout: 10_000 }).toBe(1);
    server.stop();
    expect(server.received[0]).toContain("To: amina@essaim.test");
    const read = server.received[0]?.replaceAll("=\r\n", "").replaceAll("=3D", "=") ?? "";
    const link = /\?lien=([\w-]{43})/.exec(read)?.[1] ?? "";
    expect((await site("question/answer", { link, text: "Jeudi." })).status).toBe(200);
    await cms.kill();
    const again = await takeMail(undefined, Number(new URL(away.url).port));
    await restart();
    await expect.poll(() => again.received.length, { timeout: 10_000 }).toBe(1);
    expect(again.received[0]).toContain("To: ines@dehors.test");
    expect((await site("questions", { ...asked, origin: "192.0.2.1" })).status).toBe(204);
    await expect.poll(() => again.received.length, { timeout: 10_000 }).toBe(2);
    expect(again.received[1]).toContain("To: amina@essaim.test");
    again.stop();
    await cms.stop();
    await home.dispose();
  });

  test("an address that takes no mail keeps nobody else's news back, and isn't tried again", async () => {
    const server = await takeMail((line) => (line.includes("perdue@") ? "550 no such mailbox" : undefined));
    cms = await startCms({ environment: { SMTP_URL: server.url, PUBLIC_URL: "https://essaim.test" } });
    const entries = [
      ...["escale", "phare"].map((uid) => entry("centre", uid, { name: uid, kind: "centre-social" })),
      entry("solution", "cafe", { title: "Café", summary: "Un café.", centres: ["escale"] }),
    ];
    expect((await cms.ask("/api/package/entries", { method: "POST", body: { entries } })).status).toBe(200);
    await signInAs(cms, "Perdue", "escale");
    await signInAs(cms, "Amina", "escale");
    const phare = await signInAs(cms, "Bruno", "phare");
    const asked = { resource: "solution/cafe", stage: "interested", on: calendarDay(new Date()), visibility: "all" };
    expect((await phare("adoptions?locale=fr", asked)).status).toBe(200);
    await expect.poll(() => server.received.length, { timeout: 5_000 }).toBe(1);
    expect(server.received[0]).toContain("To: amina@essaim.test");
    const states = () =>
      cms.run(async (strapi) =>
        (await strapi.db.connection("essaim_notices").orderBy("user_id")).map((row) => row.mail),
      );
    await expect.poll(states, { timeout: 5_000 }).toEqual(["none", "sent"]);
    server.stop();
  });
});
