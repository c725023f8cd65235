import type { Invited, Messages } from "./message.ts";
import { quoted } from "./quoted.ts";

const who = ({ by, centre, isAccepted }: Invited): string => {
  if (isAccepted && centre) return `Your request has been accepted. You will act for ${centre}`;
  if (by && centre) return `${by} invites you to join ${centre} on Essaim`;
  return centre ? `An account awaits you on Essaim, to act for ${centre}` : "An account awaits you on Essaim";
};

const subjectOf = ({ by, centre, isAccepted }: Invited): string => {
  if (isAccepted) return "Your request has been accepted";
  return by && centre ? `${centre} invites you to Essaim` : "Your account on Essaim";
};

export const en: Messages = {
  password: ({ link }) => ({
    subject: "Choose a new password",
    text: `Hello,\n\nTo choose a new password on Essaim, open this link within the hour:\n\n${link}\n\nIf you did not ask for this, leave it: nothing changes.\n`,
  }),
  invitation: (said) => ({
    subject: subjectOf(said),
    text: `Hello,\n\n${who(said)}. Essaim is the portal where social centres share their solutions.\nTo open your account, follow this link within seven days:\n\n${said.link}\n\nIf this is not for you, leave it: no account will be opened.\n`,
  }),
  question: ({ name, title, text, link, waitsFor }) => ({
    subject: `A question about “${title}”`,
    text: `Hello,\n\n${waitsFor ? `${waitsFor} has no account: this question waits with you.\n\n` : ""}${name} asks you about “${title}”:\n\n${quoted(text)}\n\nTo answer, open this link. Your address is not shown.\n\n${link}\n`,
  }),
  answer: ({ by, title, question, text, page }) => ({
    subject: `An answer to your question about “${title}”`,
    text: `Hello,\n\n${by} answers:\n\n${quoted(text)}\n\nYou had asked:\n\n${quoted(question)}\n\nTo reply or ask something else:\n\n${page}\n\nYour address has not been shown.\n`,
  }),
  joinReceived: () => ({
    subject: "Your request has arrived",
    text: "Hello,\n\nYou asked to join the network of social centres on Essaim. Thank you! Somebody at the federation will read your request and answer by e-mail.\n\nIf you did not ask for this, leave it: no account will be opened.\n",
  }),
  joinDeclined: ({ centre, answer }) => ({
    subject: "Your request to join Essaim",
    text: `Hello,\n\nYou asked for ${centre} to join the network on Essaim. The federation could not accept this request.\n${answer && `\n${answer}\n`}\nSolutions, guides and kits stay open to everybody.\n`,
  }),
  joinWaiting: ({ centre, page, desk }) => ({
    subject: `“${centre}” asks to join the network`,
    text: `Hello,\n\n“${centre}” asks to join the network. To read its request and answer it${desk ? ", open “Demandes pour rejoindre” at the editors’ desk" : ""}:\n\n${desk ?? page}\n`,
  }),
  notices: ({ subject, lines, more, page, stop }) => ({
    subject,
    text: `Hello,\n\n${lines.map((line) => `– ${line}`).join("\n")}\n${more > 0 ? `\nAnd ${more} more.\n` : ""}\nTo read it all and answer:\n\n${page}\n\nTo stop these messages:\n\n${stop}\n`,
  }),
};
