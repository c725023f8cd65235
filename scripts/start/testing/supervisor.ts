import { setTimeout as delay } from "node:timers/promises";
import { z } from "zod";
import { supervise } from "../supervise.ts";

/** A supervisor of its own process, for tests that kill it: `supervisor.ts JSON-of-parts LOG-FOLDER`. */
const part = z.object({ name: z.string(), args: z.array(z.string()), cwd: z.string() });
const parts = z.array(part).parse(JSON.parse(process.argv[2] ?? "[]"));

for (const one of parts) {
  supervise(
    { ...one, label: one.name, env: { PATH: process.env["PATH"] ?? "" }, probe: async () => true, patienceMs: 5_000 },
    { logFolder: process.argv[3] ?? ".", say: console.log },
  );
}
await delay(600_000);
