import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { buildServer, mainFile, output } from "./build.ts";
import { administrator, type Json, startCms } from "./harness.ts";
import { newHome } from "./home.ts";

describe("the CMS as a process", () => {
  test("says in one line which setting is wrong, and ends", async () => {
    await buildServer();
    const run = (environment: Record<string, string>) =>
      spawnSync(process.execPath, [mainFile], {
        env: { PATH: process.env["PATH"], NODE_COMPILE_CACHE: join(output, "compiled"), ...environment },
        encoding: "utf8",
      });
    for (const [name, value] of [
      ["CMS_PORT", "abc"],
      ["DATABASE_URL", "mysql://x"],
      ["ESSAIM_READ_TOKEN", "court"],
      ["ESSAIM_ADMIN_EMAIL", "x"],
      ["SMTP_URL", "https://smtp.example.org"],
      ["MAIL_FROM", "Essaim <essaim>"],
    ] as const) {
      const { status, stderr } = run({ [name]: value });
      expect(status, name).toBe(1);
      expect(stderr.trim()).toMatch(new RegExp(`^cms: ${name}: .+$`));
    }
  });

  test("starts quietly, ends while someone waits for changes, and starts again as it was", async () => {
    const home = await newHome("sqlite");
    const first = await startCms({ home });
    const feed = (await first.ask("/api/changes")).body.feed;
    for (let more = 0; more < 15; more += 1) await first.ask("/api/changes");
    expect(first.log()).toBe("");
    expect(statSync(join(home.dataDir, "cms", "secret")).mode & 0o777).toBe(0o600);
    const desk = await first.ask("/admin/", { token: null });
    expect([desk.status, desk.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
    const waiting = first.ask("/api/changes?wait=25").catch((error: unknown) => error);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const started = Date.now();
    await first.stop();
    expect(Date.now() - started).toBeLessThan(10_000);
    expect(await waiting).toMatchObject({ status: 200 });

    const second = await startCms({ home });
    expect((await second.ask("/api/changes")).body.feed).toBe(feed);
    const login = await second.ask("/admin/login", { method: "POST", token: null, body: administrator });
    expect(login.body.data.user).toMatchObject({ email: administrator.email, preferedLanguage: "fr" });
    const locales = await second.ask("/i18n/locales", { token: login.body.data.token });
    expect(locales.body.map(({ code, name, isDefault }: Json) => [code, name, isDefault])).toEqual([
      ["fr", "Français", true],
      ["en", "English", false],
      ["nl", "Nederlands", false],
    ]);
    await second.stop();
    await home.dispose();
  });

  test("believes what a proxy says of a request only where it stands behind one, and takes large JSON for packages alone", async () => {
    const home = await newHome("sqlite");
    const signIn = async (environment: Record<string, string>) => {
      const cms = await startCms({ home, environment });
      const headers = { "x-forwarded-proto": "https", "x-forwarded-for": "192.0.2.7" };
      const { headers: told } = await cms.ask("/admin/login", {
        method: "POST",
        token: null,
        body: administrator,
        headers,
      });
      const large = { email: administrator.email, password: "x".repeat(5_000_000) };
      const { status } = await cms.ask("/admin/login", { method: "POST", token: null, body: large });
      const entries = await cms.ask("/api/package/entries", { method: "POST", body: { entries: [], rest: large } });
      await cms.stop();
      return { cookie: told.get("set-cookie") ?? "", status, entries: entries.status };
    };
    const alone = await signIn({});
    expect(alone).toMatchObject({ status: 413, entries: 400 });
    expect(alone.cookie).toMatch(/HttpOnly/i);
    expect(alone.cookie).not.toMatch(/secure/i);
    expect((await signIn({ CMS_PUBLIC_URL: "https://desk.example" })).cookie).toMatch(/; secure/i);
    await home.dispose();
  });
});
