import type { IncomingMessage } from "node:http";
import { type Locale, type MemberPlace, memberPath, passwordSchema, secretIdSchema } from "@essaim/content";
import type { Loader } from "../content/load.ts";
import { createRender, type RendererOptions } from "../server/render.ts";
import type { Reply } from "../server/send.ts";
import { isOwnForm, originOf, readForm } from "./form.ts";
import { createMemberClient, type MemberRefusal, type MemberSource } from "./member-client.ts";
import { sessionCookie, sessionIn } from "./session-cookie.ts";
import type { Notice, Visit } from "./visit.ts";

/** What members' pages are made with. */
export interface MemberPagesOptions extends MemberSource {
  readonly app: RendererOptions["app"];
  readonly loader: Loader;
  readonly publicUrl: string;
}

/** A request for a member's page. */
export interface MemberRequest {
  readonly req: IncomingMessage;
  readonly place: MemberPlace;
  readonly locale: Locale;
  readonly query: string;
}

/** Answers requests for members' pages; a status where there is no such page. Throws `CmsUnavailable`. */
export type MemberPages = (request: MemberRequest) => Promise<Reply | 400 | 403 | 405>;

/** What comes of a request: a page that says something, or another address, with the session that the browser shall keep from now on. */
type Outcome =
  | { readonly visit: Visit; readonly status?: number; readonly session?: string }
  | { readonly to: MemberPlace; readonly session: string | null };

const notices: Readonly<Record<MemberRefusal, Notice>> = {
  400: "invalidAddress",
  401: "wrong",
  403: "refused",
  410: "linkEnded",
  429: "tooMany",
};

/** Longer than any address or password; the CMS refuses what is too long for it. */
const longestField = 300;
const fieldOf = (form: URLSearchParams, name: string): string => (form.get(name) ?? "").slice(0, longestField);

const refused = (place: MemberPlace, status: MemberRefusal, more: Partial<Visit> = {}): Outcome => ({
  status,
  visit: { place, notice: notices[status], ...more },
});

/** Makes the pages that are for one person each: they pass by the page store, and nobody may keep them. */
export function createMemberPages({ app, loader, publicUrl, ...source }: MemberPagesOptions): MemberPages {
  const client = createMemberClient(source);

  async function show({ req, place, query }: MemberRequest): Promise<Outcome> {
    const link = secretIdSchema.safeParse(new URLSearchParams(query).get("lien")).data;
    if (place === "ownCentre") return showOwnCentre(req);
    if (place === "invitation") return showInvitation(link ?? "");
    return { visit: { place, ...(link !== undefined && { link }) } };
  }

  async function showOwnCentre(req: IncomingMessage, notice?: Notice): Promise<Outcome> {
    const session = sessionIn(req.headers.cookie);
    const member = session === undefined ? 401 : await client.me(session);
    if (session === undefined || typeof member === "number") return { to: "signIn", session: null };
    return { visit: { place: "ownCentre", member, ...(notice && { notice }) }, session };
  }

  async function showInvitation(link: string, notice?: Notice): Promise<Outcome> {
    const invitation = link === "" ? 410 : await client.invitation(link);
    if (typeof invitation === "number") return refused("invitation", 410);
    return {
      visit: { place: "invitation", link, invitation, ...(notice && { notice }) },
      ...(notice && { status: 400 }),
    };
  }

  const acts: Readonly<Record<MemberPlace, (request: MemberRequest, form: URLSearchParams) => Promise<Outcome>>> = {
    async signIn({ req }, form) {
      const email = form.get("email") ?? "";
      const answer = await client.signIn({
        email: email.slice(0, 300),
        password: fieldOf(form, "password"),
        origin: originOf(req),
      });
      return typeof answer === "number"
        ? refused("signIn", answer, { email })
        : { to: "ownCentre", session: answer.session };
    },
    async password({ req, locale }, form) {
      const place = "password";
      const link = secretIdSchema.safeParse(form.get("lien")).data;
      if (link === undefined) {
        const answer = await client.forgotten({
          email: fieldOf(form, "email"),
          locale,
          origin: originOf(req),
        });
        return answer === undefined ? { visit: { place, notice: "sent" } } : refused(place, answer);
      }
      const password = passwordSchema.safeParse(form.get("password")).data;
      if (password === undefined) return { status: 400, visit: { place, link, notice: "invalidPassword" } };
      const answer = await client.choosePassword({ link, password });
      return answer === undefined
        ? { visit: { place: "signIn", notice: "changed" }, session: "" }
        : refused(place, answer);
    },
    async invitation(_, form) {
      const link = secretIdSchema.safeParse(form.get("lien")).data ?? "";
      const password = passwordSchema.safeParse(form.get("password")).data;
      const name = (form.get("name") ?? "").trim().slice(0, 160);
      if (password === undefined || name === "") return showInvitation(link, "invalidPassword");
      const answer = link === "" ? 410 : await client.accept({ link, name, password });
      return typeof answer === "number" ? refused("invitation", answer) : { to: "ownCentre", session: answer.session };
    },
    async ownCentre({ req, locale }, form) {
      const session = sessionIn(req.headers.cookie);
      if (session === undefined) return { to: "signIn", session: null };
      const act = form.get("act");
      if (act !== "invite") {
        await client.signOut(session, act === "everywhere");
        return { to: "signIn", session: null };
      }
      const answer = await client.invite(session, { email: fieldOf(form, "email"), locale });
      return showOwnCentre(req, answer === undefined ? "invited" : notices[answer]);
    },
  };

  async function toReply(outcome: Outcome, { locale }: MemberRequest): Promise<Reply> {
    const own = [
      ["cache-control", "private, no-store"],
      ["x-robots-tag", "noindex"],
    ] as const;
    if ("to" in outcome) {
      const cookie = sessionCookie(outcome.session ?? undefined, publicUrl);
      const headers = [["location", memberPath(outcome.to, locale)], ["set-cookie", cookie], ...own] as const;
      return { status: 303, headers, body: Buffer.alloc(0) };
    }
    const { visit, session, status = 200 } = outcome;
    const {
      status: rendered,
      headers,
      body,
    } = await createRender({ app, loader, publicUrl, visit })(memberPath(visit.place, locale));
    const kept = session === undefined ? [] : [["set-cookie", sessionCookie(session || undefined, publicUrl)] as const];
    return { status: rendered === 200 ? status : rendered, headers: [...headers, ...own, ...kept], body };
  }

  return async (request) => {
    const { req } = request;
    if (req.method === "GET" || req.method === "HEAD") return toReply(await show(request), request);
    if (req.method !== "POST") return 405;
    if (!isOwnForm(req, publicUrl)) return 403;
    const form = await readForm(req);
    return form === undefined ? 400 : toReply(await acts[request.place](request, form), request);
  };
}
