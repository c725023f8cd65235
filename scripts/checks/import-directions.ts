import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import ts from "typescript";
import { directions, type Room, rooms } from "./rooms.ts";

/** An import that the house doesn’t allow. */
export interface WrongImport {
  readonly file: string;
  readonly specifier: string;
  readonly reason: string;
}

const skipped = /^(node_modules|dist|\.astro|\.strapi|\.cache|package|public|types|mutant)$/;
const read = /\.(ts|tsx|mts|js|mjs|astro)$/;

/** `content/` is pure: these, and its own files. */
const contentPackages = /^(zod|diff|mdast-util-[\w-]+|micromark[\w-]*|mdast)$/;

function* sources(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!skipped.test(entry.name)) yield* sources(path);
    } else if (read.test(entry.name)) yield path;
  }
}

/** The code of a file: of a page, what stands between its fences and in its scripts. */
function code(file: string): string {
  const text = readFileSync(file, "utf8");
  if (!file.endsWith(".astro")) return text;
  const fence = /^---\n(.*?)\n---/s.exec(text)?.[1] ?? "";
  const scripts = [...text.matchAll(/<script[^>]*>(.*?)<\/script>/gs)].map(([, script]) => script);
  return [fence, ...scripts].join("\n");
}

/** Every specifier that a file imports, statically, dynamically or by `require`. */
export function importsOf(file: string): string[] {
  return ts.preProcessFile(code(file), true, true).importedFiles.map(({ fileName }) => fileName);
}

/** The room that a relative import reaches into; undefined inside its own, or outside all. */
function roomReached(root: string, file: string, specifier: string): string | undefined {
  const [room = ""] = relative(root, resolve(dirname(file), specifier)).split(sep);
  return rooms.find((name) => name === room);
}

const isTest = (path: string) => /\.test\.tsx?$|\/(tests|testing)\/|\/arbitrary-[\w-]+\.ts$/.test(path);

function judgePath(root: string, room: Room, file: string, specifier: string): string | undefined {
  const reached = roomReached(root, file, specifier);
  if (reached === undefined || reached === room) return undefined;
  // Journeys and measurements start the portal by the house’s own script, as a person would.
  if (reached === "scripts" && (room === "e2e" || room === "bench")) return undefined;
  // Tests against the real thing borrow the other room’s test bench.
  if (isTest(file) && isTest(`/${specifier}`)) return undefined;
  return `reaches into ${reached}/ by its path`;
}

function judge(root: string, room: Room, file: string, specifier: string): string | undefined {
  if (specifier.startsWith(".")) return judgePath(root, room, file, specifier);
  const allowed: readonly string[] = directions[room];
  if (isTest(file) || allowed.includes(specifier)) return undefined;
  if (specifier.startsWith("@essaim/")) return `${room}/ may not import ${specifier}`;
  return room === "content" && !contentPackages.test(specifier) ? "content/ is pure" : undefined;
}

/** Looks at every import of every room. */
export function findWrongImports(root: string): WrongImport[] {
  return rooms.flatMap((room) => {
    const folder = join(root, room);
    if (!statSync(folder, { throwIfNoEntry: false })) return [];
    return [...sources(folder)].flatMap((file) =>
      importsOf(file).flatMap((specifier) => {
        const reason = judge(root, room, file, specifier);
        return reason ? [{ file: relative(root, file), specifier, reason }] : [];
      }),
    );
  });
}
