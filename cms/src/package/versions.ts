import {
  canonicalJson,
  contentType,
  fromPackaged,
  isTypeName,
  parseVersionLine,
  versionsRequestSchema,
} from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { inFeedTransaction } from "../publication/feed.ts";
import { rememberParentsIn } from "../publication/lasting-parent.ts";
import { hashOf } from "../publication/reconcile.ts";
import { tables } from "../publication/tables.ts";
import { parseRequest, RequestError } from "../request-error.ts";
import { filesByHash } from "./stored-files.ts";

/** Puts a package's history beside the portal's own: versions that are missing are added, those that are there stay as they are. */
export async function writeVersions(strapi: Core.Strapi, body: unknown): Promise<{ added: number }> {
  const { versions } = parseRequest(versionsRequestSchema, body);
  const files = await filesByHash(
    strapi,
    versions.flatMap((version) => Object.values(version.files)),
  );
  const rows = versions.map(({ files: paths, ...version }, index) => {
    const parsed = parseVersionLine(JSON.stringify(version), index + 1);
    if (!parsed.ok) {
      const [problem] = parsed.problems;
      throw new RequestError(422, problem?.code ?? "invalid", problem?.reason ?? "not valid", {
        line: index + 1,
        field: problem?.field ?? "",
      });
    }
    const { type, uid, locale, number, at, author = null, note = null, data } = parsed.line;
    if (!isTypeName(type))
      throw new RequestError(422, "unknown-type", "unknown type", { line: index + 1, field: "type" });
    // A file of an old version may be gone for good: the version is then kept without it.
    const stored = fromPackaged(contentType(type).fields, data, (path) => files.get(paths[path] ?? "")?.media);
    const json = canonicalJson(stored);
    return { stored, row: { type, uid, locale: locale ?? "", number, hash: hashOf(json), json, author, note, at } };
  });
  return inFeedTransaction(strapi, async (trx) => {
    const added: typeof rows = [];
    for (const version of rows) {
      const { type, uid, locale, number } = version.row;
      if (await trx(tables.versions).where({ type, uid, locale, number }).first("id")) continue;
      await trx(tables.versions).insert(version.row);
      added.push(version);
    }
    await rememberParentsIn(
      trx,
      added.map(({ row, stored }) => ({ ...row, stored })),
    );
    return { added: added.length };
  });
}
