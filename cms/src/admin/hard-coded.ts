const labels: Readonly<Record<string, string>> = { draft: "brouillon", published: "publié", modified: "modifié" };

const fields: Readonly<Record<string, string>> = { "Choose date": "Choisir le jour", "Choose time": "Choisir l’heure" };

const texts: Readonly<Record<string, string>> = {
  Draft: "Brouillon",
  Published: "Publié",
  Modified: "Modifié",
  "Close modal": "Fermer",
  Loading: "Chargement",
  Active: "Peut entrer",
  Inactive: "Ne peut pas entrer",
};

/** Refusals of a field before it is sent, as the form’s library words them. */
const refusals: readonly (readonly [RegExp, string])[] = [
  [
    /must match the following: "\/\^\[A-Za-z0-9-_/,
    "Des minuscules sans accent et des chiffres, séparés par des traits d’union (mon-atelier-2).",
  ],
];

/** Where Strapi writes these texts. */
const places =
  '[role="option"] span, [role="combobox"] span, [role="dialog"] button span, [role="alert"] span, td span';

function translate(): void {
  for (const mark of Array.from(document.querySelectorAll('[role="status"][aria-label]'))) {
    const name = labels[mark.getAttribute("aria-label") ?? ""];
    if (name) mark.setAttribute("aria-label", name);
  }
  for (const field of Array.from(document.querySelectorAll('input[role="combobox"][aria-label]'))) {
    const name = fields[field.getAttribute("aria-label") ?? ""];
    if (name) field.setAttribute("aria-label", name);
  }
  for (const { firstChild } of Array.from(document.querySelectorAll(places))) {
    const name = firstChild instanceof Text ? texts[firstChild.data] : undefined;
    if (name && firstChild instanceof Text) firstChild.data = name;
  }
  for (const { firstChild } of Array.from(document.querySelectorAll("[data-strapi-field-error]"))) {
    if (!(firstChild instanceof Text)) continue;
    const { data } = firstChild;
    const refusal = refusals.find(([english]) => english.test(data))?.[1];
    if (refusal) firstChild.data = refusal;
  }
}

/** Puts the few words into French that Strapi writes in English whatever the language, with no message behind them; once per frame at most. */
export function translateHardCoded(): void {
  let asked = false;
  const ask = () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      translate();
    });
  };
  new MutationObserver(ask).observe(document.body, { childList: true, subtree: true, attributeFilter: ["aria-label"] });
}
