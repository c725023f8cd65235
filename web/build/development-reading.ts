import type { AstroIntegration } from "astro";

/** `astro dev` doesn't run our server: a middleware gives pages what they read the CMS with. */
export const developmentReading = (): AstroIntegration => ({
  name: "essaim:development-reading",
  hooks: {
    "astro:config:setup": ({ command, addMiddleware }) => {
      const entrypoint = new URL("../src/content/development-middleware.ts", import.meta.url);
      if (command === "dev") addMiddleware({ order: "pre", entrypoint });
    },
  },
});
