import { processTerminal } from "./command.ts";
import { importCommand } from "./import-command.ts";
import { createProgress } from "./progress.ts";

process.exitCode = await importCommand(process.argv.slice(2), {
  environment: process.env,
  terminal: processTerminal,
  progress: createProgress(),
});
