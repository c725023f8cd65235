import { routeOf } from "../../../access/route.ts";
import { site } from "../../../access/tokens.ts";

const ofDiffusion = routeOf("member-diffusion");

export default {
  routes: [
    ofDiffusion("GET", "/member/diffusion", "read", site),
    ofDiffusion("POST", "/member/diffusion/seen", "seen", site),
  ],
};
