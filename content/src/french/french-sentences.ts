/** The contract's own sentences about values, which it says in English. */
const fixed: Readonly<Record<string, string>> = {
  "must be lower-case letters and digits joined by single hyphens":
    "des minuscules sans accent et des chiffres, séparés par des traits d’union (mon-atelier-2)",
  "must be a single line without control characters": "une seule ligne, sans caractère de contrôle",
  "must not hold control characters": "sans caractère de contrôle",
  "must be a single line without spaces around it": "une seule ligne, sans espace au début ni à la fin",
  "must hold a visible character": "il n’y a que des espaces ou des caractères invisibles",
  "images do not stand in the text: put the file in an image field":
    "les images n’ont pas leur place dans le texte : retirez-la et mettez le fichier dans un champ d’image",
  "must be a paragraph, a heading, a list, a quote or a code block":
    "un bloc n’est ni un paragraphe, ni un titre, ni une liste, ni une citation, ni un bloc de code",
  "must be a text or a link": "un bloc ne contient que du texte et des liens",
  "must be a list item or a list": "une liste ne contient que des éléments et d’autres listes",
  "must hold at least one text or link": "un bloc est vide",
  "must hold at least one text": "un bloc est vide",
  "must hold at least one list item": "une liste est vide",
  "must be a picture": "une image est attendue : JPEG, PNG, WebP ou AVIF",
  "must be a path such as media/photo.jpg": "un chemin tel que media/photo.jpg est attendu",
  "must be an SPDX licence expression, such as CC-BY-SA-4.0": "une licence SPDX est attendue, telle que CC-BY-SA-4.0",
  "must be a year, month or day (2017, 2017-02, 2017-02-01) or an interval (2017-03/2017-06, 2017-07/..)":
    "une année, un mois ou un jour (2017, 2017-02, 2017-02-01) ou un intervalle (2017-03/2017-06, 2017-07/..)",
  "must be a time such as 14:30": "une heure telle que 14:30 est attendue",
  "must be an http or https address": "une adresse complète est attendue, qui commence par https://",
  "must hold at most 20000 characters in all": "au plus 20 000 caractères en tout",
  "must not hold = or >": "sans les signes = et >",
  "must hold a letter or a digit": "une lettre ou un chiffre au moins",
  "must name at least two words": "au moins deux mots ou expressions, un par ligne",
  "names the same word twice": "le même mot est écrit deux fois",
  "names the same document twice": "la même fiche est citée deux fois",
  "a picture needs an alternative text, or decorative: true":
    "l’image demande un texte de remplacement (alt), qui dit ce qu’elle montre, ou d’être déclarée décorative (decorative: true)",
};

/** Sentences with a part that varies; `$1` is that part. */
const varying: readonly (readonly [RegExp, string])[] = [
  [
    /^must hold at most (\d+) characters, an emoji counting for two$/,
    "au plus $1 caractères ; un emoji compte pour deux",
  ],
  [/^must be at most (\d+) words long$/, "au plus $1 mots"],
  [/^must not be below (\w+)$/, "ne peut pas être inférieur à $1"],
  [/^the text is at most (\d+) characters long$/, "le texte dépasse $1 caractères"],
  [/^tables .*$/, "les tableaux ne sont pas acceptés"],
  [/^the Markdown is at most (\d+) characters long$/, "le texte dépasse $1 signes, mise en forme comprise"],
  [/^more than (\d+) list items$/, "les listes ont plus de $1 éléments"],
  [/^more than (\d+) signs of emphasis .*$/, "un paragraphe a plus de $1 signes de mise en forme ou de lien"],
  [/^nothing but lists may follow .*$/, "après une liste dans un élément de liste ne viennent que d’autres listes"],
  [/^<u> is not closed .*$/, "un <u> n’est pas refermé là où il a été ouvert"],
  [/^footnotes .*$/, "les notes de bas de page ne sont pas acceptées"],
  [/^HTML .*cannot be kept.*$/, "le HTML n’est pas accepté, sauf <u>…</u> dans une ligne"],
  [/^a horizontal rule cannot be kept.*$/, "les lignes de séparation ne sont pas acceptées"],
  [
    /^images cannot be kept.*$/,
    "les images n’ont pas leur place dans le texte : mettez le fichier dans un champ d’image",
  ],
  [/^a code block keeps one word .*$/, "un bloc de code n’a qu’un mot après son ouverture : son langage"],
  [/^lists nest at most (\d+) levels deep$/, "les listes s’emboîtent sur $1 niveaux au plus"],
  [/^an ordered list starts at 1$/, "une liste numérotée commence à 1"],
  [/^a link's title cannot be kept$/, "le titre d’un lien n’est pas accepté"],
  [/^a link's address is at most (\d+) characters long.*$/, "l’adresse d’un lien dépasse $1 caractères"],
  [/^a link's address must not hold control .*$/, "l’adresse d’un lien est sans caractère de contrôle"],
  [/^a link inside the site starts with .*$/, "un lien à l’intérieur du site commence par une seule barre oblique"],
  [/^a link must start with .*$/, "un lien commence par http://, https://, mailto:, tel: ou, dans le site, par « / »"],
  [/^(?:a quote|a list item) .*$/, "une citation ou un élément de liste ne contient que du texte"],
  [/^.* cannot be kept$/, "cette mise en forme n’est pas acceptée"],
];

/** A sentence of the contract in French, with its line inside a Markdown text; nothing when it has no translation. */
export function frenchSentence(english: string): string | undefined {
  const inMarkdown = /^line (\d+): (.*)$/s.exec(english);
  if (!inMarkdown) return fixed[english] ?? translated(english);
  const [, line = "1", reason = ""] = inMarkdown;
  const told = translated(reason);
  return told && (line === "1" ? told : `${told} (ligne ${line} du texte)`);
}

function translated(english: string): string | undefined {
  const found = varying.find(([pattern]) => pattern.test(english));
  return found && english.replace(found[0], found[1]);
}
