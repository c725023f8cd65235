import { launch } from "./launch/launch.mjs";

const [program = "", ...args] = process.argv.slice(2);

// Measurements start servers of their own, and use test packages; other commands talk to the portal that runs.
if (program.startsWith("bench/") || program.startsWith("search/src/evaluate/"))
  await launch(program, { development: true, args });
else await launch("scripts/start/command.ts", { development: false, args: [program, ...args] });
