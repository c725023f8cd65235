import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { type Cms, startCms } from "../../../cms/tests/harness.ts";
import { buildSite, startBuiltSite } from "./built-site.ts";

/** The password of every member under test. */
export const password = "Un-mot-de-passe-2026";
/** The address that browsers would know the site by. */
export const publicUrl = "https://essaim.test";

/** The built site with a real CMS behind it, as a browser without JavaScript meets them. */
export interface MemberSite {
  readonly cms: Cms;
  get(path: string, cookie?: string): Promise<Response>;
  /** Sends a form from one of the site's pages. */
  post(path: string, fields: Record<string, string>, headers?: Record<string, string>): Promise<Response>;
  /** Signs in as the member of L’Escale, unless told as whom. */
  signIn(word?: string, headers?: Record<string, string>, email?: string): Promise<Response>;
  /** What somebody was last sent, once it came. */
  newestMessage(to: string): Promise<string>;
  /** The link in what somebody was last sent. */
  newestLink(to: string): Promise<URL>;
  stop(): Promise<void>;
}

/** The session that an answer gives to the browser. */
export const cookieOf = (answer: Response): string => (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "";

/** Starts both, with one centre, L’Escale, and one member of it, whose name has marks in it. */
export async function startMemberSite(name: string): Promise<MemberSite> {
  const cms = await startCms({ environment: { PUBLIC_URL: publicUrl } });
  await cms.run(async (strapi, word) => {
    const centres: { create(given: object): Promise<{ documentId: string }> } = strapi.documents("api::centre.centre");
    const centre = await centres.create({ data: { name: "L’Escale", kind: "centre-social" } });
    const accounts: { create(given: object): Promise<object> } = strapi.documents("plugin::users-permissions.user");
    const amina = { email: "amina@escale.test", password: word, name: "Amina <b>B.</b>" };
    await accounts.create({ data: { ...amina, confirmed: true, centre: centre.documentId } });
  }, password);
  const site = await startBuiltSite(await buildSite(name), {
    ...{ CMS_URL: cms.url, DATA_DIR: join(cms.home.dataDir, "site"), ESSAIM_READ_TOKEN: cms.readToken },
    PUBLIC_URL: publicUrl,
  });
  const post: MemberSite["post"] = (path, fields, headers = {}) =>
    fetch(site.url + path, {
      method: "POST",
      redirect: "manual",
      headers: { origin: publicUrl, ...headers },
      body: new URLSearchParams(fields),
    });
  const newestMessage = async (to: string) => {
    const folder = join(cms.home.dataDir, "outbox");
    const found = () =>
      readdirSync(folder)
        .filter((file) => file.endsWith(".txt"))
        .sort()
        .map((file) => readFileSync(join(folder, file), "utf8"))
        .findLast((text) => text.includes(`À : ${to}\n`));
    await expect.poll(() => found() !== undefined, { timeout: 10_000 }).toBe(true);
    return found() ?? "";
  };
  return {
    cms,
    get: (path, cookie = "") => fetch(site.url + path, { headers: { cookie }, redirect: "manual" }),
    post,
    signIn: (word = password, headers = {}, email = "amina@escale.test") =>
      post("/fr/connexion/", { email, password: word }, headers),
    newestMessage,
    newestLink: async (to) => {
      const link = async () => /https:\S+$/m.exec(await newestMessage(to))?.[0];
      // What was sent just now is written a moment after it is answered.
      await expect.poll(link, { timeout: 10_000 }).toBeDefined();
      return new URL((await link()) ?? "");
    },
    async stop() {
      await site.stop();
      await cms.stop();
    },
  };
}
