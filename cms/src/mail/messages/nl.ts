import type { Invited, Messages } from "./message.ts";

const who = ({ by, centre }: Invited): string => {
  if (by && centre) return `${by} nodigt u uit om deel uit te maken van ${centre} op Essaim`;
  return centre
    ? `Op Essaim staat een account voor u klaar, om te handelen namens ${centre}`
    : "Op Essaim staat een account voor u klaar";
};

export const nl: Messages = {
  password: ({ link }) => ({
    subject: "Kies een nieuw wachtwoord",
    text: `Hallo,\n\nOm een nieuw wachtwoord te kiezen op Essaim, opent u deze link binnen het uur:\n\n${link}\n\nHebt u niets gevraagd? Dan hoeft u niets te doen: er verandert niets.\n`,
  }),
  invitation: (said) => ({
    subject: said.by && said.centre ? `${said.centre} nodigt u uit op Essaim` : "Uw account op Essaim",
    text: `Hallo,\n\n${who(said)}. Essaim is het portaal waar sociale centra hun oplossingen delen.\nOm uw account te openen, volgt u deze link binnen zeven dagen:\n\n${said.link}\n\nIs dit niet voor u bestemd? Dan hoeft u niets te doen: er wordt geen account geopend.\n`,
  }),
};
