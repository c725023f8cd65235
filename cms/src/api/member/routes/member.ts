import { routeOf } from "../../../access/route.ts";
import { site } from "../../../access/tokens.ts";

const ofMember = routeOf("member");
const route = (method: "GET" | "POST", path: string, action: string) =>
  ofMember(method, `/member/${path}`, action, site);

export default {
  routes: [
    route("POST", "sign-in", "signIn"),
    route("POST", "sign-out", "signOut"),
    route("POST", "sign-out-everywhere", "signOutEverywhere"),
    route("GET", "me", "me"),
    route("GET", "colleagues", "colleagues"),
    route("POST", "forgotten", "forgotten"),
    route("POST", "password", "password"),
    route("POST", "invitation", "invitation"),
    route("POST", "invitation/accept", "accept"),
    route("POST", "join", "join"),
  ],
};
