import { type Ask, memberPath } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { messages } from "../mail/messages/index.ts";
import { oneLine, sendMessage, siteAddress } from "../mail/send.ts";
import { type Account, isOpen, languageOf, readAccounts } from "../members/accounts.ts";
import { countAttempts } from "../members/attempts.ts";
import { tellFederation } from "../members/federation.ts";
import { hashOf, newSecretId } from "../members/secret-id.ts";
import { RequestError } from "../request-error.ts";
import { type Asked, whoIsAsked } from "./askable.ts";
import { questionUid } from "./stored-questions.ts";

const day = 86_400_000;
const byOrigin = countAttempts({ most: 20, withinMs: day });
const byAsker = countAttempts({ most: 10, withinMs: day });

/** Keeps a question and passes it on; neither side learns the other's address. `member` is whoever asks with a session. */
export async function ask(strapi: Core.Strapi, given: Ask, member: Account | null): Promise<void> {
  const { of: about, text, locale, origin } = given;
  const name = member?.name ?? given.name;
  const email = member?.email ?? given.email;
  if (name === undefined) throw new RequestError(400, "invalid-request", "who asks?", { field: "name" });
  if (email === undefined) throw new RequestError(400, "invalid-request", "who asks?", { field: "email" });
  const asked = await whoIsAsked(strapi, about, locale);
  if (![byOrigin.take(origin), byAsker.take(email)].every(Boolean))
    throw new RequestError(429, "too-many-attempts", "too many questions today");
  const link = newSecretId();
  const { title, person, centre } = asked;
  await strapi.documents(questionUid).create({
    data: {
      ...{ about, title, text, name, email, language: locale, linkHash: hashOf(link) },
      ...{ person: person?.id ?? null, centre: centre?.id ?? null },
    },
  });
  // Not waited for: a server of mail may take long, and the question is kept.
  void passOn(strapi, asked, { name: oneLine(name), title: oneLine(title), text, link });
}

interface Words {
  readonly name: string;
  readonly title: string;
  readonly text: string;
  readonly link: string;
}

/** To the person asked, else to their centre, else to the federation. */
async function passOn(strapi: Core.Strapi, { person, centre }: Asked, { link, ...said }: Words): Promise<void> {
  const answerAt = (locale: "fr" | "en" | "nl") => `${siteAddress(memberPath("question", locale))}?lien=${link}`;
  const own = person ? await openAccounts(strapi, { person: { id: person.id } }) : [];
  const ofPerson = person?.contactOptIn && person.email ? [person.email] : [];
  const ofCentre = centre && own.length + ofPerson.length === 0 ? await toCentre(strapi, centre) : undefined;
  const accounts = own.length > 0 ? own : (ofCentre?.accounts ?? []);
  for (const account of accounts) {
    const locale = languageOf(account);
    await sendMessage(strapi, account.email, messages[locale].question({ ...said, link: answerAt(locale) }));
  }
  const addresses = own.length > 0 ? [] : [...ofPerson, ...(ofCentre?.addresses ?? [])];
  for (const address of addresses)
    await sendMessage(strapi, address, messages.fr.question({ ...said, link: answerAt("fr") }));
  if (accounts.length + addresses.length > 0) return;
  await tellFederation(strapi, (words) => words.question({ ...said, link: answerAt("fr") }));
}

async function toCentre(strapi: Core.Strapi, { id, email }: NonNullable<Asked["centre"]>) {
  const accounts = await openAccounts(strapi, { centre: { id } });
  return { accounts, addresses: accounts.length === 0 && email ? [email] : [] };
}

const openAccounts = async (strapi: Core.Strapi, where: object): Promise<Account[]> =>
  (await readAccounts(strapi, where)).filter(isOpen);
