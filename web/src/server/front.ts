import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { isVersionNumber, previewPath } from "@essaim/content";
import { CmsUnavailable } from "../content/unavailable.ts";
import { type MemberAddress, memberPlaceAt } from "../members/member-address.ts";
import type { MemberPages } from "../members/member-pages.ts";
import type { Preview } from "../preview/preview.ts";
import { historyFiles } from "../routing/addresses.ts";
import { matchRoute } from "../routing/routes.ts";
import { type Address, isPlainPath, lacksSlash, originForm, parseAddress } from "./address.ts";
import type { createErrorPages, ErrorStatus } from "./error-pages.ts";
import { keptQuery } from "./kept-query.ts";
import { log, reasonOf } from "./log.ts";
import type { MediaStore } from "./media/media-store.ts";
import { sendMedia } from "./media/send-media.ts";
import { offlineFolder, sendOfflineFile } from "./offline/send-offline-file.ts";
import type { PackageStore } from "./package/package-store.ts";
import { sendPackage } from "./package/send-package.ts";
import type { PageStore, Rendered } from "./page-cache/page-store.ts";
import type { Render } from "./render.ts";
import { sendPage, sendReply } from "./send.ts";
import type { createStaticFiles } from "./static-files.ts";

/** What stands behind the front. */
export interface FrontOptions {
  readonly store: PageStore;
  /** Pages as filters and page numbers vary them: apart, so that however many there are they push no page out. */
  readonly variations: PageStore;
  readonly render: Render;
  readonly sendError: ReturnType<typeof createErrorPages>;
  readonly staticFiles: Awaited<ReturnType<typeof createStaticFiles>>;
  readonly media: MediaStore;
  readonly packages: PackageStore;
  /** Folder of the indexes for searches without a search server. */
  readonly offlineIndexes: string;
  /** Shows drafts to whoever holds a signed link. */
  readonly preview: Preview;
  /** Pages that are made for one person each. */
  readonly members: MemberPages;
  /** The body of `/healthz`. */
  readonly health: () => object;
}

/** Answers every request: kept pages first, then files, then what must be rendered. */
export function createFront(options: FrontOptions): RequestListener {
  const { store, variations, sendError, staticFiles } = options;
  return (req, res) => {
    req.url = originForm(req.url ?? "");
    const readable = req.method === "GET" || req.method === "HEAD";
    // Only addresses that passed the guard once are in the stores.
    const page = readable ? (store.peek(req.url) ?? variations.peek(req.url)) : undefined;
    if (page) return sendPage(req, res, page);
    const address = parseAddress(req.url);
    const fail = (error: unknown) => {
      // What a reader searched for is nobody's business.
      log("request-failed", { path: address?.path, reason: reasonOf(error) });
      if (res.headersSent) res.destroy();
      else void sendError(req, res, 500, address?.path ?? "/").catch(() => res.destroy());
    };
    if (!address) return void sendError(req, res, 400, "/").catch(fail);
    const member = memberPlaceAt(address.path);
    if (member) return void answerMember(options, req, res, { ...member, ...address }).catch(fail);
    if (!readable) return void refuseMethod(req, res).catch(fail);
    staticFiles(req, res, () => void answer(options, req, res, address).catch(fail));
  };
}

async function answer(options: FrontOptions, req: IncomingMessage, res: ServerResponse, { path, query }: Address) {
  const { store, variations, render, sendError, packages, health } = options;
  if (path === "/healthz") return sendReply(req, res, json(health()));
  if (!isPlainPath(path)) return sendError(req, res, 404, path);
  if (path.startsWith(mediaFolder)) return unlessDown(() => answerMedia(options, req, res, path));
  if (path.startsWith(offlineFolder)) return answerOffline(options, req, res, path);
  if (path === "/package.zip") return unlessDown(async () => sendPackage(req, res, await packages.get()));
  if (path.startsWith(previewPath)) return unlessDown(() => answerPreview(options, req, res, { path, query }));
  // Programs call the interface without a slash at the end; Astro knows every address with one.
  if (path.startsWith("/api/")) return send(render(lacksSlash(path) ? `${path}/${query}` : path + query));
  if (lacksSlash(path)) return redirect(req, res, `${path}/${query}`);
  const { live, varies, target } = reach(path, query);
  if (live) return send(render(target, languageOf(req)));
  const answered = await (varies ? variations : store).get(target);
  return "page" in answered ? sendPage(req, res, answered.page) : send(Promise.resolve(answered.rendered));

  async function send(rendering: Promise<Rendered>) {
    const rendered = await rendering;
    const status = errorStatusOf(rendered);
    return status === undefined ? sendReply(req, res, rendered) : sendError(req, res, status, path);
  }

  async function unlessDown(send: () => Promise<void>) {
    try {
      await send();
    } catch (error) {
      if (!(error instanceof CmsUnavailable)) throw error;
      log("cms-unavailable", { path, reason: reasonOf(error) });
      await sendError(req, res, 503, path);
    }
  }
}

