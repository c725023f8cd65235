import { valueNames } from "../../desk/values.ts";
import { admin } from "./admin.ts";
import { contentManager } from "./content-manager.ts";
import { languages } from "./languages.ts";
import { mediaLibrary } from "./media-library.ts";
import { mail, settings } from "./settings.ts";
import { uncatalogued } from "./uncatalogued.ts";

const prefixed = (plugin: string, texts: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).map(([key, text]) => [`${plugin}.${key}`, text]));

/** The desk’s own French, laid over Strapi’s; the values of lists to choose from are looked up by themselves. */
export const french: Readonly<Record<string, string>> = {
  ...settings,
  ...admin,
  ...uncatalogued,
  ...prefixed("content-manager", contentManager),
  ...prefixed("upload", mediaLibrary),
  ...prefixed("i18n", languages),
  ...prefixed("email", mail),
  ...valueNames,
};
