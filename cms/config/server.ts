import { environment, folders } from "../src/environment.ts";
import { secretKey } from "../src/secret-keys.ts";

export default {
  host: environment.HOST,
  port: environment.CMS_PORT,
  ...(environment.CMS_PUBLIC_URL && { url: environment.CMS_PUBLIC_URL }),
  // With a public address there is a proxy: it alone says who asks and whether by HTTPS. Without, anybody could write that themselves.
  proxy: { koa: environment.CMS_PUBLIC_URL !== undefined, maxIpsCount: 1 },
  app: { keys: [secretKey("session")] },
  dirs: { public: folders.public },
  logger: { config: { level: "warn" }, updates: { enabled: false }, startup: { enabled: false } },
  transfer: { remote: { enabled: false } },
  webhooks: { populateRelations: false },
};