async function answerMember(
  { members, sendError }: FrontOptions,
  req: IncomingMessage,
  res: ServerResponse,
  { place, locale, path, query }: MemberAddress & Address,
) {
  try {
    const answered = await members({ req, place, locale, path, query });
    if (answered === 405) return await refuseMethod(req, res, "GET, HEAD, POST");
    // What wasn't read of a form isn't waited for.
    if (typeof answered === "number") res.setHeader("Connection", "close");
    return await (typeof answered === "number" ? sendError(req, res, answered, path) : sendReply(req, res, answered));
  } catch (error) {
    if (!(error instanceof CmsUnavailable)) throw error;
    log("cms-unavailable", { path, reason: reasonOf(error) });
    return sendError(req, res, 503, path);
  }
}

const mediaFolder = "/media/";

async function answerMedia(
  { media, sendError }: FrontOptions,
  req: IncomingMessage,
  res: ServerResponse,
  path: string,
) {
  const file = await media.get(path.slice(mediaFolder.length));
  return file ? sendMedia(req, res, file) : sendError(req, res, 404, path);
}

async function answerOffline(
  { offlineIndexes, sendError }: FrontOptions,
  req: IncomingMessage,
  res: ServerResponse,
  path: string,
) {
  const isSent = await sendOfflineFile(req, res, offlineIndexes, path.slice(offlineFolder.length));
  if (!isSent) await sendError(req, res, 404, path);
}

/** A draft, and a file that it shows, goes from the CMS to this one reader: no store between. */
async function answerPreview(
  { preview, sendError }: FrontOptions,
  req: IncomingMessage,
  res: ServerResponse,
  { path, query }: Address,
) {
  const link = new URLSearchParams(query).get("lien") ?? "";
  const name = path.slice(previewPath.length);
  const answered = await (name === "" ? preview.page(link) : preview.file(link, name));
  if (typeof answered === "number") return sendError(req, res, answered, previewPath);
  if (answered.status >= 500) return sendError(req, res, answered.status === 503 ? 503 : 500, previewPath);
  return sendReply(req, res, answered);
}

/** What to render: for this request alone, or for all readers who ask for the same. */
function reach(path: string, query: string): Reach {
  if (path === "/") return { live: true, target: path };
  const match = matchRoute(path);
  if (match?.route.kept === "query") return { live: true, target: path + query };
  const given = new URLSearchParams(query);
  if (path.endsWith(`/${historyFiles.diff}`)) return reachDifference(path, given);
  // There are as many pairs as versions squared.
  if (match?.route.pair) return { varies: true, target: path };
  const chosen = (names: readonly string[] | undefined, form: RegExp) =>
    (names ?? []).flatMap((name) => {
      const value = given.get(name);
      return value !== null && form.test(value) ? [[name, value] as [string, string]] : [];
    });
  const varying = new URLSearchParams([
    ...chosen(match?.route.variations, /^[a-z0-9:-]{1,120}$/),
    ...chosen(match?.route.texts, /\S/),
  ]);
  if (!match || varying.size === 0) return { target: path };
  const kept = keptQuery(match.name, varying);
  return kept === undefined
    ? { live: true, target: `${path}?${varying}` }
    : { varies: kept !== "", target: path + kept };
}

interface Reach {
  /** Whether it is rendered for this request alone. */
  readonly live?: boolean;
  /** Whether it is one of many forms of a page. */
  readonly varies?: boolean;
  readonly target: string;
}

/** What changed between two versions, for programs: kept where both are numbers, else explained to this one. */
function reachDifference(path: string, given: URLSearchParams): Reach {
  const [from, to] = [given.get("from"), given.get("to")];
  const asked = new URLSearchParams(
    Object.entries({ from, to }).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  );
  const target = `${path}?${asked}`;
  return isVersionNumber(from) && isVersionNumber(to) ? { varies: true, target } : { live: true, target };
}

/** An error that a page replaces. Endpoints of the interface explain their own. */
function errorStatusOf({ status, headers, body }: Rendered): ErrorStatus | undefined {
  if (body.length > 0 && headers.some(([name, value]) => name === "content-type" && value.includes("json")))
    return undefined;
  // The search page itself says what it did not understand.
  if (status === 400 && body.length > 0) return undefined;
  if (status === 400 || status === 404 || status === 503) return status;
  if (status === 410) return 404;
  return status >= 500 ? 500 : undefined;
}

const languageOf = (req: IncomingMessage): Record<string, string> => {
  const language = req.headers["accept-language"];
  return language === undefined ? {} : { "accept-language": language };
};

const json = (value: object) => ({
  status: 200,
  headers: [["content-type", "application/json; charset=utf-8"]] as const,
  body: Buffer.from(JSON.stringify(value)),
});

const redirect = (req: IncomingMessage, res: ServerResponse, location: string) =>
  sendReply(req, res, { status: 301, headers: [["location", location]], body: Buffer.alloc(0) });

async function refuseMethod(req: IncomingMessage, res: ServerResponse, allowed = "GET, HEAD"): Promise<void> {
  // The body that may follow is not read.
  res.setHeader("Connection", "close");
  const headers = [
    ["allow", allowed],
    ["content-type", "text/plain; charset=utf-8"],
  ] as const;
  await sendReply(req, res, { status: 405, headers, body: Buffer.from("Method not allowed\n") });
}
