import {
  invitationAnswerSchema,
  type Locale,
  type Member,
  memberAnswerSchema,
  sessionAnswerSchema,
  sessionHeader,
} from "@essaim/content";
import type { z } from "zod";
import { CmsUnavailable } from "../content/unavailable.ts";

/** Where the CMS is, and the site's key to it. */
export interface MemberSource {
  readonly cmsUrl: string;
  readonly token: string;
  readonly timeoutMs: number;
}

/** What the CMS refused, by its status. */
export type MemberRefusal = 400 | 401 | 403 | 410 | 429;

const refusals: readonly number[] = [400, 401, 403, 410, 429] satisfies MemberRefusal[];
const isRefusal = (status: number): status is MemberRefusal => refusals.includes(status);

type SessionAnswer = z.infer<typeof sessionAnswerSchema>;

/** Carries what members do to the CMS, which decides. All throw `CmsUnavailable`. */
export interface MemberClient {
  signIn(given: { email: string; password: string; origin: string }): Promise<SessionAnswer | MemberRefusal>;
  signOut(session: string, everywhere: boolean): Promise<void>;
  me(session: string): Promise<Member | MemberRefusal>;
  forgotten(given: { email: string; locale: Locale; origin: string }): Promise<MemberRefusal | undefined>;
  choosePassword(given: { link: string; password: string }): Promise<MemberRefusal | undefined>;
  invitation(link: string): Promise<z.infer<typeof invitationAnswerSchema> | MemberRefusal>;
  accept(given: { link: string; name: string; password: string }): Promise<SessionAnswer | MemberRefusal>;
  invite(session: string, given: { email: string; locale: Locale }): Promise<MemberRefusal | undefined>;
}

/** Makes the only way by which members' requests reach the CMS. */
export function createMemberClient({ cmsUrl, token, timeoutMs }: MemberSource): MemberClient {
  async function ask(path: string, body?: object, session?: string): Promise<Response | MemberRefusal> {
    const response = await fetch(`${cmsUrl}/api/member/${path}`, {
      method: body ? "POST" : "GET",
      headers: {
        authorization: `Bearer ${token}`,
        ...(body && { "content-type": "application/json" }),
        ...(session !== undefined && { [sessionHeader]: session }),
      },
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(timeoutMs),
    }).catch((cause: unknown) => {
      throw new CmsUnavailable("The CMS did not answer for a member.", { cause });
    });
    if (response.ok) return response;
    await response.body?.cancel();
    if (isRefusal(response.status)) return response.status;
    throw new CmsUnavailable(`The CMS answered ${response.status} for a member.`);
  }

  async function read<S extends z.ZodType>(schema: S, answer: Response | MemberRefusal) {
    return typeof answer === "number" ? answer : schema.parse(await answer.json());
  }

  async function tell(path: string, body: object, session?: string): Promise<MemberRefusal | undefined> {
    const answer = await ask(path, body, session);
    return typeof answer === "number" ? answer : undefined;
  }

  return {
    signIn: async (given) => read(sessionAnswerSchema, await ask("sign-in", given)),
    signOut: async (session, everywhere) => {
      await tell(everywhere ? "sign-out-everywhere" : "sign-out", {}, session);
    },
    me: async (session) => {
      const answer = await read(memberAnswerSchema, await ask("me", undefined, session));
      return typeof answer === "number" ? answer : answer.member;
    },
    forgotten: (given) => tell("forgotten", given),
    choosePassword: (given) => tell("password", given),
    invitation: async (link) => read(invitationAnswerSchema, await ask("invitation", { link })),
    accept: async (given) => read(sessionAnswerSchema, await ask("invitation/accept", given)),
    invite: (session, given) => tell("invitations", given, session),
  };
}
