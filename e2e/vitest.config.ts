import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    name: "e2e",
    include: ["src/**/*.test.ts"],
    globalSetup: ["src/global-setup.ts"],
    testTimeout: 120_000,
    hookTimeout: 60_000,
    // The journeys share one portal, and some of them change what others read.
    fileParallelism: false,
    sequence: { groupOrder: 2 },
  },
});
