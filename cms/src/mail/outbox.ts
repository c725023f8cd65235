import { randomBytes } from "node:crypto";
import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { toUid } from "@essaim/content";

/** A message as nodemailer hands it to whatever carries it, as far as ours needs it. */
export interface OutgoingMail {
  readonly data: {
    readonly subject?: unknown;
    readonly text?: unknown;
    readonly from?: unknown;
    readonly to?: unknown;
  };
  readonly message: {
    createReadStream(): NodeJS.ReadableStream;
    getEnvelope(): { readonly from: string | false; readonly to: readonly string[] };
    messageId(): string;
  };
}

type Done = (error: Error | null, sent?: object) => void;

const mostSubject = 60;

/** What a message is called in the outbox, so that the newest comes last: when, what about. */
export function mailName(at: Date, subject: string, mark = randomBytes(2).toString("hex")): string {
  const about = toUid(subject).slice(0, mostSubject).replace(/-$/, "");
  // To the millisecond: two messages of one second would otherwise come by what they are about.
  const when = at.toISOString().slice(0, 23).replace(/[T.]/g, "-").replaceAll(":", "");
  return [when, about, mark].filter(Boolean).join("-");
}

/**
 * Carries mail into a folder instead of to an SMTP server: each message as `.eml` for mail programs and as `.txt` to be read as it stands, links whole.
 * Its links open accounts, so that only the portal's own user may read them.
 */
export const outbox = (folder: string) => ({
  name: "essaim-outbox",
  version: "1",
  send(mail: OutgoingMail, done: Done): void {
    keep(folder, mail).then(
      (sent) => done(null, sent),
      (error: unknown) =>
        done(error instanceof Error ? error : new Error("The outbox can't be written", { cause: error })),
    );
  },
  verify: async () => true,
  isIdle: () => true,
  close: () => {},
});

async function keep(folder: string, { data, message }: OutgoingMail): Promise<object> {
  const envelope = message.getEnvelope();
  const subject = String(data.subject ?? "");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, mailName(new Date(), subject));
  const whole = await buffer(message.createReadStream());
  const readable = `À : ${envelope.to.join(", ")}\nObjet : ${subject}\n\n${String(data.text ?? "")}\n`;
  await writeWhole(`${file}.txt`, readable);
  await writeWhole(`${file}.eml`, whole);
  return { envelope, messageId: message.messageId() };
}

/** Whoever watches the folder sees whole messages only. */
async function writeWhole(file: string, content: string | Buffer): Promise<void> {
  await writeFile(`${file}.part`, content, { mode: 0o600, flag: "wx" });
  await rename(`${file}.part`, file);
}
