/// <reference types="vitest/config" />
import { getViteConfig } from "astro/config";

/** Astro's own Vite settings, so that tests can render its components. */
export default getViteConfig({
  test: {
    name: "web",
    include: ["src/**/*.test.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    sequence: { groupOrder: 0 },
  },
});
