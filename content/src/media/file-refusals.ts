/** Why a file is refused, for people who write in French and for programs. */
export const fileRefusals = {
  "empty-file": { fr: "le fichier est vide", en: "the file is empty" },
  "file-too-large": { fr: "le fichier pèse plus de 20 Mo", en: "the file has more than 20 MiB" },
  "unsupported-file": {
    fr: "ce genre de fichier n’est pas accepté. Sont acceptés : images JPEG, PNG, WebP, AVIF, GIF et SVG, PDF, documents LibreOffice et Word, Excel, PowerPoint, textes et CSV, sons, vidéos MP4 et WebM, projets Scratch, fichiers STL et ZIP",
    en: "not a file of a kind that is accepted",
  },
  "iphone-picture": {
    fr: "le format HEIC des iPhone n’est pas accepté : enregistrez la photo en JPEG",
    en: "HEIC pictures are not accepted: save it as JPEG",
  },
  "damaged-file": { fr: "le fichier est abîmé ou incomplet", en: "the file is damaged or incomplete" },
  "too-many-pixels": {
    fr: "l’image est trop grande : au plus 50 millions de points, et 16 000 points de côté",
    en: "the picture is too large: at most 50 million points, and 16000 points a side",
  },
  "too-many-frames": {
    fr: "l’animation est trop longue : envoyez plutôt une image fixe",
    en: "the animation is too long: send a still picture",
  },
  "unsafe-drawing": {
    fr: "ce dessin SVG contient un script ou renvoie à d’autres fichiers : exportez-le en PNG",
    en: "the drawing holds a script or refers to other files: export it as PNG",
  },
} as const satisfies Readonly<Record<string, { readonly fr: string; readonly en: string }>>;

/** Names a reason for which a file is refused. */
export type FileRefusal = keyof typeof fileRefusals;

/** Whether a code names a reason for which a file is refused. */
export const isFileRefusal = (code: string): code is FileRefusal => Object.hasOwn(fileRefusals, code);
