import type { IncomingMessage, ServerResponse } from "node:http";
import { localeOf } from "../routing/addresses.ts";
import { log, reasonOf } from "./log.ts";
import type { Rendered } from "./page-cache/page-store.ts";
import { type Reply, sendReply } from "./send.ts";

/** What the site answers instead of a page. */
export type ErrorStatus = 400 | 403 | 404 | 410 | 500 | 503;

/** Seconds after which asking again makes sense, while the CMS is down. */
const retryAfter = "5";

const apiErrors = {
  400: ["bad-request", "The address or a parameter is malformed."],
  403: ["forbidden", "This link opens nothing here."],
  404: ["not-found", "There is nothing at this address."],
  410: ["gone", "This link is no longer good."],
  500: ["internal-error", "The site made a mistake."],
  503: ["unavailable", "Try again in a moment."],
} as const satisfies Record<ErrorStatus, readonly [string, string]>;

/** Sends errors as pages of the site, in the language of the address; each is rendered once, without the CMS. */
export function createErrorPages(render: (path: string) => Promise<Rendered>) {
  const pages = new Map<string, Promise<Reply>>();

  function pageOf(status: ErrorStatus, path: string): Promise<Reply> {
    const address = `/_error/${status}/${localeOf(path)}/`;
    const page = pages.get(address) ?? renderError(status, address);
    pages.set(address, page);
    return page;
  }

  async function renderError(status: ErrorStatus, address: string): Promise<Reply> {
    try {
      const { headers, body } = await render(address);
      if (body.length > 0) return { status, headers, body };
      log("error-page-empty", { address });
    } catch (error) {
      log("error-page-failed", { address, reason: reasonOf(error) });
    }
    return { status, headers: [["content-type", "text/plain; charset=utf-8"]], body: Buffer.from(`${status}\n`) };
  }

  /** Answers a request with an error: a page, or JSON under `/api/`. */
  return async function sendError(req: IncomingMessage, res: ServerResponse, status: ErrorStatus, path: string) {
    const reply = path.startsWith("/api/") ? apiError(status) : await pageOf(status, path);
    if (status === 503) res.setHeader("Retry-After", retryAfter);
    await sendReply(req, res, reply);
  };
}

function apiError(status: ErrorStatus): Reply {
  const [code, message] = apiErrors[status];
  const body = Buffer.from(JSON.stringify({ error: { code, message } }));
  return { status, headers: [["content-type", "application/json; charset=utf-8"]], body };
}
