import { defineConfig } from "vitest/config";

/** Rooms whose tests need nothing but the file system and short-lived processes. */
const quickRooms = ["content", "search", "seed", "scripts", "bench"];

/**
 * One run for every room, so that one closing line counts them all. Groups run one after the other: the quick rooms, then
 * the CMS with its database servers, then the browser journeys, which need the whole machine for their time limits to mean anything.
 */
export default defineConfig({
  test: {
    // The portal of the journeys ends its four parts in turn.
    teardownTimeout: 40_000,
    reporters: ["default", "./scripts/checks/closing-reporter.ts"],
    projects: [
      ...quickRooms.map((room) => ({
        test: {
          name: room,
          root: room,
          include: ["**/*.test.ts"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      })),
      "web/vitest.config.ts",
      {
        test: {
          name: "cms",
          root: "cms",
          include: ["{src,tests,config}/**/*.test.ts"],
          testTimeout: 120_000,
          // The first file of a run also makes the databases that the others copy.
          hookTimeout: 480_000,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
      "e2e/vitest.config.ts",
    ],
  },
});
