import { routeOf } from "../../../access/route.ts";
import { readers } from "../../../access/tokens.ts";

const ofPreview = routeOf("preview");
const route = (path: string, action: string) => ofPreview("GET", path, action, readers);

export default {
  routes: [route("/preview/:link", "draft"), route("/preview/:link/:file", "file")],
};
