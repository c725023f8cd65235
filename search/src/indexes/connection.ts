import { Meilisearch, MeilisearchApiError } from "meilisearch";

/** Where the search server is. */
export interface EngineAddress {
  readonly url: string;
  readonly key: string;
}

/**
 * The server writes compressed answers piece by piece, and each piece waits until the one before was acknowledged, which systems put off
 * for some 40 ms (Nagle’s algorithm and delayed acknowledgements): ten times what a search takes.
 */
const uncompressed = { headers: { "accept-encoding": "identity" } };

/** A connection to the search server; calls that take longer fail. */
export const connect = ({ url, key }: EngineAddress, timeoutMs: number): Meilisearch =>
  new Meilisearch({ host: url, apiKey: key, timeout: timeoutMs, requestInit: uncompressed });

/** Whether the server refused a call for this reason. */
export const isRefusal = (error: unknown, ...codes: readonly string[]): boolean =>
  error instanceof MeilisearchApiError && error.cause !== undefined && codes.includes(error.cause.code);
