import { readers } from "../../../access/tokens.ts";

const route = (path: string, action: string) => ({
  method: "GET",
  path,
  handler: `preview.${action}`,
  config: { auth: { strategies: readers, scope: [`api::preview.preview.${action}`] } },
});

export default {
  routes: [route("/preview/:link", "draft"), route("/preview/:link/:file", "file")],
};
