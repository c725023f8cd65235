import { routeOf } from "../../../access/route.ts";
import { readers } from "../../../access/tokens.ts";

export default { routes: [routeOf("missed-search")("POST", "/missed-searches", "record", readers)] };
