import { Meilisearch, MeilisearchApiError } from "meilisearch";

/** Where the search server is. */
export interface EngineAddress {
  readonly url: string;
  readonly key: string;
}

/** A connection to the search server; calls that take longer fail. */
export const connect = ({ url, key }: EngineAddress, timeoutMs: number): Meilisearch =>
  new Meilisearch({ host: url, apiKey: key, timeout: timeoutMs });

/** Whether the server refused a call for this reason. */
export const isRefusal = (error: unknown, ...codes: readonly string[]): boolean =>
  error instanceof MeilisearchApiError && error.cause !== undefined && codes.includes(error.cause.code);
