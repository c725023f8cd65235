import { memberPath } from "@essaim/content";
import type { Loader } from "../content/load.ts";
import { createRender, type RendererOptions } from "../server/render.ts";
import type { Reply } from "../server/send.ts";
import { bringsFiles, isOwnForm, mostBytesWithFiles, readForm } from "./form.ts";
import { createMemberClient, type MemberSource } from "./member-client.ts";
import { isSignedIn, type MemberRequest, type Outcome } from "./outcome.ts";
import { makePlaces } from "./places/index.ts";
import { sessionCookie } from "./session-cookie.ts";
import type { Visit } from "./visit.ts";
import { withWritten } from "./written.ts";

/** What members' pages are made with. */
export interface MemberPagesOptions extends MemberSource {
  readonly app: RendererOptions["app"];
  readonly loader: Loader;
  readonly publicUrl: string;
}

/** Answers requests for members' pages; a status where there is no such page. Throws `CmsUnavailable`. */
export type MemberPages = (request: MemberRequest) => Promise<Reply | 400 | 403 | 405>;

type Headers = Reply["headers"];

/** Makes the pages that are for one person each: they pass by the page store, and nobody may keep them. */
export function createMemberPages({ app, loader, publicUrl, ...source }: MemberPagesOptions): MemberPages {
  const client = createMemberClient(source);
  const places = makePlaces(client, publicUrl);

  function keptBy({ session }: Outcome): Headers {
    const own = [
      ["cache-control", "private, no-store"],
      ["x-robots-tag", "noindex"],
    ] as const;
    return session === undefined ? own : [...own, ["set-cookie", sessionCookie(session ?? undefined, publicUrl)]];
  }

  async function show(visit: Visit, { locale, query }: MemberRequest, status = 200, kept: Headers): Promise<Reply> {
    const render = createRender({ app, loader, publicUrl, visit });
    const rendered = await render(memberPath(visit.place, locale) + query);
    const { headers, body } = rendered;
    return { status: rendered.status === 200 ? status : rendered.status, headers: [...headers, ...kept], body };
  }

  async function toReply(outcome: Outcome, request: MemberRequest): Promise<Reply> {
    const kept = keptBy(outcome);
    if ("visit" in outcome) return show(outcome.visit, request, outcome.status, kept);
    if ("to" in outcome) return { status: 303, headers: [["location", outcome.to], ...kept], body: Buffer.alloc(0) };
    const { name, type, body } = outcome.file;
    const asFile = `attachment; filename="${name}"`;
    return { status: 200, headers: [["content-type", type], ["content-disposition", asFile], ...kept], body };
  }

  return async (request) => {
    const { req } = request;
    const place = places[request.place];
    if (req.method === "GET" || req.method === "HEAD") return toReply(await place.show(request), request);
    if (req.method !== "POST") return 405;
    if (!isOwnForm(req, publicUrl)) return 403;
    const { tooLong } = place;
    if (bringsFiles(req) && !tooLong) return 400;
    // Nobody else fills the memory: others are sent to sign in, whatever they bring.
    const most = bringsFiles(req) && (await isSignedIn(client, request)) ? mostBytesWithFiles : undefined;
    const form = await readForm(req, most);
    if (form === "too-long" && tooLong) return toReply(tooLong, request);
    if (typeof form === "string") return 400;
    return toReply(withWritten(await place.act(request, form.fields, form.files), request, form.fields), request);
  };
}
