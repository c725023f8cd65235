import type { IncomingMessage, ServerResponse } from "node:http";
import type { z } from "zod";

/** A request that is refused, as the answer says it: `field` is where, `line` is which entry of a batch, counted from 1. */
export class RequestError extends Error {
  readonly status: number;
  readonly code: string;
  readonly field: string | undefined;
  readonly line: number | undefined;

  constructor(
    status: number,
    code: string,
    message: string,
    where: { field?: string; line?: number } = {},
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.status = status;
    this.code = code;
    this.field = where.field;
    this.line = where.line;
  }
}

/** What the web server gives a controller, as far as ours need it. */
export interface RequestContext {
  readonly params: Record<string, string>;
  readonly query: Record<string, unknown>;
  readonly request: { readonly body?: unknown; readonly headers: Record<string, string | string[] | undefined> };
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  status: number;
  body: unknown;
  type: string;
  set(name: string, value: string): void;
}

/** Parses what comes from outside; the first thing wrong with it is told with status 400. */
export function parseRequest<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const unknown = issue?.code === "unrecognized_keys" ? issue.keys[0] : undefined;
  const field = [...(issue?.path ?? []), ...(unknown ? [unknown] : [])].map(String).join(".");
  throw new RequestError(400, "invalid-request", issue?.message ?? "not valid", { field });
}

/** Makes a controller's action: what it returns is the answer, a RequestError is answered as the contract says. */
export function answering(handle: (context: RequestContext) => Promise<unknown>) {
  return async (context: RequestContext): Promise<void> => {
    try {
      const answer = await handle(context);
      if (answer !== undefined) context.body = answer;
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      const { status, code, message, field, line } = error;
      context.status = status;
      context.body = {
        error: { code, message, ...(field !== undefined && { field }), ...(line !== undefined && { line }) },
      };
    }
  };
}

/** Makes a controller's action whose answer has no body. */
export const silent = (handle: (context: RequestContext) => Promise<void>) =>
  answering(async (context) => {
    await handle(context);
    context.status = 204;
    return undefined;
  });
