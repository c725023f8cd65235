import type { Core } from "@strapi/strapi";
import { errors } from "@strapi/utils";
import { z } from "zod";

const dataSchema = z.record(z.string(), z.unknown());

/** Keeps editors from writing counts: they say what became of a search, or delete it. To be called in `register`. */
export function guardMissedSearches(strapi: Core.Strapi): void {
  strapi.documents.use(async (context, next) => {
    if (context.uid !== "api::missed-search.missed-search") return next();
    if (context.action === "create" || context.action === "clone")
      throw new errors.ValidationError(
        "Ces recherches viennent du site d’elles-mêmes\u00a0: on ne peut pas en ajouter à la main.",
      );
    if (context.action === "update") {
      const params: { data?: unknown } = context.params;
      const { answer } = dataSchema.parse(params.data ?? {});
      params.data = answer === undefined ? {} : { answer };
    }
    return next();
  });
}
