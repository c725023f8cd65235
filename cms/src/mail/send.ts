import type { Core } from "@strapi/strapi";
import { z } from "zod";
import { environment } from "../environment.ts";
import type { Message } from "./messages/index.ts";

/** Where the site is, for addresses in messages. */
export const siteAddress = (path: string): string =>
  new URL(path, environment.PUBLIC_URL ?? "http://127.0.0.1:4321").href;

/**
 * What became of a message. `refused`: its address takes none, now or later. `delayed`: this one was not taken yet, others may be.
 * `unsent`: no server takes any now.
 */
export type Sending = "sent" | "refused" | "delayed" | "unsent";

/**
 * Sends a message. That one was not taken is told in the log and to nobody else: whether there was a message to send is nobody's business.
 */
export async function sendMessage(strapi: Core.Strapi, to: string, { subject, text }: Message): Promise<Sending> {
  try {
    await strapi
      .plugin("email")
      .service("email")
      ["send"]?.({ to, subject: oneLine(subject), text });
    return "sent";
  } catch (error) {
    strapi.log.error(`A message could not be sent: ${error instanceof Error ? error.message : String(error)}`);
    return whatBecameOf(error);
  }
}

/** Where the conversation with the server ended, and by which of its answers, as nodemailer has it. */
const refusalSchema = z.object({ command: z.string(), responseCode: z.number().optional() });
const aboutOneMessage = ["API", "RCPT TO", "DATA"];

function whatBecameOf(error: unknown): Sending {
  const { command = "", responseCode = 0 } = refusalSchema.safeParse(error).data ?? {};
  if (command === "RCPT TO" && responseCode >= 500) return "refused";
  return aboutOneMessage.includes(command) ? "delayed" : "unsent";
}

/** Signs that steer what shows a text, and those that turn its direction (Unicode, UAX #9). */
const steering = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** What somebody or something is called may not add lines, nor links, to a message that carries our name, nor to its subject. */
export const oneLine = (text: string): string =>
  text
    .replace(/[^\S\u00a0\u202f]+/g, " ")
    .replace(steering, "")
    .replace(/:\/\/|www\./gi, " ")
    .trim();
