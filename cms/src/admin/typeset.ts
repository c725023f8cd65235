import type { StrapiApp } from "@strapi/strapi/admin";

/** Spaces that don’t break before double signs and inside French quotation marks, and curly apostrophes; patterns of messages stay as they are. */
export function typeset(message: string): string {
  return message
    .replace(/(?<=\p{L})'(?=\p{L})/gu, "’")
    .replace(/\.\.\./g, "…")
    .replace(/ (?=[;!?])/g, "\u202f")
    .replace(/ (?=:(?:\s|$))/g, "\u00a0")
    .replace(/« /g, "«\u00a0")
    .replace(/ »/g, "\u00a0»");
}

/** Sets Strapi’s own French by the same rules as ours, once it is loaded. */
export function typesetFrench(app: StrapiApp): void {
  const load = app.loadTrads.bind(app);
  app.loadTrads = async (custom) => {
    await load(custom);
    const all: Record<string, Record<string, string>> = app.configurations.translations;
    const messages = all["fr"] ?? {};
    for (const [key, message] of Object.entries(messages)) messages[key] = typeset(message);
  };
}
