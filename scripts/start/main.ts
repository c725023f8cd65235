import { PlainError } from "../launch/plain-error.mjs";
import { complain, say } from "../launch/progress.mjs";
import { startPortal } from "./portal.ts";

const stopping = new AbortController();
const stop = () => stopping.abort();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
// The program that started this one is gone, perhaps killed outright.
if (process.channel) process.on("disconnect", stop);

// The terminal may be closed before the portal has ended.
for (const stream of [process.stdout, process.stderr]) stream.on("error", stop);

try {
  await startPortal(process.env, stopping.signal);
  say("Tout est arrêté. À bientôt !");
} catch (error) {
  if (stopping.signal.aborted) {
    say("Tout est arrêté.");
  } else {
    complain(`✖ ${error instanceof PlainError ? error.message : error instanceof Error ? error.stack : String(error)}`);
    process.exitCode = 1;
  }
}
if (process.channel) process.disconnect();
