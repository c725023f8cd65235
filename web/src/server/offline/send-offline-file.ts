import { stat } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { basename, join } from "node:path";
import { locales } from "@essaim/content";
import { chooseEncoding } from "../encoding.ts";
import { commonHeaders } from "../send.ts";
import { sendFile } from "../send-file.ts";

/** Address of the indexes for searches without a search server. */
export const offlineFolder = "/pagefind/";

/** Entries tell where the present index is; what stands in its folder never changes under its name. */
const address = new RegExp(
  `^(?:${locales.join("|")})/(?:(entry\\.json)|[0-9a-f]{16}/(?:(?:index|fragment)/)?[\\w.-]+\\.(?:js|json|pagefind|pf_\\w+))$`,
);
const types: Readonly<Record<string, string>> = {
  js: "text/javascript; charset=utf-8",
  json: "application/json; charset=utf-8",
};

/** Sends a file of the indexes in `folder`; false when there is none under that path. */
export async function sendOfflineFile(
  req: IncomingMessage,
  res: ServerResponse,
  folder: string,
  path: string,
): Promise<boolean> {
  const match = address.exec(path);
  if (match === null) return false;
  const isEntry = match[1] !== undefined;
  const plain = join(folder, path);
  const type = types[path.slice(path.lastIndexOf(".") + 1)];
  const isPacked = type !== undefined && !isEntry && chooseEncoding(req.headers["accept-encoding"]) !== "identity";
  const file = await fileAt(isPacked ? `${plain}.gz` : plain);
  if (file === undefined) return false;
  const headers = [
    ["Content-Type", type ?? "application/octet-stream"],
    ...commonHeaders,
    ["Cache-Control", isEntry ? "no-cache" : "public, max-age=31536000, immutable"],
    ...(type === undefined ? [] : ([["Vary", "Accept-Encoding"]] as const)),
    ...(isPacked ? ([["Content-Encoding", "gzip"]] as const) : []),
  ] as const;
  const etag = `"${isEntry ? file.mtimeMs.toString(36) : basename(path)}${isPacked ? "-gzip" : ""}"`;
  await sendFile(req, res, { path: file.path, size: file.size, etag, headers });
  return true;
}

async function fileAt(path: string) {
  try {
    const { size, mtimeMs } = await stat(path);
    return { path, size, mtimeMs };
  } catch {
    return undefined;
  }
}
