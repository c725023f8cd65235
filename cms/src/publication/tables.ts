import type { Core } from "@strapi/strapi";

// Strapi writes column names into these objects, so that each attribute needs one of its own.
const text = () => ({ type: "string", column: { notNullable: true } });
const longText = () => ({ type: "text", column: { notNullable: true } });
const whole = () => ({ type: "integer", column: { notNullable: true } });
const id = () => ({ type: "increments" });

/** Names of the portal's own tables: the feed, the versions, what is live, searches, members' sessions and notices, what drafts took over, what sheets were made from, files that members sent. `locale` is '' for types that are not localised. */
export const tables = {
  feed: "essaim_feed",
  changes: "essaim_changes",
  versions: "essaim_versions",
  live: "essaim_live",
  references: "essaim_references",
  missedSearches: "essaim_missed_searches",
  sessions: "essaim_sessions",
  accountLinks: "essaim_account_links",
  notices: "essaim_notices",
  merges: "essaim_merges",
  origins: "essaim_origins",
  sheetFiles: "essaim_sheet_files",
} as const;

/**
 * Versions and references go by uid, so that history outlives a move to another portal.
 * `account` is the member who wrote a version here: names can be taken by others. `essaim_changes.id` is the position in the feed; `entry_id` is the row of the CMS that is live.
 */
const models = [
  { name: tables.feed, attributes: { id: id(), feed: text() }, indexes: [] },
  {
    name: tables.changes,
    attributes: {
      id: id(),
      type: text(),
      document_id: text(),
      uid: text(),
      locale: text(),
      version: { type: "integer" },
      action: text(),
      at: text(),
    },
    indexes: [],
  },
  {
    name: tables.versions,
    attributes: {
      id: id(),
      type: text(),
      uid: text(),
      locale: text(),
      number: whole(),
      hash: text(),
      json: longText(),
      author: { type: "string" },
      account: { type: "integer" },
      note: { type: "text" },
      at: text(),
    },
    indexes: [{ name: "essaim_versions_number", columns: ["type", "uid", "locale", "number"], type: "unique" }],
  },
  {
    name: tables.live,
    attributes: {
      id: id(),
      type: text(),
      document_id: text(),
      uid: text(),
      slug: text(),
      locale: text(),
      source_locale: text(),
      version_id: whole(),
      version: whole(),
      title_key: longText(),
      maturity: { type: "string" },
      published_at: text(),
      updated_at: text(),
      entry_id: whole(),
    },
    indexes: [
      { name: "essaim_live_document", columns: ["type", "document_id", "locale"], type: "unique" },
      { name: "essaim_live_uid", columns: ["type", "uid"] },
      { name: "essaim_live_slug", columns: ["type", "slug"] },
      { name: "essaim_live_published", columns: ["type", "locale", "published_at"] },
    ],
  },
  {
    name: tables.references,
    attributes: { id: id(), type: text(), document_id: text(), locale: text(), target: text() },
    indexes: [
      { name: "essaim_references_target", columns: ["target"] },
      { name: "essaim_references_document", columns: ["document_id", "locale"] },
    ],
  },
  {
    name: tables.missedSearches,
    attributes: { id: id(), locale: text(), words: text(), week: text(), times: whole() },
    indexes: [{ name: "essaim_missed_searches_week", columns: ["locale", "words", "week"], type: "unique" }],
  },
  {
    name: tables.sessions,
    attributes: { id: id(), hash: text(), user_id: whole(), expires_at: text() },
    indexes: [
      { name: "essaim_sessions_hash", columns: ["hash"], type: "unique" },
      { name: "essaim_sessions_user", columns: ["user_id"] },
    ],
  },
  {
    name: tables.accountLinks,
    attributes: { id: id(), hash: text(), user_id: whole(), purpose: text(), expires_at: text() },
    indexes: [
      { name: "essaim_account_links_hash", columns: ["hash"], type: "unique" },
      { name: "essaim_account_links_user", columns: ["user_id"] },
    ],
  },
  {
    // `subject` says what it is about: nobody is told of the same twice. `mail` is whether it is still to be written.
    name: tables.notices,
    attributes: {
      id: id(),
      user_id: whole(),
      kind: text(),
      subject: text(),
      data: longText(),
      at: text(),
      read_at: { type: "string" },
      mail: text(),
    },
    indexes: [
      { name: "essaim_notices_subject", columns: ["user_id", "subject"], type: "unique" },
      { name: "essaim_notices_mail", columns: ["mail"] },
    ],
  },
  {
    name: tables.merges,
    attributes: {
      id: id(),
      from_key: text(),
      into_key: text(),
      base: whole(),
      version: whole(),
      change: { type: "text", column: { notNullable: true } },
      state: text(),
      field: text(),
      before: longText(),
      after: longText(),
      credited: { type: "text" },
      user_id: whole(),
      at: text(),
    },
    indexes: [{ name: "essaim_merges_pair", columns: ["into_key", "from_key"] }],
  },
  {
    // Strapi forgets whom a sheet names once that is deleted; a sheet that is withdrawn still stands between its own adaptations and its parent.
    name: tables.origins,
    attributes: { id: id(), type: text(), uid: text(), parent: text() },
    indexes: [
      { name: "essaim_origins_sheet", columns: ["type", "uid"], type: "unique" },
      { name: "essaim_origins_parent", columns: ["parent"] },
    ],
  },
  {
    // `made` is whether the media library had no such file before.
    name: tables.sheetFiles,
    attributes: { id: id(), hash: text(), centre: text(), made: { type: "boolean" }, at: text() },
    indexes: [{ name: "essaim_sheet_files_centre", columns: ["centre", "hash"] }],
  },
];

/** Has Strapi create the tables; to be called in `register`, before it compares its schema with the database's. */
export function registerTables(strapi: Core.Strapi): void {
  for (const { name, attributes, indexes } of models) {
    const singularName = name.replaceAll("_", "-");
    strapi
      .get("models")
      .add({ uid: `essaim::${singularName}`, singularName, tableName: name, attributes, indexes, lifecycles: {} });
  }
}
