import { createRequire } from "node:module";
import { join } from "node:path";
import { z } from "zod";

const catalogueSchema = z.object({ default: z.record(z.string(), z.string()) });

/** Where Strapi keeps the messages of its pages, by package. */
const catalogues = {
  "@strapi/admin": "dist/admin/admin/src/translations",
  "@strapi/content-manager": "dist/admin/translations",
  "@strapi/upload": "dist/admin/translations",
  "@strapi/i18n": "dist/admin/translations",
  "@strapi/email": "dist/admin/translations",
};

/** Words that are the same in both languages, or that are names. */
const shared = new Set(
  "action actions audio centre code configuration contact description dimensions documentation document documents essaim exceptions extension format guide guides image images important information introduction kit kits licence menu message minute minutes mode note notes notifications options page pages participants permissions phase phases plan plans point position quantité question questions rang relation relations service session simple solution solutions source sources style table taille text token type types url version versions video webhooks x y ".split(
    " ",
  ),
);

/** Words of English that are no French ones. */
const englishWords =
  /\b(?:the|and|your|you|with|this|that|from|are|was|is|not|please|click|search|save|delete|remove|add|create|edit|open|close|select|settings|last|new|all|of|to|for|more|users?|entry|entries|fields?|files?|upload|download|status|draft|published|publish|required|enter|choose|back|next|loading|learn|home|sign|log|password|email|name|value|empty|there|been|have|has|can|will|no|yes|updated|created|locale|language|library|asset|assets|folders?|sort|view|cancel|confirm|drag|move|up|down|press|item|items|show|hide|preview|characters?|optional)\b/i;

const normal = (text: string): string => text.replace(/\s+/g, " ").trim().toLowerCase();

/** Every message of Strapi's English that stands alone, without a pattern in it. */
export async function englishMessages(): Promise<ReadonlySet<string>> {
  const require = createRequire(import.meta.url);
  const found = new Set<string>();
  for (const [name, folder] of Object.entries(catalogues)) {
    const room = join(require.resolve(`${name}/package.json`), "..", folder, "en.json.mjs");
    const { default: messages } = catalogueSchema.parse(await import(room));
    for (const message of Object.values(messages)) if (!/[{<]/.test(message)) found.add(normal(message));
  }
  for (const word of shared) found.delete(word);
  return found;
}

/** Something that a person can read or hear on a page, and where it stands. */
export interface Said {
  readonly text: string;
  readonly where: string;
  /** Written by an editor: a title in a list, say. */
  readonly isContent: boolean;
}

/** What is English among the things said: whole messages of Strapi's catalogue, and sentences with an English word in them. */
export function englishAmong(said: readonly Said[], messages: ReadonlySet<string>): string[] {
  const found = said.filter(({ text, isContent }) => {
    const words = normal(text);
    if (!/\p{L}{2}/u.test(words) || shared.has(words)) return false;
    return messages.has(words) || (!isContent && englishWords.test(words));
  });
  return [...new Set(found.map(({ text, where }) => `${where}: ${text.replace(/\s+/g, " ").trim()}`))];
}
