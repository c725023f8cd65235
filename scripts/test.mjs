import { launch } from "./launch/launch.mjs";

await launch("scripts/checks/test.ts", { development: true });
