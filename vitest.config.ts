import { defineConfig } from "vitest/config";
import LongestFirst from "./scripts/checks/longest-first.ts";

/** Rooms whose tests need nothing but the file system and processes of their own. */
const quickRooms = ["content", "search", "seed", "scripts", "bench"];

/**
 * One run for every room, so that one closing line counts them all. Files run two or more at a time, each with processes, ports
 * and folders of its own, in groups that run one after the other: all rooms without a portal, the journeys that read the one portal,
 * and, one file at a time, those that change what the others read.
 */
export default defineConfig({
  test: {
    // The portal of the journeys ends its four parts in turn.
    teardownTimeout: 40_000,
    reporters: ["default", "./scripts/checks/closing-reporter.ts"],
    sequence: { sequencer: LongestFirst },
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
          sequence: { groupOrder: 0 },
        },
      },
      "e2e/vitest.config.ts",
    ],
  },
});
