import { routeOf } from "../../../access/route.ts";
import { site } from "../../../access/tokens.ts";

const ofAdoption = routeOf("member-adoption");
const route = (method: "GET" | "POST", path: string, action: string) =>
  ofAdoption(method, `/member/${path}`, action, site);

export default {
  routes: [
    route("GET", "adoptions", "list"),
    route("POST", "adoptions", "adopt"),
    route("GET", "adoptions/:uid", "read"),
    route("POST", "adoptions/:uid/stage", "stage"),
    route("POST", "adoptions/:uid/correction", "correct"),
    route("POST", "adoptions/:uid/version", "version"),
    route("POST", "adoptions/:uid/visibility", "visibility"),
    route("POST", "adoptions/:uid/note", "note"),
    route("GET", "adoptions/:uid/report", "report"),
    route("POST", "reports", "tell"),
    route("GET", "resources/:type/:uid", "adoptable"),
  ],
};
