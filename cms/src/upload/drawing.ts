import { execFile } from "node:child_process";
import { extname, join } from "node:path";
import { maxFileBytes } from "@essaim/content";
import { damaged, FileRefused } from "./file-refused.ts";

/** Largest drawing, in bytes. */
const maxBytes = 2 * 1024 * 1024;
/** What a drawing may not hold: scripts, its own entities, and pages. */
const unsafe =
  /<!ENTITY|<!DOCTYPE[^<>[]*\[|<\?xml-stylesheet|<(?:\w+:)?(?:script|foreignObject|iframe|object|embed|include)\b|\son[a-z]+\s*=|@import|javascript:/i;
/** What a drawing fetches. */
const fetched = /(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)')|url\(([^()]*)\)/gi;
/** Parts of itself, and pictures that it carries. */
const own = /^\s*["']?\s*(?:#|data:image\/(?:png|jpeg|gif|webp);base64,|$)/;
/** Links lead away but fetch nothing. */
const links = /<(?:\w+:)?a\s[^<>]*>/gi;

function refuseUnsafe(bytes: Buffer, name: string): void {
  if (bytes.length > maxBytes) throw new FileRefused("file-too-large", name);
  const text = bytes.toString("utf8").replace(links, "");
  const isOwn = [...text.matchAll(fetched)].every(([, double, single, inStyle]) =>
    own.test(double ?? single ?? inStyle ?? ""),
  );
  if (text.includes("\0") || unsafe.test(text) || !isOwn) throw new FileRefused("unsafe-drawing", name);
}

/** Longest time that drawing may take, in milliseconds. */
const patienceMs = 4_000;

const drawer = join(__dirname, `draw-in-points${extname(__filename)}`);

/**
 * Draws a drawing into a PNG. A small drawing can ask for hours of work, and the library that draws can't be interrupted: a process of its own
 * can. Throws a FileRefused for a drawing that isn't safe, can't be read or takes too long.
 */
export async function drawInPoints(drawing: Buffer, name: string): Promise<Buffer> {
  refuseUnsafe(drawing, name);
  const options = { timeout: patienceMs, killSignal: "SIGKILL", maxBuffer: maxFileBytes, encoding: "buffer" } as const;
  return new Promise((resolve, reject) => {
    const child = execFile(process.execPath, [drawer], options, (error, picture) => {
      if (error) reject(damaged(name, error));
      else resolve(picture);
    });
    // It may have ended before it has read all.
    child.stdin?.on("error", () => undefined).end(drawing);
  });
}
