import { existsSync } from "node:fs";
import { defineConfig } from "vitest/config";

/** Rooms whose tests need nothing but the file system and short-lived processes. */
const quickRooms = ["content", "search", "seed", "scripts", "bench"];

/** Rooms that bring their own test settings (Astro’s Vite plugins, for instance). */
const ownConfigs = ["web/vitest.config.ts"].filter((path) => existsSync(path));

/** Astro’s `config` is read where the room’s own file is missing, so that its plain tests run all the same. */
const plainRooms = ownConfigs.length === 0 ? [...quickRooms, "web"] : quickRooms;

/**
 * One run for every room, so that one closing line counts them all. Groups run one after the other: the quick rooms, then
 * the CMS with its database servers, then the browser journeys, which need the whole machine for their time limits to mean anything.
 */
export default defineConfig({
  test: {
    reporters: ["default", "./scripts/closing-reporter.ts"],
    projects: [
      ...plainRooms.map((room) => ({
        test: {
          name: room,
          root: room,
          include: ["**/*.test.ts"],
          testTimeout: 30_000,
          hookTimeout: 30_000,
          sequence: { groupOrder: 0 },
        },
      })),
      ...ownConfigs,
      {
        test: {
          name: "cms",
          root: "cms",
          include: ["{src,tests,config}/**/*.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 240_000,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: "e2e",
          root: "e2e",
          include: ["**/*.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 300_000,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
