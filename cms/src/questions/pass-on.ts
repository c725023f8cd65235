import { createHmac } from "node:crypto";
import { memberPath } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { messages } from "../mail/messages/index.ts";
import { oneLine, type Sending, sendMessage, siteAddress } from "../mail/send.ts";
import { type Account, isOpen, languageOf, readAccounts } from "../members/accounts.ts";
import { tellFederation } from "../members/federation.ts";
import { secretKey } from "../secret-keys.ts";
import type { Asked } from "./askable.ts";

/** A question as it is passed on. */
export interface PassedOn extends Asked {
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
  const answerAt = (locale: "fr" | "en" | "nl") =>
    `${siteAddress(memberPath("question", locale))}?lien=${linkOf(question)}`;
  const own = person ? await openAccounts(strapi, { person: { id: person.id } }) : [];
  const ofPerson = person?.contactOptIn && person.email ? [person.email] : [];
  const ofCentre = centre && own.length + ofPerson.length === 0 ? await toCentre(strapi, centre) : undefined;
  const accounts = own.length > 0 ? own : (ofCentre?.accounts ?? []);
  const sent: Sending[] = [];
  for (const account of accounts) {
    const locale = languageOf(account);
    const message = messages[locale].question({ ...said, link: answerAt(locale) });
    sent.push(await sendMessage(strapi, account.email, message));
  }
  const addresses = own.length > 0 ? [] : [...ofPerson, ...(ofCentre?.addresses ?? [])];
  for (const address of addresses)
    sent.push(await sendMessage(strapi, address, messages.fr.question({ ...said, link: answerAt("fr") })));
  if (sent.some((one) => one !== "refused")) return sent;
  return tellFederation(strapi, (words, { locale }) => words.question({ ...said, link: answerAt(locale) }));
}

async function toCentre(strapi: Core.Strapi, { id, email }: NonNullable<Asked["centre"]>) {
  const accounts = await openAccounts(strapi, { centre: { id } });
  return { accounts, addresses: accounts.length === 0 && email ? [email] : [] };
}

const openAccounts = async (strapi: Core.Strapi, where: object): Promise<Account[]> =>
  (await readAccounts(strapi, where)).filter(isOpen);
