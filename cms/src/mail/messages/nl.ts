import type { Invited, Messages } from "./message.ts";
import { quoted } from "./quoted.ts";

const who = ({ by, centre, isAccepted }: Invited): string => {
  if (isAccepted && centre) return `Uw aanvraag is aanvaard. U zult handelen voor ${centre}`;
  if (by && centre) return `${by} nodigt u uit om deel uit te maken van ${centre} op Essaim`;
  return centre
    ? `Op Essaim staat een account voor u klaar, om te handelen namens ${centre}`
    : "Op Essaim staat een account voor u klaar";
};

const subjectOf = ({ by, centre, isAccepted }: Invited): string => {
  if (isAccepted) return "Uw aanvraag is aanvaard";
  return by && centre ? `${centre} nodigt u uit op Essaim` : "Uw account op Essaim";
};

export const nl: Messages = {
  password: ({ link }) => ({
    subject: "Kies een nieuw wachtwoord",
    text: `Hallo,\n\nOm een nieuw wachtwoord te kiezen op Essaim, opent u deze link binnen het uur:\n\n${link}\n\nHebt u niets gevraagd? Dan hoeft u niets te doen: er verandert niets.\n`,
  }),
  invitation: (said) => ({
    subject: subjectOf(said),
    text: `Hallo,\n\n${who(said)}. Essaim is het portaal waar sociale centra hun oplossingen delen.\nOm uw account te openen, volgt u deze link binnen zeven dagen:\n\n${said.link}\n\nIs dit niet voor u bestemd? Dan hoeft u niets te doen: er wordt geen account geopend.\n`,
  }),
  question: ({ name, title, text, link, waitsFor }) => ({
    subject: `Een vraag over “${title}”`,
    text: `Hallo,\n\n${waitsFor ? `${waitsFor} heeft geen account: deze vraag wacht bij u.\n\n` : ""}${name} vraagt u, over “${title}”:\n\n${quoted(text)}\n\nOm te antwoorden, opent u deze link. Uw adres wordt niet getoond.\n\n${link}\n`,
  }),
  answer: ({ by, title, question, text, page }) => ({
    subject: `Antwoord op uw vraag over “${title}”`,
    text: `Hallo,\n\n${by} antwoordt:\n\n${quoted(text)}\n\nU had gevraagd:\n\n${quoted(question)}\n\nOm te antwoorden of iets anders te vragen:\n\n${page}\n\nUw adres is niet getoond.\n`,
  }),
  joinReceived: () => ({
    subject: "Uw aanvraag is aangekomen",
    text: "Hallo,\n\nU vroeg om aan te sluiten bij het netwerk van sociale centra op Essaim. Bedankt! Iemand van de federatie leest uw aanvraag en antwoordt u per e-mail.\n\nHebt u niets gevraagd? Dan hoeft u niets te doen: er wordt geen account geopend.\n",
  }),
  joinDeclined: ({ centre, answer }) => ({
    subject: "Uw aanvraag om aan te sluiten bij Essaim",
    text: `Hallo,\n\nU vroeg of ${centre} kon aansluiten bij het netwerk op Essaim. De federatie kon deze aanvraag niet aanvaarden.\n${answer && `\n${answer}\n`}\nOplossingen, gidsen en kits blijven voor iedereen open.\n`,
  }),
  joinWaiting: ({ centre, page, desk }) => ({
    subject: `“${centre}” vraagt om aan te sluiten`,
    text: `Hallo,\n\n“${centre}” vraagt om aan te sluiten bij het netwerk. Om de aanvraag te lezen en te beantwoorden${desk ? ", opent u “Demandes pour rejoindre” in de redactieruimte" : ""}:\n\n${desk ?? page}\n`,
  }),
  notices: ({ subject, lines, more, page, stop }) => ({
    subject,
    text: `Hallo,\n\n${lines.map((line) => `– ${line}`).join("\n")}\n${more > 0 ? `\nEn nog ${more}.\n` : ""}\nAlles lezen en antwoorden:\n\n${page}\n\nDeze berichten niet meer ontvangen:\n\n${stop}\n`,
  }),
};
