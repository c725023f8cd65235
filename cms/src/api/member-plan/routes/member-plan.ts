import { routeOf } from "../../../access/route.ts";
import { site } from "../../../access/tokens.ts";

const ofPlan = routeOf("member-plan");
const path = "/member/adoptions/:uid/plan";

export default {
  routes: [
    ofPlan("GET", path, "read", site),
    ofPlan("POST", path, "make", site),
    ofPlan("POST", `${path}/edit`, "edit", site),
  ],
};
