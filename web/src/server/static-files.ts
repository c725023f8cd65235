import type { IncomingMessage, ServerResponse } from "node:http";
import sirv from "sirv";

/** Files whose name carries a hash of their bytes, or that never change under their name. */
const lasting = /^\/(?:_astro|fonts)\//;

/** Serves the build's static files, precompressed; calls `next` for anything else. */
export function createStaticFiles(folder: string) {
  const serve = sirv(folder, {
    brotli: true,
    gzip: true,
    etag: true,
    extensions: [],
    setHeaders: (res, path) => {
      res.setHeader("X-Content-Type-Options", "nosniff");
      res.setHeader("Cache-Control", lasting.test(path) ? "public, max-age=31536000, immutable" : "no-cache");
    },
  });
  return (req: IncomingMessage, res: ServerResponse, next: () => void): void => {
    // sirv trusts the range and would throw on an absurd one; these files are too small to be asked for in parts.
    delete req.headers.range;
    serve(req, res, next);
  };
}
