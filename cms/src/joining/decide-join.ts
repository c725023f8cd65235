import type { DecideJoin, WaitingJoin } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { errors } from "@strapi/utils";
import { z } from "zod";
import { centreOfUid } from "../members/centre-of-uid.ts";
import { RequestError } from "../request-error.ts";
import { joinUid, storedJoinSchema } from "./join-requests.ts";

const waitingSchema = z.array(storedJoinSchema.extend({ why: z.string().nullish(), createdAt: z.coerce.string() }));

/** The requests that wait for an answer, the oldest first. */
export async function waitingJoins(strapi: Core.Strapi): Promise<WaitingJoin[]> {
  const rows: unknown = await strapi.db
    .query(joinUid)
    .findMany({ where: { state: "waiting" }, orderBy: { id: "asc" }, limit: 100, populate: { centre: true } });
  return waitingSchema.parse(rows).map(({ documentId: id, centreName, email, language, createdAt: at, ...row }) => {
    const { kind, city, postcode, website, name, why } = row;
    const said = { kind, city: city ?? "", postcode: postcode ?? "", website: website ?? "", name: name ?? "" };
    return { id, at, centreName, email, language, ...said, why: why ?? "" };
  });
}

/** Answers a request as an editor does who saves it at the desk: what follows is done there. Throws a RequestError. */
export async function decideJoin(strapi: Core.Strapi, { id, state, answer, centre }: DecideJoin): Promise<void> {
  const row: unknown = await strapi.db.query(joinUid).findOne({ where: { documentId: id } });
  const known = storedJoinSchema.nullable().parse(row);
  if (!known) throw new RequestError(404, "unknown", "there is no such request");
  if (known.state !== "waiting") throw decidedAlready();
  const named = centre === "" ? {} : { centre: (await centreOfUid(strapi, centre)).documentId };
  await strapi
    .documents(joinUid)
    .update({ documentId: id, data: { state, ...(answer !== "" && { answer }), ...named } })
    .catch((error: unknown) => {
      if (!(error instanceof errors.ValidationError)) throw error;
      throw refusedField(error) === "email"
        ? new RequestError(409, "address-taken", "this address has an account already", {}, { cause: error })
        : decidedAlready(error);
    });
}

const decidedAlready = (cause?: unknown): RequestError =>
  new RequestError(409, "decided-already", "somebody answered this request in the meantime", {}, { cause });

const detailsSchema = z.object({ errors: z.array(z.object({ path: z.array(z.string()) })) });

/** The field by which the decision was refused (desk/refusal.ts). */
const refusedField = ({ details }: errors.ValidationError): string | undefined =>
  detailsSchema.safeParse(details).data?.errors[0]?.path[0];
