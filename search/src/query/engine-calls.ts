import { Agent as PlainAgent, request as plainRequest } from "node:http";
import { Agent as SecureAgent, request as secureRequest } from "node:https";
import { text } from "node:stream/consumers";
import type { EngineAddress } from "../indexes/connection.ts";

/** Posts a body as JSON and reads the answer as JSON; throws where there is none. */
export type EngineCall = (path: string, body: unknown) => Promise<unknown>;

/**
 * Calls of readers’ searches, over connections that stay open. Node’s `fetch` takes several times as long of the processor for the same, which
 * is much of all that a search takes.
 */
export function engineCalls({ url, key }: EngineAddress, timeoutMs: number): EngineCall {
  const isSecure = url.startsWith("https:");
  const agent = new (isSecure ? SecureAgent : PlainAgent)({ keepAlive: true });
  const request = isSecure ? secureRequest : plainRequest;
  const base = url.replace(/\/$/, "");
  const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
  const once = (path: string, payload: string): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const signal = AbortSignal.timeout(timeoutMs);
      const call = request(base + path, { method: "POST", agent, headers, signal }, async (response) => {
        try {
          const answer = await text(response);
          if (response.statusCode !== 200) throw new Error(`${response.statusCode} ${answer.slice(0, 200)}`);
          resolve(JSON.parse(answer));
        } catch (error) {
          reject(error);
        }
      });
      // A server that only takes too long is not asked twice.
      call.on("error", (error) => reject(call.reusedSocket && !signal.aborted ? new BrokenConnection(error) : error));
      call.end(payload);
    });
  return async (path, body) => {
    const payload = JSON.stringify(body);
    // A connection kept open to a server that was started again fails once; a new one does not.
    return await once(path, payload).catch((error) =>
      error instanceof BrokenConnection ? once(path, payload) : Promise.reject(error),
    );
  };
}

class BrokenConnection extends Error {
  override readonly name = "BrokenConnection";
  constructor(cause: Error) {
    super("A connection that was kept open broke.", { cause });
  }
}
