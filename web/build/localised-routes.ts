import { locales, resourceTypes } from "@essaim/content";
import type { AstroIntegration } from "astro";
import { feedPath, historyFiles, pictureEnding } from "../src/routing/addresses.ts";
import { errorPattern, patternOf, type Route, routes } from "../src/routing/routes.ts";
import { pagedTypes } from "../src/routing/sections.ts";

const twins = { json: "json-endpoint", md: "markdown-endpoint" } as const;
const twinOf = (name: string) => new URL(`../src/twins/${name}.ts`, import.meta.url);
const historyFileOf = (name: string) => new URL(`../src/twins/${name}-endpoint.ts`, import.meta.url);
const feedEntrypoint = new URL("../src/feed/rss-endpoint.ts", import.meta.url);
const shareEntrypoint = new URL("../src/share/share-endpoint.ts", import.meta.url);
const entrypointOf = (name: string) => new URL(`../src/routes/${name}.astro`, import.meta.url);

/** Gives each page of `src/routes/` its address in every language. */
export const localisedRoutes = (): AstroIntegration => ({
  name: "essaim:localised-routes",
  hooks: {
    "astro:config:setup": ({ injectRoute }) => {
      for (const [name, route] of Object.entries<Route>(routes)) {
        for (const locale of locales) {
          injectRoute({
            pattern: patternOf(route, locale),
            entrypoint: entrypointOf(route.file ?? name),
            prerender: false,
          });
        }
      }
      for (const locale of locales)
        injectRoute({ pattern: feedPath(locale), entrypoint: feedEntrypoint, prerender: false });
      for (const type of pagedTypes) {
        for (const locale of locales) {
          for (const [ending, name] of Object.entries(twins))
            injectRoute({
              pattern: `${patternOf(routes[type], locale)}.${ending}`,
              entrypoint: twinOf(name),
              prerender: false,
            });
        }
      }
      for (const type of resourceTypes) {
        for (const locale of locales) {
          const pattern = patternOf(routes[type], locale);
          injectRoute({ pattern: pattern + pictureEnding, entrypoint: shareEntrypoint, prerender: false });
          for (const [name, file] of Object.entries(historyFiles))
            injectRoute({ pattern: `${pattern}/${file}`, entrypoint: historyFileOf(name), prerender: false });
        }
      }
      injectRoute({ pattern: errorPattern, entrypoint: entrypointOf("error"), prerender: false });
    },
  },
});
