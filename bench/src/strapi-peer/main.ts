import { randomUUID } from "node:crypto";
import { createRequire } from "node:module";
import type { Core } from "@strapi/strapi";
import { syntheticSheets } from "../synthetic-sheets.ts";
import { sheetType } from "./app-folder.ts";
import type { Order } from "./strapi-peer.ts";

// Strapi’s own files for `import` name folders, which Node refuses.
const { createStrapi }: typeof import("@strapi/strapi") = createRequire(import.meta.url)("@strapi/strapi");

/** Rows of one insertion: SQLite takes so many values at once. */
const rowsAtOnce = 500;

/** Writes each sheet as Strapi does when it is saved, then published: a row for the draft and one for what is public. */
async function load(strapi: Core.Strapi, count: number): Promise<void> {
  const now = new Date();
  const rows = syntheticSheets(count).flatMap(({ paragraphs, ...sheet }) => {
    const row = { ...sheet, text: paragraphs.join("\n"), documentId: newDocumentId(), createdAt: now, updatedAt: now };
    return [
      { ...row, publishedAt: null },
      { ...row, publishedAt: now },
    ];
  });
  for (let start = 0; start < rows.length; start += rowsAtOnce)
    await strapi.db.query(sheetType).createMany({ data: rows.slice(start, start + rowsAtOnce) });
}

const newDocumentId = (): string => randomUUID().replaceAll("-", "").slice(0, 24);

let written = 0n;

/** Saves a draft, or publishes it and says when that was asked for, in the database, and answered: nanoseconds of the clock that all processes share. */
async function obey(strapi: Core.Strapi, { uid, summary }: Order): Promise<Record<string, string>> {
  const { documentId } = await strapi.db.query(sheetType).findOne({ where: { uid }, select: ["documentId"] });
  const documents = strapi.documents(sheetType);
  if (summary !== undefined) {
    await documents.update({ documentId, data: { summary } });
    return {};
  }
  const asked = process.hrtime.bigint();
  await documents.publish({ documentId });
  return { asked: `${asked}`, written: `${written}`, answered: `${process.hrtime.bigint()}` };
}

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
  process.on("message", (order: Order) => {
    obey(strapi, order).then(
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
