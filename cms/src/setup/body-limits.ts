import type { Core } from "@strapi/strapi";

type Handler = (context: { readonly path: string }, next: () => Promise<void>) => Promise<void>;
type Middleware = (config: Readonly<Record<string, unknown>>, options: { strapi: Core.Strapi }) => Handler;

interface Middlewares {
  extend(name: string, change: (make: Middleware) => Middleware): unknown;
}

/** A batch of a package holds up to 50 lines of up to a million characters. */
const packageLimit = "64mb";

/** Takes large bodies where packages come in alone, and elsewhere what `config/middlewares.ts` says; to be called in `register`. */
export function takeLargePackages(strapi: Core.Strapi): void {
  const middlewares: Middlewares = strapi.get("middlewares");
  middlewares.extend("strapi::body", (make) => (config, options) => {
    const read = make(config, options);
    const readPackage = make({ ...config, jsonLimit: packageLimit }, options);
    return (context, next) => (context.path.startsWith("/api/package/") ? readPackage : read)(context, next);
  });
}
