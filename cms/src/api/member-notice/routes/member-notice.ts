import { routeOf } from "../../../access/route.ts";
import { site } from "../../../access/tokens.ts";

const ofNotice = routeOf("member-notice");
const route = (method: "GET" | "POST", path: string, action: string) =>
  ofNotice(method, `/member/${path}`, action, site);

export default {
  routes: [
    route("GET", "notices", "list"),
    route("POST", "notices/read", "read"),
    route("POST", "notices/frequency", "frequency"),
    route("POST", "notices/stop", "stop"),
  ],
};
