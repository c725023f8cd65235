import { defineMiddleware } from "astro:middleware";
import { parseEnvironment } from "../server/environment.ts";
import { createLoader } from "./load.ts";
import { createReading } from "./reading.ts";

const { cmsUrl, readToken } = parseEnvironment(process.env);
const refused = (refusal: object) => console.error(refusal);
const loader = createLoader({ cmsUrl, token: readToken, timeoutMs: 4_000, refused });

/** Gives each page its reads, uncached. */
export const onRequest = defineMiddleware(({ locals, url }, next) => {
  Object.assign(locals, createReading(loader, url.pathname).reading);
  return next();
});
