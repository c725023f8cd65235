import { launch } from "./launch/launch.mjs";

await launch("scripts/start/main.ts", { development: false });
