/** Takes note of one event. */
export type Log = (event: string, details?: Readonly<Record<string, unknown>>) => void;

/** Writes each event as a line of JSON to the standard output. */
export const logLines: Log = (event, details = {}) => {
  process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), part: "search", event, ...details })}\n`);
};

/** What a log line says of an error: its message and those of its causes. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : `${error.message} ${reasonOf(error.cause)}`;
}
