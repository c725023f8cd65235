import { routeOf } from "../../../access/route.ts";
import { site } from "../../../access/tokens.ts";

const route = routeOf("member-profile");

export default {
  routes: [
    route("GET", "/member/profile", "read", site),
    route("POST", "/member/profile", "save", site),
    route("GET", "/member/data", "data", site),
    route("POST", "/member/leave", "leave", site),
  ],
};
