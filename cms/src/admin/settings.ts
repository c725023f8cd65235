import type { StrapiApp } from "@strapi/strapi/admin";

/** Opens the desk in French on a browser where nobody chose a language; the account’s own choice follows after signing in. */
export function speakFrench(): void {
  if (!localStorage.getItem("strapi-admin-language")) localStorage.setItem("strapi-admin-language", "fr");
}

/** Marks Strapi’s announcement as read: a coloured bar above every page, about Strapi. Its name ends in the installation’s number, of which there is none. */
export function skipAnnouncement(): void {
  localStorage.setItem("STRAPI_MEDIA_LIBRARY_BANNER_DISMISSED_FOR_false:false", "true");
}

/** Takes out of the menus what nobody can use in a portal: models are changed in the code, and extensions with it; nobody has an account of the interface. */
export function hideFrame(app: StrapiApp): void {
  const hidden = new Set(["plugins/content-type-builder"]);
  app.router.menu.splice(0, Number.POSITIVE_INFINITY, ...app.router.menu.filter(({ to }) => !hidden.has(to)));
  delete app.router.settings["users-permissions"];
}
