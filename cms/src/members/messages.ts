import { type Locale, memberPath } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { messages } from "../mail/messages/index.ts";
import { oneLine, type Sending, sendMessage, siteAddress } from "../mail/send.ts";
import type { LinkPurpose } from "./links.ts";

/** A link of a message, and whom it goes to; `by` and `centre` are who invites, and into where, `isAccepted` whether they had asked. */
export interface LinkMessage {
  readonly to: string;
  readonly locale: Locale;
  readonly link: string;
  readonly by?: string | undefined;
  readonly centre?: string | undefined;
  readonly isAccepted?: boolean;
}

/** Sends a link. */
export function sendLink(
  strapi: Core.Strapi,
  purpose: LinkPurpose,
  { to, locale, link, by, centre, isAccepted = false }: LinkMessage,
): Promise<Sending> {
  const address = `${siteAddress(memberPath(purpose, locale))}?lien=${link}`;
  const said = { link: address, by: by && oneLine(by), centre: centre && oneLine(centre), isAccepted };
  return sendMessage(strapi, to, messages[locale][purpose](said));
}
