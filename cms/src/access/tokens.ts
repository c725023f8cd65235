import { createHash, timingSafeEqual } from "node:crypto";
import { environment } from "../environment.ts";

const digest = (token: string): Buffer => createHash("sha256").update(token).digest();

interface RequestContext {
  readonly request: { readonly header: { readonly authorization?: string | undefined } };
}

/**
 * Lets in whoever holds one of the given tokens. They are compared in memory: reading must not wait for the database's writer,
 * and a copy of the database holds no way in. Digests of equal length are compared, so that the time taken tells nothing.
 */
function tokenStrategy(name: string, tokens: readonly (string | undefined)[]) {
  const known = tokens.filter((token) => token !== undefined).map(digest);
  return {
    name,
    async authenticate({ request }: RequestContext) {
      const given = /^Bearer (\S+)$/i.exec(request.header.authorization ?? "")?.[1];
      if (!given) return { authenticated: false };
      const asked = digest(given);
      const matches = known.filter((token) => timingSafeEqual(token, asked));
      return matches.length > 0 ? { authenticated: true, credentials: null } : { authenticated: false };
    },
    async verify() {},
  };
}

const apiTokens = "content-api-token";

/** Who may read what is published: site, search, importer, and API tokens made at the desk that name the route. */
export const readers = [
  tokenStrategy("essaim-read", [environment.ESSAIM_READ_TOKEN, environment.ESSAIM_IMPORT_TOKEN]),
  apiTokens,
];

/** The site, which carries what its members do: it alone knows from where they ask. */
export const site = [tokenStrategy("essaim-site", [environment.ESSAIM_READ_TOKEN])];

/** Who may load packages and write them out: importer and exporter, and API tokens made at the desk that name the route. */
export const importers = [tokenStrategy("essaim-import", [environment.ESSAIM_IMPORT_TOKEN]), apiTokens];
