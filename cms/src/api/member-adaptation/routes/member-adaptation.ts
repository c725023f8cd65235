import { routeOf } from "../../../access/route.ts";
import { site } from "../../../access/tokens.ts";

const route = routeOf("member-adaptation");

export default {
  routes: [
    route("POST", "/member/adaptations", "adapt", site),
    route("GET", "/member/adaptations", "before", site),
    route("GET", "/member/sheets", "sheet", site),
    route("GET", "/member/sheets/own", "own", site),
    route("POST", "/member/sheets/save", "save", site),
    route("POST", "/member/sheets/withdraw", "withdraw", site),
    route("POST", "/member/sheets/files", "storeFile", site),
    route("GET", "/member/merges", "merges", site),
    route("POST", "/member/merges", "merge", site),
    route("POST", "/member/merges/undo", "undo", site),
    route("POST", "/member/merges/follow", "follow", site),
  ],
};
