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
