import type { Invited, Messages } from "./message.ts";
import { quoted } from "./quoted.ts";

const who = ({ by, centre, isAccepted }: Invited): string => {
  if (isAccepted && centre) return `Votre demande est acceptée. Vous agirez pour le centre «\u00a0${centre}\u00a0»`;
  if (by && centre) return `${by} vous invite à rejoindre ${centre} sur Essaim`;
  return centre
    ? `Un compte vous attend sur Essaim, pour agir au nom du centre «\u00a0${centre}\u00a0»`
    : "Un compte vous attend sur Essaim";
};

const subjectOf = ({ by, centre, isAccepted }: Invited): string => {
  if (isAccepted) return "Votre demande est acceptée";
  return by && centre ? `${centre} vous invite sur Essaim` : "Votre compte sur Essaim";
};

export const fr: Messages = {
  password: ({ link }) => ({
    subject: "Choisir un nouveau mot de passe",
    text: `Bonjour,\n\nPour choisir un nouveau mot de passe sur Essaim, ouvrez ce lien dans l’heure\u00a0:\n\n${link}\n\nSi vous n’avez rien demandé, laissez ce message\u00a0: rien ne change.\n`,
  }),
  invitation: (said) => ({
    subject: subjectOf(said),
    text: `Bonjour,\n\n${who(said)}. Essaim est le portail où les centres sociaux partagent leurs solutions.\nPour ouvrir votre compte, suivez ce lien dans les sept jours\u00a0:\n\n${said.link}\n\nSi cette invitation n’est pas pour vous, laissez ce message\u00a0: aucun compte ne sera ouvert.\n`,
  }),
  question: ({ name, title, text, link, waitsFor }) => ({
    subject: `Une question sur «\u00a0${title}\u00a0»`,
    text: `Bonjour,\n\n${waitsFor ? `${waitsFor} n’a pas de compte\u00a0: cette question attend chez vous.\n\n` : ""}${name} vous demande, sur «\u00a0${title}\u00a0»\u00a0:\n\n${quoted(text)}\n\nPour répondre, ouvrez ce lien. Votre adresse n’est pas montrée.\n\n${link}\n`,
  }),
  answer: ({ by, title, question, text, page }) => ({
    subject: `Réponse à votre question sur «\u00a0${title}\u00a0»`,
    text: `Bonjour,\n\n${by} vous répond\u00a0:\n\n${quoted(text)}\n\nVous aviez demandé\u00a0:\n\n${quoted(question)}\n\nPour répondre ou poser une autre question\u00a0:\n\n${page}\n\nVotre adresse n’a pas été montrée.\n`,
  }),
  joinReceived: () => ({
    subject: "Votre demande est bien arrivée",
    text: "Bonjour,\n\nVous avez demandé à rejoindre le réseau des centres sociaux sur Essaim. Merci\u00a0! Quelqu’un de la fédération lit votre demande et vous répond par e-mail.\n\nSi vous n’avez rien demandé, laissez ce message\u00a0: aucun compte ne sera ouvert.\n",
  }),
  joinDeclined: ({ centre, answer }) => ({
    subject: "Votre demande pour rejoindre Essaim",
    text: `Bonjour,\n\nVous aviez demandé que ${centre} rejoigne le réseau sur Essaim. La fédération n’a pas pu accepter cette demande.\n${answer && `\n${answer}\n`}\nLes solutions, les guides et les kits restent ouverts à tout le monde.\n`,
  }),
  joinWaiting: ({ centre, page, desk }) => ({
    subject: `«\u00a0${centre}\u00a0» demande à rejoindre le réseau`,
    text: `Bonjour,\n\nLe centre «\u00a0${centre}\u00a0» demande à rejoindre le réseau. Pour lire sa demande et y répondre${desk ? ", ouvrez «\u00a0Demandes pour rejoindre\u00a0» dans l’espace de rédaction" : ""}\u00a0:\n\n${desk ?? page}\n`,
  }),
  notices: ({ subject, lines, more, page, stop }) => ({
    subject,
    text: `Bonjour,\n\n${lines.map((line) => `– ${line}`).join("\n")}\n${more > 0 ? `\nEt ${more} autres.\n` : ""}\nPour tout lire et répondre\u00a0:\n\n${page}\n\nPour ne plus recevoir ces messages\u00a0:\n\n${stop}\n`,
  }),
};
