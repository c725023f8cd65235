import { readdirSync, readFileSync, statSync } from "node:fs";
import { createServer, type Server, type Socket } from "node:net";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { administrator, type Cms, startCms } from "./harness.ts";

/** A server that takes mail by SMTP (RFC 5321), as far as one message needs it, and what it got. */
async function takeMail(): Promise<{ url: string; received: string[]; stop(): void }> {
  const received: string[] = [];
  const server: Server = createServer((socket) => converse(socket, received));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return { url: `smtp://127.0.0.1:${port}`, received, stop: () => server.close() };
}

function converse(socket: Socket, received: string[]): void {
  let message: string | undefined;
  let rest = "";
  const say = (text: string) => socket.write(`${text}\r\n`);
  const line = (text: string) => {
    const isData = message === undefined && /^DATA/i.test(text);
    if (message === undefined) say(isData ? "354 go on" : /^QUIT/i.test(text) ? "221 bye" : "250 ok");
    else if (text === ".") {
      received.push(message);
      say("250 kept");
    } else message += `${text}\r\n`;
    if (isData) message = "";
    else if (text === ".") message = undefined;
  };
  socket.on("data", (chunk) => {
    const lines = (rest + chunk.toString()).split("\r\n");
    rest = lines.pop() ?? "";
    for (const one of lines) line(one);
  });
  say("220 mail.test");
}

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
    expect(files[0]).toMatch(/\/\d{4}-\d\d-\d\d-\d{6}-choisir-un-nouveau-mot-de-passe-[0-9a-f]{4}\.eml$/);
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
});
