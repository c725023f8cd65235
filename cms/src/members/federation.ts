import type { Locale } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { z } from "zod";
import { environment } from "../environment.ts";
import { type Message, type Messages, messages } from "../mail/messages/index.ts";
import { type Sending, sendMessage } from "../mail/send.ts";
import { isOpen, languageOf, readAccounts } from "./accounts.ts";

const administratorsSchema = z.array(z.object({ email: z.string() }));

/** Where the desk is. */
const deskAddress = (): string =>
  `${environment.CMS_PUBLIC_URL ?? `http://127.0.0.1:${environment.CMS_PORT}`}/admin`.replace(/([^:])\/\//g, "$1/");

/** Somebody of the federation, as they are written to; `desk` is where those work who have no account on the site. */
export interface Federation {
  readonly locale: Locale;
  readonly desk?: string;
}

/** Writes to the federation's team, each in their own language; where it has no account on the site, to the desk's administrators. */
export async function tellFederation(
  strapi: Core.Strapi,
  say: (said: Messages, to: Federation) => Message,
): Promise<Sending[]> {
  const sent: Sending[] = [];
  const team = (await readAccounts(strapi, { federation: true })).filter(isOpen);
  for (const account of team) {
    const locale = languageOf(account);
    sent.push(await sendMessage(strapi, account.email, say(messages[locale], { locale })));
  }
  if (team.length > 0) return sent;
  const atDesk = say(messages.fr, { locale: "fr", desk: deskAddress() });
  for (const email of await administrators(strapi)) sent.push(await sendMessage(strapi, email, atDesk));
  return sent;
}

async function administrators(strapi: Core.Strapi): Promise<string[]> {
  const rows: unknown = await strapi.db
    .query("admin::user")
    .findMany({ where: { isActive: true, roles: { code: "strapi-super-admin" } }, select: ["email"] });
  return administratorsSchema.parse(rows).map(({ email }) => email);
}
