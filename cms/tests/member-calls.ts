import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sessionHeader } from "@essaim/content";
import { expect } from "vitest";
import { type Answer, administrator, type Cms, type Json } from "./harness.ts";

/** The password of every member under test. */
export const password = "Un-mot-de-passe-2026";

/** What the site asks for members, what editors do to accounts, and what people are sent. */
export interface MemberCalls {
  /** Asks as the site does; with a body it tells. */
  member(path: string, body?: object, session?: string): Promise<Answer>;
  /** From an address of its own, so that tests don't use up each other's attempts. */
  signIn(email: string, word?: string, from?: string): Promise<Answer>;
  /** An address that nothing came from yet. */
  newOrigin(): string;
  /** Makes an open account of the centre `escale`, or of the one whose uid `data.centre` is; answers its document. */
  account(email: string, data?: object): Promise<string>;
  /** Makes such an account and signs in; answers the session. */
  sessionOf(email: string, data?: object): Promise<string>;
  /** Changes an account as the code may. */
  change(documentId: string, data: object): Promise<void>;
  /** The messages that somebody was sent, oldest first, as they are read. */
  messagesTo(email: string): string[];
  /** The links in those messages, in no order. */
  linksTo(email: string): string[];
  /** The link of the only message, or of the last of so many, once it came. */
  newestLink(email: string, count?: number): Promise<string>;
  /** Lets time pass for what ends by itself. */
  age(table: string, days: number): Promise<void>;
  /** Asks as the desk's pages do; the path begins behind `collection-types/`. */
  desk(method: "GET" | "POST" | "PUT" | "DELETE", path: string, body?: object): Promise<Answer>;
}

/** What the desk's pages call accounts. */
export const accountsAtDesk = "plugin::users-permissions.user";

let origins = 0;

/** Asks a CMS for members and for editors. */
export function memberCalls(cms: Cms): MemberCalls {
  let deskToken: Promise<string> | undefined;
  const newOrigin = () => `192.0.2.${++origins}`;
  const member: MemberCalls["member"] = (path, body, session = "") =>
    cms.ask(`/api/member/${path}`, {
      method: body ? "POST" : "GET",
      token: cms.readToken,
      ...(body && { body }),
      headers: { [sessionHeader]: session },
    });
  const messagesTo = (email: string) => {
    const folder = join(cms.home.dataDir, "outbox");
    return readdirSync(folder)
      .filter((name) => name.endsWith(".txt"))
      .sort()
      .map((name) => readFileSync(join(folder, name), "utf8"))
      .filter((text) => text.includes(`À : ${email}\n`));
  };
  const linksTo = (email: string) =>
    messagesTo(email).flatMap((text) => /https:\S+\?lien=([\w-]{43})$/m.exec(text)?.[1] ?? []);
  const signIn: MemberCalls["signIn"] = (email, word = password, from = newOrigin()) =>
    member("sign-in", { email, password: word, origin: from });
  const account: MemberCalls["account"] = (email, data = {}) => cms.run(makeAccount, [email, password, data] as const);
  return {
    member,
    newOrigin,
    messagesTo,
    linksTo,
    signIn,
    account,
    async sessionOf(email, data) {
      await account(email, data);
      return String((await signIn(email)).body.session);
    },
    change: (documentId, data) =>
      cms.run(
        async (strapi, [id, changed]) => {
          await strapi.documents("plugin::users-permissions.user").update({ documentId: id, data: { ...changed } });
        },
        [documentId, data] as const,
      ),
    async newestLink(email, count = 1) {
      await expect.poll(() => linksTo(email).length, { timeout: 5_000 }).toBe(count);
      return linksTo(email).at(-1) ?? "";
    },
    age: (table, days) => cms.run(letPass, [table, days] as const),
    async desk(method, path, body) {
      deskToken ??= cms
        .ask("/admin/login", { method: "POST", token: null, body: administrator })
        .then(({ body: answer }) => String(answer.data.token));
      const token = await deskToken;
      return cms.ask(`/content-manager/collection-types/${path}`, { method, token, ...(body && { body }) });
    },
  };
}

/** Asks below `/api/member/` in one member’s session: with a body it tells, else it reads. */
export type AsMember = (path: string, body?: object) => Promise<Answer>;

/** Opens an account of a centre, or of none, and signs in. */
export async function signInAs(cms: Cms, name: string, centre?: string, federation = false): Promise<AsMember> {
  const { member, sessionOf } = memberCalls(cms);
  const email = `${name.toLowerCase()}@essaim.test`;
  const session = await sessionOf(email, { name, centre: centre ?? null, federation });
  return (path, told) => member(path, told, session);
}

type Strapi = Parameters<Parameters<Cms["run"]>[0]>[0];

async function makeAccount(
  strapi: Strapi,
  [email, word, { centre: uid = "escale", ...more }]: readonly [string, string, { readonly centre?: string | null }],
): Promise<string> {
  const centre = uid && (await strapi.db.query("api::centre.centre").findOne({ where: { uid } })).documentId;
  const data: Json = { email, password: word, confirmed: true, name: "Amina B.", centre, ...more };
  const created = await strapi.documents("plugin::users-permissions.user").create({ data });
  return String(created.documentId);
}

async function letPass(strapi: Strapi, [table, days]: readonly [string, number]): Promise<void> {
  const rows = await strapi.db.connection(table);
  for (const { id, expires_at: end } of rows) {
    const expires_at = new Date(Date.parse(end) - days * 86_400_000).toISOString();
    await strapi.db.connection(table).where({ id }).update({ expires_at });
  }
}
