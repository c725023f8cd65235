import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { UID } from "@strapi/strapi";

/** The one content type of the peer. */
export const sheetType: UID.ContentType = "api::sheet.sheet";
/** Where the plugin puts its sheets. */
export const peerIndex = "strapi_peer_sheets";

const schema = {
  kind: "collectionType",
  collectionName: "sheets",
  info: { singularName: "sheet", pluralName: "sheets", displayName: "Sheet" },
  options: { draftAndPublish: true },
  attributes: {
    uid: { type: "string", required: true, unique: true },
    title: { type: "string", required: true },
    summary: { type: "text" },
    text: { type: "text" },
    theme: { type: "integer" },
  },
};

/** Writes a Strapi app with strapi-plugin-meilisearch as its manual sets it up: the address, the key, the name of the index, nothing else. */
export function writeApp(folder: string, engine: { url: string; key: string }): void {
  const secret = "for-measurements-only-nobody-signs-in";
  const files = {
    "package.json": { name: "strapi-peer", strapi: { telemetryDisabled: true } },
    "config/server.json": {
      app: { keys: [secret] },
      logger: { config: { level: "warn" }, updates: { enabled: false } },
    },
    "config/admin.json": {
      ...{ auth: { secret }, apiToken: { salt: secret }, transfer: { token: { salt: secret } } },
      secrets: { encryptionKey: secret },
    },
    "config/database.json": {
      connection: { client: "sqlite", connection: { filename: join(folder, "peer.db") }, useNullAsDefault: true },
    },
    "src/api/sheet/content-types/sheet/schema.json": schema,
  };
  for (const [path, content] of Object.entries(files)) write(join(folder, path), JSON.stringify(content));
  const plugin = {
    ...{ enabled: true, resolve: "strapi-plugin-meilisearch/package.json" },
    config: { host: engine.url, apiKey: engine.key, sheet: { indexName: peerIndex } },
  };
  // Strapi reads this one as a program only.
  write(join(folder, "config/plugins.js"), `module.exports = ${JSON.stringify({ meilisearch: plugin })};`);
  mkdirSync(join(folder, "public/uploads"), { recursive: true });
}

function write(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
