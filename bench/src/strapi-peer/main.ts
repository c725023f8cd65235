import { randomUUID } from "node:crypto";
import { createRequire } from "node:module";
import { setTimeout as sleep } from "node:timers/promises";
import type { Core } from "@strapi/strapi";
import { syntheticSheets } from "../synthetic-sheets.ts";
import { sheetType } from "./app-folder.ts";

// Strapi’s own files for `import` name folders, which Node refuses.
const { createStrapi }: typeof import("@strapi/strapi") = createRequire(import.meta.url)("@strapi/strapi");

/** Rows of one insertion: SQLite takes so many values at once. */
const rowsAtOnce = 500;

/** Writes each sheet as Strapi does when it is saved, then published: a row for the draft and one for what is public. */
async function load(strapi: Core.Strapi, count: number): Promise<void> {
  const now = new Date();
  const rows = syntheticSheets(count).flatMap(({ paragraphs, ...sheet }) => {
    const row = { ...sheet, text: paragraphs.join("\n"), documentId: documentId(), createdAt: now, updatedAt: now };
    return [
      { ...row, publishedAt: null },
      { ...row, publishedAt: now },
    ];
  });
  for (let start = 0; start < rows.length; start += rowsAtOnce)
    await strapi.db.query(sheetType).createMany({ data: rows.slice(start, start + rowsAtOnce) });
}

const documentId = (): string => randomUUID().replaceAll("-", "").slice(0, 24);

/** When a publication was asked for, written in the database, and answered: nanoseconds of the clock that all processes share. */
async function publish(strapi: Core.Strapi, uid: string, summary: string): Promise<Record<string, string>> {
  const documents = strapi.documents(sheetType);
  const row = await strapi.db.query(sheetType).findOne({ where: { uid }, select: ["documentId"] });
  await documents.update({ documentId: row.documentId, data: { summary } });
  // The plugin answers a saved draft, too: by the time of the publication that is done.
  await sleep(200);
  const asked = process.hrtime.bigint();
  await documents.publish({ documentId: row.documentId });
  return { asked: `${asked}`, written: `${written}`, answered: `${process.hrtime.bigint()}` };
}

let written = 0n;

async function main(): Promise<void> {
  const appDir = process.cwd();
  const strapi = await createStrapi({ appDir, distDir: appDir, serveAdminPanel: false, autoReload: false }).load();
  // Being the last, this one is the first to hear that the database is done, before the plugin.
  strapi.documents.use(async (_context, next) => {
    const result = await next();
    written = process.hrtime.bigint();
    return result;
  });
  await load(strapi, Number(process.env["SHEETS"]));
  // What the plugin's page does when someone ticks the collection.
  await strapi.plugin("meilisearch").service("meilisearch")["addContentTypeInMeiliSearch"]({ contentType: sheetType });
  process.on("message", ({ uid, summary }: { uid: string; summary: string }) => {
    publish(strapi, uid, summary).then(
      (moments) => process.send?.(moments),
      (error: unknown) => process.send?.({ error: String(error) }),
    );
  });
  process.send?.({ isReady: true });
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
