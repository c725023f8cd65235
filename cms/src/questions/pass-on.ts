import { createHmac } from "node:crypto";
import { type Locale, memberPath } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { messages } from "../mail/messages/index.ts";
import { oneLine, type Sending, sendMessage, siteAddress } from "../mail/send.ts";
import { languageOf } from "../members/accounts.ts";
import { tellFederation } from "../members/federation.ts";
import { secretKey } from "../secret-keys.ts";
import { type Asked, recipientsOf } from "./askable.ts";

/** A question as it is passed on. */
export interface PassedOn extends Omit<Asked, "slug"> {
  readonly documentId: string;
  readonly name: string;
  readonly text: string;
}

/** The secret of the link that opens a question: the same however often the message is tried. */
export const linkOf = ({ documentId }: Pick<PassedOn, "documentId">): string =>
  createHmac("sha256", secretKey("question-links")).update(documentId).digest("base64url");

/** To the person asked, else to their centre, else to the federation; answers what became of each message. */
export async function passOn(strapi: Core.Strapi, question: PassedOn): Promise<Sending[]> {
  const { person, centre, text } = question;
  const said = { name: oneLine(question.name), title: oneLine(question.title), text };
  const answerAt = (locale: Locale) => `${siteAddress(memberPath("question", locale))}?lien=${linkOf(question)}`;
  const { accounts, addresses } = await recipientsOf(strapi, question);
  const sent: Sending[] = [];
  for (const account of accounts) {
    const locale = languageOf(account);
    const message = messages[locale].question({ ...said, link: answerAt(locale) });
    sent.push(await sendMessage(strapi, account.email, message));
  }
  for (const address of addresses)
    sent.push(await sendMessage(strapi, address, messages.fr.question({ ...said, link: answerAt("fr") })));
  if (sent.some((one) => one !== "refused")) return sent;
  const waitsFor = sent.length === 0 ? namesOf({ person, centre }) : undefined;
  return tellFederation(strapi, (words, { locale }) =>
    words.question({ ...said, link: answerAt(locale), ...(waitsFor !== undefined && { waitsFor }) }),
  );
}

/** Who was asked, as a message names them; undefined where nobody was by name. */
function namesOf({ person, centre }: Pick<Asked, "person" | "centre">): string | undefined {
  const [first, second] = [person?.name, centre?.name].flatMap((name) => (name ? oneLine(name) : []));
  return second === undefined ? first : `${first} (${second})`;
}
