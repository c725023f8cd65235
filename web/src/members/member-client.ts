import { sessionHeader } from "@essaim/content";
import { z } from "zod";
import { CmsUnavailable } from "../content/unavailable.ts";

/** Where the CMS is, and the site's key to it. */
export interface MemberSource {
  readonly cmsUrl: string;
  readonly token: string;
  readonly timeoutMs: number;
}

const refusals = [400, 401, 403, 404, 409, 410, 413, 422, 429] as const;
type RefusalStatus = (typeof refusals)[number];

/** What the CMS refused: its status, its word for the reason, and the field that it is about. */
export interface Refusal {
  readonly refused: RefusalStatus;
  readonly code: string;
  readonly field?: string;
}

/** Carries what members do to the CMS, which decides; paths stand below `/api/member/`. All throw `CmsUnavailable`. */
export interface MemberClient {
  /** Reads something. */
  get<S extends z.ZodType>(schema: S, path: string, session?: string): Promise<z.output<S> | Refusal>;
  /** Asks for something to be done, and reads what came of it. */
  post<S extends z.ZodType>(schema: S, path: string, body: object, session?: string): Promise<z.output<S> | Refusal>;
  /** Hands a file over, and reads what became of it. */
  send<S extends z.ZodType>(schema: S, path: string, file: Blob, session?: string): Promise<z.output<S> | Refusal>;
  /** Asks for something to be done. */
  tell(path: string, body: object, session?: string): Promise<Refusal | undefined>;
}

/** Whether the CMS refused. */
export const isRefusal = (answer: unknown): answer is Refusal =>
  typeof answer === "object" && answer !== null && "refused" in answer;

/** The largest pictures take seconds to be cleaned and copied, one after the other. */
const fileTimeoutMs = 60_000;

const errorSchema = z.object({ error: z.object({ code: z.string(), field: z.string().optional() }) });

/** Makes the only way by which members' requests reach the CMS. */
export function createMemberClient({ cmsUrl, token, timeoutMs }: MemberSource): MemberClient {
  async function ask(path: string, body?: object, session?: string): Promise<Response | Refusal> {
    const isFile = body instanceof Blob;
    const response = await fetch(`${cmsUrl}/api/member/${path}`, {
      method: body ? "POST" : "GET",
      headers: {
        authorization: `Bearer ${token}`,
        ...(body && { "content-type": isFile ? "application/octet-stream" : "application/json" }),
        ...(session !== undefined && { [sessionHeader]: session }),
      },
      ...(body && { body: isFile ? body : JSON.stringify(body) }),
      signal: AbortSignal.timeout(isFile ? fileTimeoutMs : timeoutMs),
    }).catch((cause: unknown) => {
      throw new CmsUnavailable("The CMS did not answer for a member.", { cause });
    });
    return response.ok ? response : refusalOf(response);
  }

  async function read<S extends z.ZodType>(schema: S, answer: Response | Refusal): Promise<z.output<S> | Refusal> {
    return isRefusal(answer) ? answer : schema.parse(await answer.json());
  }

  return {
    get: async (schema, path, session) => read(schema, await ask(path, undefined, session)),
    post: async (schema, path, body, session) => read(schema, await ask(path, body, session)),
    send: async (schema, path, file, session) => read(schema, await ask(path, file, session)),
    async tell(path, body, session) {
      const answer = await ask(path, body, session);
      if (isRefusal(answer)) return answer;
      await answer.body?.cancel();
      return undefined;
    },
  };
}

async function refusalOf(response: Response): Promise<Refusal> {
  const refused = refusals.find((status) => status === response.status);
  const body: unknown = await response.json().catch(() => null);
  if (refused === undefined) throw new CmsUnavailable(`The CMS answered ${response.status} for a member.`);
  const { code = "refused", field } = errorSchema.safeParse(body).data?.error ?? {};
  return { refused, code, ...(field !== undefined && { field }) };
}
