import { secretIdSchema, sessionHeader } from "@essaim/content";
import type { Core } from "@strapi/strapi";
import { type RequestContext, RequestError } from "../request-error.ts";
import type { Account } from "./accounts.ts";
import { findSession } from "./sessions.ts";

/** The session that a request names; empty when it names none. */
export const sessionOf = ({ request }: RequestContext): string =>
  secretIdSchema.safeParse(request.headers[sessionHeader]).data ?? "";

/** The account of the member whose request this is: what is published in it is theirs. Throws a RequestError of 401. */
export async function memberWhoAsks(strapi: Core.Strapi, context: RequestContext): Promise<Account> {
  const account = await findSession(strapi, sessionOf(context));
  if (!account) throw new RequestError(401, "no-session", "there is no such session");
  const state = strapi.requestContext.get()?.state;
  if (state) state["member"] = { id: account.id, name: account.name ?? "" };
  return account;
}

/** A member who acts for a centre. */
export type CentreMember = Account & { readonly centre: NonNullable<Account["centre"]> };

/** The member whose request this is, and the centre that they act for. Throws a RequestError of 401 or 403. */
export async function centreMemberWhoAsks(strapi: Core.Strapi, context: RequestContext): Promise<CentreMember> {
  const account = await memberWhoAsks(strapi, context);
  const { centre } = account;
  if (!centre) throw new RequestError(403, "no-centre", "this member acts for no centre");
  return { ...account, centre };
}

/** The member of the federation's team whose request this is. Throws a RequestError of 401 or 403. */
export async function federationMemberWhoAsks(strapi: Core.Strapi, context: RequestContext): Promise<Account> {
  const account = await memberWhoAsks(strapi, context);
  if (account.federation !== true) throw new RequestError(403, "not-federation", "this is for the federation's team");
  return account;
}
