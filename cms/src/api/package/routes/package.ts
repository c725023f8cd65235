import { routeOf } from "../../../access/route.ts";
import { importers, readers } from "../../../access/tokens.ts";

const ofPackage = routeOf("package");
const route = (method: "GET" | "POST", path: string, action: string, strategies: unknown[] = importers) =>
  ofPackage(method, `/package${path}`, action, strategies);

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
    route("POST", "/demonstration", "demonstration"),
    route("GET", "/export", "exportEntries", readers),
    route("GET", "/versions", "exportVersions"),
  ],
};
