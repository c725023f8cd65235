import { type FileRefusal, fileRefusals } from "@essaim/content";
import { errors } from "@strapi/utils";

/** A file that the portal doesn't take; the message is what the person who sends it reads. */
export class FileRefused extends errors.ApplicationError {
  readonly code: FileRefusal;

  constructor(code: FileRefusal, name: string, options?: ErrorOptions) {
    super(`${plain(name)} : ${fileRefusals[code].fr}.`, { code });
    this.code = code;
    this.cause = options?.cause;
  }
}

/** The desk takes messages for patterns, in which braces and angle brackets mean something. */
const plain = (name: string): string => name.replace(/[{}<>'\p{Cc}]/gu, "").slice(0, 100);

/** A file that can't be read, and why. */
export const damaged = (name: string, cause: unknown): FileRefused => new FileRefused("damaged-file", name, { cause });
