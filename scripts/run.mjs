import { launch } from "./launch/launch.mjs";

const [program = "", ...args] = process.argv.slice(2);

// Measurements use test packages; the other commands belong to a portal in service.
await launch("scripts/start/command.ts", { development: program.startsWith("bench/"), args: [program, ...args] });
