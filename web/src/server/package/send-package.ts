import type { IncomingMessage, ServerResponse } from "node:http";
import { commonHeaders } from "../send.ts";
import { sendFile } from "../send-file.ts";
import type { KeptPackage } from "./package-store.ts";

/** Sends the portal's package. */
export function sendPackage(
  req: IncomingMessage,
  res: ServerResponse,
  { path, size, hash }: KeptPackage,
): Promise<void> {
  const headers = [
    ["Content-Type", "application/zip"],
    ["Content-Disposition", 'attachment; filename="essaim.zip"'],
    ...commonHeaders,
    ["Cache-Control", "no-cache"],
  ] as const;
  return sendFile(req, res, { path, size, etag: `"${hash}"`, headers });
}
