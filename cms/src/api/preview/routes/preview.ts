import { readers } from "../../../access/tokens.ts";

export default {
  routes: [
    {
      method: "GET",
      path: "/preview/:link",
      handler: "preview.draft",
      config: { auth: { strategies: readers, scope: ["api::preview.preview.draft"] } },
    },
  ],
};
