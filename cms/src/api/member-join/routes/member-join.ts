import { routeOf } from "../../../access/route.ts";
import { site } from "../../../access/tokens.ts";

const ofJoin = routeOf("member-join");

export default {
  routes: [ofJoin("GET", "/member/joins", "waiting", site), ofJoin("POST", "/member/joins/decide", "decide", site)],
};
