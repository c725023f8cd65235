import type { Readable } from "node:stream";
import { lineMaxLength } from "@essaim/content";
import { PackageRefused } from "./refusal.ts";

/** A line of a text file, counted from 1, without its line ending. */
export interface TextLine {
  readonly number: number;
  readonly text: string;
}

/** The longest line in bytes: UTF-8 takes at most three bytes for one unit of a string's length. */
const lineMaxBytes = 3 * lineMaxLength;

/** The most lines of one file, blank ones too: an archive of a few kilobytes may hold millions of them. */
export const mostLines = 500_000;

const newline = 0x0a;

/** The lines of a UTF-8 stream, one by one; `file` names it in refusals. A byte order mark and CRLF are tolerated. */
export async function* readLines(stream: Readable, file: string): AsyncGenerator<TextLine> {
  const decode = createDecoder(file);
  let number = 1;
  let parts: Buffer[] = [];
  let bytes = 0;
  const keep = (part: Buffer) => {
    bytes += part.length;
    if (bytes > lineMaxBytes) throw refuseLine(file, number, `la ligne dépasse ${lineMaxLength} caractères`);
    parts.push(part);
  };
  for await (const chunk of stream) {
    let rest: Buffer = Buffer.from(chunk);
    for (let end = rest.indexOf(newline); end >= 0; end = rest.indexOf(newline)) {
      keep(rest.subarray(0, end));
      yield { number, text: decode(Buffer.concat(parts), number) };
      number += 1;
      if (number > mostLines) throw refuseLine(file, number, `le fichier a plus de ${mostLines} lignes`);
      parts = [];
      bytes = 0;
      rest = rest.subarray(end + 1);
    }
    keep(rest);
  }
  if (bytes > 0) yield { number, text: decode(Buffer.concat(parts), number) };
}

function createDecoder(file: string): (bytes: Buffer, number: number) => string {
  const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  return (bytes, number) => {
    try {
      const text = strict.decode(bytes);
      const start = number === 1 && text.startsWith("\uFEFF") ? 1 : 0;
      return text.slice(start, text.endsWith("\r") ? -1 : undefined);
    } catch (cause) {
      throw refuseLine(file, number, "la ligne n’est pas en UTF-8", cause);
    }
  };
}

const refuseLine = (file: string, line: number, sentence: string, cause?: unknown) =>
  new PackageRefused([{ file, line, field: "", sentence }], { cause });
