import { processTerminal } from "./command.ts";
import { exportCommand } from "./export-command.ts";
import { createProgress } from "./progress.ts";

process.exitCode = await exportCommand(process.argv.slice(2), {
  environment: process.env,
  terminal: processTerminal,
  progress: createProgress(),
});
