import { defineConfig } from "vitest/config";

const editing = "src/editing/**/*.test.ts";
const journeys = {
  globalSetup: ["src/global-setup.ts"],
  testTimeout: 120_000,
  hookTimeout: 60_000,
};

/** All journeys share one portal: first those that leave it as it is, several at a time, then those that change what others read. */
export default defineConfig({
  test: {
    name: "e2e",
    projects: [
      {
        test: {
          ...journeys,
          name: "e2e reading",
          include: ["src/**/*.test.ts"],
          exclude: [editing],
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...journeys,
          name: "e2e editing",
          include: [editing],
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
