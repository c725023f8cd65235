import react from "@astrojs/react";
import { defineConfig, passthroughImageService } from "astro/config";
import { developmentReading } from "./build/development-reading.ts";
import { layersFirst } from "./build/layers-first.ts";
import { localisedRoutes } from "./build/localised-routes.ts";
import { ownServer } from "./build/own-server.ts";

export default defineConfig({
  output: "server",
  trailingSlash: "always",
  session: false,
  image: { service: passthroughImageService() },
  adapter: ownServer(),
  integrations: [react(), localisedRoutes(), developmentReading()],
  markdown: { syntaxHighlight: false },
  build: { inlineStylesheets: "never" },
  // One stylesheet for the whole site: a reader’s second page asks for none.
  vite: {
    plugins: [layersFirst()],
    build: { cssCodeSplit: false },
    // Scripts name each other from where they stand: an edition under a sub-path has none at the host's root.
    experimental: { renderBuiltUrl: (_, { hostType }) => (hostType === "js" ? { relative: true } : undefined) },
  },
  devToolbar: { enabled: false },
  security: {
    csp: {
      directives: [
        "default-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
      ],
    },
  },
});
