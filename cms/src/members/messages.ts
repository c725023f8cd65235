import { type Locale, memberPath } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { environment } from "../environment.ts";

type Say = (said: { readonly link: string; readonly by: string; readonly centre: string }) => {
  readonly subject: string;
  readonly text: string;
};

const passwordTexts: Readonly<Record<Locale, Say>> = {
  fr: ({ link }) => ({
    subject: "Choisir un nouveau mot de passe",
    text: `Bonjour,\n\nPour choisir un nouveau mot de passe sur Essaim, ouvrez ce lien dans l’heure\u00a0:\n\n${link}\n\nSi vous n’avez rien demandé, laissez ce message\u00a0: rien ne change.\n`,
  }),
  en: ({ link }) => ({
    subject: "Choose a new password",
    text: `Hello,\n\nTo choose a new password on Essaim, open this link within the hour:\n\n${link}\n\nIf you did not ask for this, leave it: nothing changes.\n`,
  }),
  nl: ({ link }) => ({
    subject: "Kies een nieuw wachtwoord",
    text: `Hallo,\n\nOm een nieuw wachtwoord te kiezen op Essaim, opent u deze link binnen het uur:\n\n${link}\n\nHebt u niets gevraagd? Dan hoeft u niets te doen: er verandert niets.\n`,
  }),
};

const invitationTexts: Readonly<Record<Locale, Say>> = {
  fr: ({ link, by, centre }) => ({
    subject: `${centre} vous invite sur Essaim`,
    text: `Bonjour,\n\n${by} vous invite à rejoindre ${centre} sur Essaim, le portail où les centres sociaux partagent leurs solutions.\nPour ouvrir votre compte, suivez ce lien dans les sept jours\u00a0:\n\n${link}\n\nSi cette invitation n’est pas pour vous, laissez ce message\u00a0: aucun compte ne sera ouvert.\n`,
  }),
  en: ({ link, by, centre }) => ({
    subject: `${centre} invites you to Essaim`,
    text: `Hello,\n\n${by} invites you to join ${centre} on Essaim, the portal where social centres share their solutions.\nTo open your account, follow this link within seven days:\n\n${link}\n\nIf this is not for you, leave it: no account will be opened.\n`,
  }),
  nl: ({ link, by, centre }) => ({
    subject: `${centre} nodigt u uit op Essaim`,
    text: `Hallo,\n\n${by} nodigt u uit om deel uit te maken van ${centre} op Essaim, het portaal waar sociale centra hun oplossingen delen.\nOm uw account te openen, volgt u deze link binnen zeven dagen:\n\n${link}\n\nIs dit niet voor u bestemd? Dan hoeft u niets te doen: er wordt geen account geopend.\n`,
  }),
};

const texts = { password: passwordTexts, invitation: invitationTexts };

/** A link of a message, and whom it goes to; `by` and `centre` are who invites, and into where. */
export interface LinkMessage {
  readonly to: string;
  readonly locale: Locale;
  readonly link: string;
  readonly by?: string;
  readonly centre?: string;
}

/** Sends a link. An SMTP server that doesn't answer is told in the log: whether there was a message to send is nobody's business. */
export async function sendLink(
  strapi: Core.Strapi,
  purpose: keyof typeof texts,
  { to, locale, link, by = "Essaim", centre = "Essaim" }: LinkMessage,
): Promise<void> {
  const site = environment.PUBLIC_URL ?? "http://127.0.0.1:4321";
  const address = `${new URL(memberPath(purpose, locale), site).href}?lien=${link}`;
  const { subject, text } = texts[purpose][locale]({ link: address, by: oneLine(by), centre: oneLine(centre) });
  try {
    await strapi.plugin("email").service("email")["send"]?.({ to, subject, text });
  } catch (error) {
    strapi.log.error(`A message could not be sent: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** What somebody is called may not add lines, nor links, to a message that carries our name. */
const oneLine = (text: string): string =>
  text
    .replace(/\s+/g, " ")
    .replace(/:\/\/|www\./gi, " ")
    .trim();
