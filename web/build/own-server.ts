import node from "@astrojs/node";
import type { AstroIntegration } from "astro";
import { finishBuild } from "./finish-build.ts";

/**
 * @astrojs/node with our own entry in place of its server: the page cache must stand in front of Astro.
 * @see docs/decisions/ « Own server entry »
 */
export function ownServer(): AstroIntegration {
  const official = node({ mode: "middleware" });
  const serverEntrypoint = new URL("../src/server.ts", import.meta.url);
  return {
    name: official.name,
    hooks: {
      ...official.hooks,
      "astro:config:done": (options) =>
        official.hooks["astro:config:done"]?.({
          ...options,
          setAdapter: ({ previewEntrypoint: _, ...adapter }) =>
            options.setAdapter({ ...adapter, entrypointResolution: "auto", serverEntrypoint }),
        }),
      "astro:build:done": async (options) => {
        await official.hooks["astro:build:done"]?.(options);
        await finishBuild(new URL("../", options.dir));
      },
    },
  };
}
