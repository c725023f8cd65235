import type { IncomingMessage } from "node:http";
import { type Member, memberAnswerSchema, memberPath, type Reader, uidSchema } from "@essaim/content";
import type { SentFiles } from "./form.ts";
import type { MemberAddress } from "./member-address.ts";
import { isRefusal, type MemberClient, type Refusal } from "./member-client.ts";
import { sessionIn } from "./session-cookie.ts";
import type { Notice, Visit } from "./visit.ts";

/** A request for a member's page. */
export interface MemberRequest extends MemberAddress {
  readonly req: IncomingMessage;
  readonly path: string;
  readonly query: string;
}

/** The session that the browser shall keep from now on; null: none. */
interface KeptSession {
  readonly session?: string | null;
}

/** The adoption that an address names. */
export const adoptionOf = ({ query }: MemberRequest): string | undefined =>
  uidSchema.safeParse(new URLSearchParams(query).get("id")).data;

/** What comes of a request: a page that says something, another address to go to, or a file. */
export type Outcome = KeptSession &
  (
    | { readonly visit: Visit; readonly status?: number }
    | { readonly to: string }
    | { readonly file: { readonly name: string; readonly type: string; readonly body: Buffer } }
  );

/** How a page for members answers: to whoever opens it, and to its forms. */
export interface Place {
  show(request: MemberRequest): Promise<Outcome>;
  act(request: MemberRequest, form: URLSearchParams, files: SentFiles): Promise<Outcome>;
  /** Only pages that have an answer to forms that are too long take files. */
  readonly tooLong?: Outcome;
}

/** Makes a page's answers, which go by what the CMS says. */
export type MakePlace = (client: MemberClient) => Place;

/** Who a request comes from. */
export interface Signed {
  readonly session: string;
  readonly member: Member;
}

/** Whether a request comes from somebody who has signed in. */
export async function isSignedIn(client: MemberClient, { req }: MemberRequest): Promise<boolean> {
  const session = sessionIn(req.headers.cookie);
  return session !== undefined && !isRefusal(await client.get(memberAnswerSchema, "me", session));
}

/** Answers a request of somebody who has signed in; sends others to sign in first, and back here. */
export async function signedIn(
  client: MemberClient,
  { req, path, query, locale }: MemberRequest,
  answer: (signed: Signed) => Promise<Outcome>,
): Promise<Outcome> {
  const session = sessionIn(req.headers.cookie);
  const known = session === undefined ? undefined : await client.get(memberAnswerSchema, "me", session);
  if (session === undefined || known === undefined || isRefusal(known)) {
    const next = new URLSearchParams({ suite: path + query });
    return { to: `${memberPath("signIn", locale)}?${next}`, session: null };
  }
  return { session, ...readBy(known, await answer({ session, member: known.member })) };
}

/** The page says whose it is, unless its reader has just left. */
const readBy = (reader: Reader, outcome: Outcome): Outcome =>
  "visit" in outcome && outcome.session !== null ? { ...outcome, visit: { ...outcome.visit, reader } } : outcome;

const notices: Readonly<Record<Refusal["refused"], Notice>> = {
  400: "invalidAddress",
  401: "wrong",
  403: "refused",
  404: "refused",
  409: "refused",
  410: "linkEnded",
  413: "refused",
  422: "refused",
  429: "tooMany",
};

/** What a page says first of a refusal that needs no words of its own. */
export const noticeOf = ({ refused }: Refusal): Notice => notices[refused];

/** Longer than any address or password; the CMS refuses what is too long for it. */
const longestLine = 300;

/** A line of a form; empty when it was not sent. */
export const lineOf = (form: URLSearchParams, name: string): string => (form.get(name) ?? "").slice(0, longestLine);
