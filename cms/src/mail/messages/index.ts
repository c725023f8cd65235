import type { Locale } from "@essaim/content";
import { en } from "./en.ts";
import { fr } from "./fr.ts";
import type { Messages } from "./message.ts";
import { nl } from "./nl.ts";

export type { Message, Messages } from "./message.ts";

/** Everything that the site writes to people, by language. */
export const messages: Readonly<Record<Locale, Messages>> = { fr, en, nl };
