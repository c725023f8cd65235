import { join, resolve } from "node:path";
import { root } from "../launch/launch.mjs";
import { PlainError } from "../launch/plain-error.mjs";
import { complain, say, withProgress } from "../launch/progress.mjs";
import { siteUrl } from "../start/parts.ts";
import { readSettings } from "../start/settings.ts";
import { exportSite } from "./export-site.ts";
import { progressText } from "./progress-text.ts";

const usage = "usage : npm run site:export -- DOSSIER";

try {
  const [target, ...more] = process.argv.slice(2);
  if (target === undefined || target.startsWith("-") || more.length > 0) throw new PlainError(usage);
  const settings = readSettings(process.env, root);
  const folder = resolve(process.env["INIT_CWD"] ?? process.cwd(), target);
  const count = { done: 0, known: 0, written: 0, removed: 0 };
  const began = Date.now();
  await withProgress(
    "Édition hors ligne",
    () => exportSite({ site: siteUrl(settings), folder, count, indexes: join(settings.DATA_DIR, "pagefind") }),
    () => progressText(count, Date.now() - began),
  );
  say(`${count.done} pages et fichiers, dont ${count.written} écrits et ${count.removed} retirés : ${folder}`);
} catch (error) {
  complain(`✖ ${sentenceOf(error)}`);
  process.exitCode = 1;
}

/** What went wrong, and what to do. */
function sentenceOf(error: unknown): string {
  if (error instanceof PlainError) return error.message;
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOSPC")
    return "Le disque est plein : libérez de la place et relancez l'export, il reprendra où il en est.";
  if (code === "EACCES" || code === "EPERM" || code === "EROFS")
    return "Ce dossier ne peut pas être écrit : choisissez-en un autre.";
  if (code === "ENOTDIR" || code === "EEXIST") return "Un fichier porte déjà ce nom : donnez le nom d'un dossier.";
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
