import type { Locale } from "../locales.ts";

/** Why a file is refused, for people in their language and for programs. */
export const fileRefusals = {
  "empty-file": { fr: "le fichier est vide", en: "the file is empty", nl: "het bestand is leeg" },
  "file-too-large": {
    fr: "le fichier pèse plus de 20 Mo",
    en: "the file has more than 20 MiB",
    nl: "het bestand weegt meer dan 20 MB",
  },
  "unsupported-file": {
    fr: "ce genre de fichier n’est pas accepté. Sont acceptés : images JPEG, PNG, WebP, AVIF, GIF et SVG, PDF, documents LibreOffice et Word, Excel, PowerPoint, textes et CSV, sons, vidéos MP4 et WebM, projets Scratch, fichiers STL et ZIP",
    en: "not a file of a kind that is accepted",
    nl: "dit soort bestand wordt niet aanvaard. Wel aanvaard: afbeeldingen (JPEG, PNG, WebP, AVIF, GIF, SVG), PDF, documenten van LibreOffice en Word, Excel, PowerPoint, tekst en CSV, geluid, video’s MP4 en WebM, Scratch-projecten, STL- en ZIP-bestanden",
  },
  "iphone-picture": {
    fr: "le format HEIC des iPhone n’est pas accepté : enregistrez la photo en JPEG",
    en: "HEIC pictures are not accepted: save it as JPEG",
    nl: "HEIC-foto’s van een iPhone worden niet aanvaard: bewaar de foto als JPEG",
  },
  "damaged-file": {
    fr: "le fichier est abîmé ou incomplet",
    en: "the file is damaged or incomplete",
    nl: "het bestand is beschadigd of onvolledig",
  },
  "too-many-pixels": {
    fr: "l’image est trop grande : au plus 50 millions de points, et 16 000 points de côté",
    en: "the picture is too large: at most 50 million points, and 16000 points a side",
    nl: "de afbeelding is te groot: hoogstens 50 miljoen punten, en 16 000 punten per kant",
  },
  "too-many-frames": {
    fr: "l’animation est trop longue : envoyez plutôt une image fixe",
    en: "the animation is too long: send a still picture",
    nl: "de animatie is te lang: stuur liever een stilstaand beeld",
  },
  "unsafe-drawing": {
    fr: "ce dessin SVG contient un script ou renvoie à d’autres fichiers : exportez-le en PNG",
    en: "the drawing holds a script or refers to other files: export it as PNG",
    nl: "deze SVG-tekening bevat een script of verwijst naar andere bestanden: exporteer ze als PNG",
  },
} as const satisfies Readonly<Record<string, Readonly<Record<Locale, string>>>>;

/** Names a reason for which a file is refused. */
export type FileRefusal = keyof typeof fileRefusals;

/** Whether a code names a reason for which a file is refused. */
export const isFileRefusal = (code: string): code is FileRefusal => Object.hasOwn(fileRefusals, code);
