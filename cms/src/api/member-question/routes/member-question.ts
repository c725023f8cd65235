import { routeOf } from "../../../access/route.ts";
import { site } from "../../../access/tokens.ts";

const route = routeOf("member-question");

export default {
  routes: [
    route("GET", "/member/askable", "askable", site),
    route("POST", "/member/questions", "ask", site),
    route("GET", "/member/questions", "own", site),
    route("POST", "/member/question", "ofLink", site),
    route("POST", "/member/question/answer", "answer", site),
  ],
};
