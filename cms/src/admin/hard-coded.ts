const labels: Readonly<Record<string, string>> = { draft: "brouillon", published: "publié", modified: "modifié" };

const texts: Readonly<Record<string, string>> = {
  Draft: "Brouillon",
  Published: "Publié",
  Modified: "Modifié",
  "Close modal": "Fermer",
  Loading: "Chargement",
};

/** Where Strapi writes these texts. */
const places = '[role="option"] span, [role="combobox"] span, [role="dialog"] button span, [role="alert"] span';

function translate(): void {
  for (const mark of Array.from(document.querySelectorAll('[role="status"][aria-label]'))) {
    const name = labels[mark.getAttribute("aria-label") ?? ""];
    if (name) mark.setAttribute("aria-label", name);
  }
  for (const { firstChild } of Array.from(document.querySelectorAll(places))) {
    const name = firstChild instanceof Text ? texts[firstChild.data] : undefined;
    if (name && firstChild instanceof Text) firstChild.data = name;
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
