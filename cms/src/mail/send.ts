import type { Core } from "@strapi/strapi";
import { environment } from "../environment.ts";
import type { Message } from "./messages/index.ts";

/** Where the site is, for addresses in messages. */
export const siteAddress = (path: string): string =>
  new URL(path, environment.PUBLIC_URL ?? "http://127.0.0.1:4321").href;

/**
 * Sends a message; false when the SMTP server didn't take it. That is told in the log and to nobody else: whether there was a message to send
 * is nobody's business.
 */
export async function sendMessage(strapi: Core.Strapi, to: string, { subject, text }: Message): Promise<boolean> {
  try {
    await strapi.plugin("email").service("email")["send"]?.({ to, subject, text });
    return true;
  } catch (error) {
    strapi.log.error(`A message could not be sent: ${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
}

/** What somebody is called may not add lines, nor links, to a message that carries our name. */
export const oneLine = (text: string): string =>
  text
    .replace(/[^\S\u00a0\u202f]+/g, " ")
    .replace(/:\/\/|www\./gi, " ")
    .trim();
