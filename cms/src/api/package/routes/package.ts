import { importers, readers } from "../../../access/tokens.ts";

const route = (method: "GET" | "POST", path: string, action: string, strategies: unknown[] = importers) => ({
  method,
  path: `/package${path}`,
  handler: `package.${action}`,
  config: { auth: { strategies, scope: [`api::package.package.${action}`] } },
});

export default {
  routes: [
    route("GET", "/keys", "keys"),
    route("POST", "/media", "storeMedia"),
    route("POST", "/media/check", "checkMedia"),
    route("GET", "/media/:file", "readMedia"),
    route("POST", "/reserve", "reserve"),
    route("POST", "/entries", "entries"),
    route("POST", "/entries/compare", "compareEntries"),
    route("POST", "/versions", "writeVersions"),
    route("GET", "/export", "exportEntries", readers),
    route("GET", "/versions", "exportVersions"),
  ],
};
