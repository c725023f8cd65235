import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { createStrapi } from "@strapi/strapi";
import { EnvironmentError } from "./environment-schema.ts";

const distDir = resolve(__dirname, "..");
const appDir = resolve(distDir, "..");

const waitingPage = `<!doctype html>
<html lang="fr"><meta charset="utf-8"><meta http-equiv="refresh" content="5"><title>Essaim</title>
<p>L’espace de rédaction se prépare : cette page se recharge d’elle-même.</p></html>
`;

/** Strapi looks for the desk once, at start: a page stands in for it, which the build of the desk then replaces. */
function placeWaitingPage(): void {
  const page = join(distDir, "build", "index.html");
  if (existsSync(page)) return;
  mkdirSync(join(distDir, "build"), { recursive: true });
  writeFileSync(page, waitingPage);
}

/**
 * After a commit Strapi reads the entry again for its webhooks, and nobody waits for that: when the database goes away just then, nothing is lost
 * but the event. Whatever must hold is written in transactions, so going on is safe, and kinder to whoever is writing.
 */
function outliveLostEvents(): void {
  process.on("unhandledRejection", (reason) => console.error("cms: after an answer:", reason));
}

async function main(): Promise<void> {
  outliveLostEvents();
  process.env["STRAPI_TELEMETRY_DISABLED"] = "true";
  process.env["STRAPI_PLUGIN_I18N_INIT_LOCALE_CODE"] = "fr";
  process.env["NODE_ENV"] ??= "production";
  await import("./environment.ts");
  placeWaitingPage();
  await createStrapi({ appDir, distDir }).start();
  process.send?.("ready");
}

main().catch((error: unknown) => {
  console.error(error instanceof EnvironmentError ? `cms: ${error.message}` : error);
  process.exit(1);
});
