import { readers } from "../../../access/tokens.ts";

export default {
  routes: [
    {
      method: "POST",
      path: "/missed-searches",
      handler: "missed-search.record",
      config: { auth: { strategies: readers, scope: ["api::missed-search.missed-search.record"] } },
    },
  ],
};
