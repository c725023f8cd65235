import { routeOf } from "../../../access/route.ts";
import { importers, readers } from "../../../access/tokens.ts";

const route = routeOf("publication");

export default {
  routes: [
    route("GET", "/changes", "changes", readers),
    route("POST", "/published/batch", "batch", readers),
    route("POST", "/published/adoption-counts", "adoptionCounts", readers),
    route("POST", "/published/adopters", "adopters", readers),
    route("POST", "/published/descendants", "descendants", readers),
    route("POST", "/published/mention-counts", "mentionCounts", readers),
    route("GET", "/published/:type", "list", readers),
    route("GET", "/published/:type/:documentId", "document", readers),
    route("GET", "/versions/:type/:documentId", "versions", readers),
    route("GET", "/versions/:type/:documentId/:number", "version", readers),
    route("GET", "/media/:hash", "media", readers),
    route("GET", "/media/:hash/:file", "mediaFile", readers),
    route("POST", "/reconcile", "reconcile", importers),
  ],
};
