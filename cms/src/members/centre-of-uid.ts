import type { Core } from "@strapi/strapi";
import { z } from "zod";
import { RequestError } from "../request-error.ts";

const centreSchema = z.object({ documentId: z.string() });

/** The centre of the network that a form names. Throws a RequestError of 404. */
export async function centreOfUid(strapi: Core.Strapi, uid: string): Promise<z.output<typeof centreSchema>> {
  const row: unknown = await strapi.db.query("api::centre.centre").findOne({ where: { uid }, select: ["documentId"] });
  const centre = centreSchema.nullable().parse(row);
  if (!centre) throw new RequestError(404, "unknown-centre", "there is no such centre", { field: "centre" });
  return centre;
}
