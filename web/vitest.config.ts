/// <reference types="vitest/config" />
import { fileURLToPath } from "node:url";
import { getViteConfig } from "astro/config";

/** Said outright: run from the repository's root, Astro would look for its pages there. */
const root = fileURLToPath(new URL("./", import.meta.url));

/** Astro's own Vite settings, so that tests can render its components. */
export default getViteConfig(
  {
    root,
    test: {
      name: "web",
      include: ["src/**/*.test.ts"],
      testTimeout: 30_000,
      hookTimeout: 60_000,
      sequence: { groupOrder: 0 },
    },
  },
  { root },
);
