/** The page’s title and icon: Strapi writes its own name there, and offers no setting for it. */
export function markAsEssaim(icon: string): void {
  const link = document.createElement("link");
  link.rel = "icon";
  link.type = "image/svg+xml";
  link.href = icon;
  document.head.append(link);
  const title = document.querySelector("title");
  if (!title) return;
  const rename = () => {
    const ours = document.title.replace(/(\| )?Strapi( Admin)?$/, "$1Essaim");
    if (ours !== document.title) document.title = ours;
  };
  rename();
  new MutationObserver(rename).observe(title, { childList: true });
}

const stateNames: Readonly<Record<string, string>> = { draft: "brouillon", published: "publié", modified: "modifié" };

/** What screen readers say of an entry's state: Strapi writes its English name there whatever the language. */
export function nameStates(): void {
  new MutationObserver(() => {
    for (const [state, name] of Object.entries(stateNames)) {
      const marks = document.querySelectorAll(`[role="status"][aria-label="${state}"]`);
      for (const mark of marks) mark.setAttribute("aria-label", name);
    }
  }).observe(document.body, { childList: true, subtree: true, attributeFilter: ["aria-label"] });
}
